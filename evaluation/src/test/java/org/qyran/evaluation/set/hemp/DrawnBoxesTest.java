package org.qyran.evaluation.set.hemp;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.qyran.evaluation.set.picture.Pictures;

class DrawnBoxesTest {

  @Test
  void recoversBoxesFromTheirLinesEvenWhereTheyTouchOrLeaveThePicture() {
    BufferedImage clean = Pictures.blank(200, 100);
    BufferedImage drawn = Pictures.blank(200, 100);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setStroke(new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    graphics.setColor(Color.RED);
    graphics.drawRect(20, 20, 40, 30);
    graphics.drawRect(60, 20, 40, 30);
    graphics.setColor(Color.GREEN);
    graphics.drawRect(180, 60, 60, 20);
    graphics.dispose();

    assertThat(DrawnBoxes.recover(clean, drawn, 4))
        .containsExactly(
            new Envelope(20, 60, 20, 50),
            new Envelope(60, 100, 20, 50),
            new Envelope(180, 200, 60, 80));
  }
}

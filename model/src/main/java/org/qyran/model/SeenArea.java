package org.qyran.model;

import java.util.List;

/**
 * A part of a picture in which something was seen: not the border of a mosaic that was cut out.
 *
 * @param outline of the part
 * @param holes in it that nobody saw
 */
public record SeenArea(PixelOutline outline, List<PixelOutline> holes) {

  public SeenArea {
    holes = List.copyOf(holes);
  }
}

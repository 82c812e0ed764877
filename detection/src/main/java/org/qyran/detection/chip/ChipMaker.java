package org.qyran.detection.chip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qyran.detection.image.ColourPicture;
import org.qyran.detection.image.ImageOpener;
import org.qyran.model.Frame;
import org.qyran.model.MosaicWindow;
import org.qyran.model.Outcome;
import org.qyran.model.PixelOutline;

/**
 * Draws what a person looks at: chips of about 320 x 320 pixels around outlines, the outline drawn
 * and a bar of so many metres, and the whole frame, small.
 *
 * <p>Assumes that the frame was inspected before: a file that can no longer be decoded is a broken
 * world, and thrown. The picture is opened once per call, no finer than its chips need. A colour
 * picture is shown in its own colours (plants are red in the pictures of a camera converted to near
 * infrared), separate bands as near infrared, red and green, which the corner says.
 *
 * <p>Keeps nothing between calls, so threads may share it; the same frame gives the same bytes.
 */
public final class ChipMaker {

  /**
   * A chip that is wanted.
   *
   * @param outline to draw, in pixels of the frame
   * @param groundSamplingDistanceMeters of a frame pixel there, above 0
   */
  public record Wish(PixelOutline outline, double groundSamplingDistanceMeters) {}

  /**
   * What was drawn of a frame.
   *
   * @param chips JPEG, one per wish in their order
   * @param whole JPEG of the whole frame
   */
  @SuppressWarnings("ArrayRecordComponent") // a picture's bytes, handed on once and never compared
  public record Drawing(List<byte[]> chips, byte[] whole) {}

  private final ImageOpener opener;

  /**
   * Makes a maker.
   *
   * @param limitPixels files with more pixels are not decoded
   */
  public ChipMaker(long limitPixels) {
    this.opener = new ImageOpener(limitPixels, 1);
  }

  /**
   * Draws the chips that are wanted of a frame, and the whole of it.
   *
   * @param wishes may be empty
   * @param longSidePixels of the whole, at least 1; it is no larger than the frame
   */
  public Drawing draw(Frame frame, List<Wish> wishes, int longSidePixels) {
    List<Cutout> cutouts = wishes.stream().map(wish -> Cutout.around(wish.outline())).toList();
    Optional<MosaicWindow> window = frame.findWindow();
    if (window.isPresent()) {
      return drawWindow(frame, window.get(), cutouts, wishes, longSidePixels);
    }
    int longSide = Math.max(frame.camera().widthPixels(), frame.camera().heightPixels());
    double reduction = Math.max(1, (double) longSide / longSidePixels);
    for (Cutout cutout : cutouts) {
      reduction = Math.min(reduction, cutout.reduction());
    }
    ColourPicture picture = picture(frame, reduction);
    Canvas canvas = new Canvas(picture);
    try {
      List<byte[]> chips = new ArrayList<>();
      for (int i = 0; i < cutouts.size(); i++) {
        chips.add(canvas.chip(cutouts.get(i), wishes.get(i).groundSamplingDistanceMeters()));
      }
      return new Drawing(List.copyOf(chips), canvas.whole(longSidePixels));
    } finally {
      canvas.release();
    }
  }

  /** A window may be far larger than its chips: for each of them only its own part is opened. */
  private Drawing drawWindow(
      Frame frame,
      MosaicWindow window,
      List<Cutout> cutouts,
      List<Wish> wishes,
      int longSidePixels) {
    List<byte[]> chips = new ArrayList<>();
    for (int i = 0; i < cutouts.size(); i++) {
      Cutout cutout = cutouts.get(i);
      MosaicWindow part = cutout.within(window);
      Canvas canvas = new Canvas(picture(frame.at(part), cutout.reduction()));
      try {
        chips.add(
            canvas.chip(
                cutout.moved(
                    window.leftPixels() - part.leftPixels(), window.topPixels() - part.topPixels()),
                wishes.get(i).groundSamplingDistanceMeters()));
      } finally {
        canvas.release();
      }
    }
    int longSide = Math.max(window.widthPixels(), window.heightPixels());
    Canvas canvas = new Canvas(picture(frame, Math.max(1, (double) longSide / longSidePixels)));
    try {
      return new Drawing(List.copyOf(chips), canvas.whole(longSidePixels));
    } finally {
      canvas.release();
    }
  }

  private ColourPicture picture(Frame frame, double reduction) {
    Outcome<ColourPicture> opened = opener.openColour(frame, reduction);
    return opened
        .find()
        .orElseThrow(
            () ->
                new UncheckedIOException(
                    new IOException(
                        "cannot draw frame %s: %s"
                            .formatted(
                                frame.id(),
                                opened.findIssue().map(issue -> issue.detail()).orElse("")))));
  }
}

package org.qyran.detection.chip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.qyran.detection.image.ColourPicture;
import org.qyran.detection.image.ImageOpener;
import org.qyran.model.Frame;
import org.qyran.model.Outcome;
import org.qyran.model.PixelOutline;

/**
 * Cuts chips out of frames: about 320 x 320 pixels around an outline, the outline drawn, and a bar
 * of so many metres where the ground sampling distance is known.
 *
 * <p>Assumes that the frame was inspected before: a file that can no longer be decoded is a broken
 * world, and thrown. The picture is opened once per call, no finer than its chips need. A colour
 * picture is shown in its own colours (plants are red in the pictures of a camera converted to near
 * infrared), separate bands as near infrared, red and green, which the corner says.
 *
 * <p>Keeps nothing between calls, so threads may share it; the same frame gives the same bytes.
 */
public final class ChipMaker {

  /** Stands for a ground sampling distance that nobody knows. */
  public static final double UNKNOWN_GSD = 0;

  private final ImageOpener opener;

  /**
   * Makes a maker.
   *
   * @param limitPixels files with more pixels are not decoded
   */
  public ChipMaker(long limitPixels) {
    this.opener = new ImageOpener(limitPixels, 1);
  }

  /** A maker for files of up to 500 million pixels. */
  public ChipMaker() {
    this(500_000_000);
  }

  /**
   * One chip, JPEG.
   *
   * @param groundSamplingDistanceMeters of a frame pixel there, or {@link #UNKNOWN_GSD}
   */
  public byte[] chip(Frame frame, PixelOutline outline, double groundSamplingDistanceMeters) {
    return chips(frame, List.of(outline), groundSamplingDistanceMeters).get(0);
  }

  /** Chips without a bar, one per outline in their order. */
  public List<byte[]> chips(Frame frame, List<PixelOutline> outlines) {
    return chips(frame, outlines, UNKNOWN_GSD);
  }

  /**
   * Chips, one per outline in their order.
   *
   * @param groundSamplingDistanceMeters of a frame pixel, or {@link #UNKNOWN_GSD}
   */
  public List<byte[]> chips(
      Frame frame, List<PixelOutline> outlines, double groundSamplingDistanceMeters) {
    if (outlines.isEmpty()) {
      return List.of();
    }
    List<Cutout> cutouts = outlines.stream().map(outline -> Cutout.around(outline)).toList();
    double reduction = cutouts.stream().mapToDouble(Cutout::reduction).min().orElse(1);
    ColourPicture picture = picture(frame, reduction);
    return cutouts.stream()
        .map(cutout -> cutout.drawn(picture, groundSamplingDistanceMeters))
        .toList();
  }

  /**
   * The whole frame, JPEG.
   *
   * @param longSidePixels of the answer, at least 1; no larger than the frame
   */
  public byte[] quicklook(Frame frame, int longSidePixels) {
    int longSide = Math.max(frame.camera().widthPixels(), frame.camera().heightPixels());
    ColourPicture picture = picture(frame, Math.max(1, (double) longSide / longSidePixels));
    return Cutout.shrunk(picture, longSidePixels);
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

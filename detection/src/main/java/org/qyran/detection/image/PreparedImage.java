package org.qyran.detection.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.plane.Window;
import org.qyran.detection.radiometry.Calibration;
import org.qyran.detection.tile.Tile;
import org.qyran.model.Band;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;

/**
 * The bands of a frame on one working grid, and the way back to the frame's pixels.
 *
 * <p>What the values are is the {@link #unit}. Floating point is made per window, so a detector
 * that walks the {@link #tiles} holds one tile of it at a time. Immutable; threads may share it.
 */
public final class PreparedImage {

  private final Window whole;
  private final int frameWidthPixels;
  private final int frameHeightPixels;
  private final double framePixelsPerColumn;
  private final double framePixelsPerRow;
  private final WorkingScale scale;
  private final int tilePixels;
  private final List<Band> bands;
  private final List<Samples> samples;
  private final List<Mask> invalid;
  private final OptionalDouble bandResidualPixels;
  private final PixelUnit unit;
  private final Calibration.Source calibratedBy;

  PreparedImage(
      Window whole,
      int frameWidthPixels,
      int frameHeightPixels,
      double framePixelsPerColumn,
      double framePixelsPerRow,
      WorkingScale scale,
      int tilePixels,
      List<Band> bands,
      List<Samples> samples,
      List<Mask> invalid,
      OptionalDouble bandResidualPixels,
      PixelUnit unit,
      Calibration.Source calibratedBy) {
    this.whole = whole;
    this.frameWidthPixels = frameWidthPixels;
    this.frameHeightPixels = frameHeightPixels;
    this.framePixelsPerColumn = framePixelsPerColumn;
    this.framePixelsPerRow = framePixelsPerRow;
    this.scale = scale;
    this.tilePixels = tilePixels;
    this.bands = List.copyOf(bands);
    this.samples = List.copyOf(samples);
    this.invalid = List.copyOf(invalid);
    this.bandResidualPixels = bandResidualPixels;
    this.unit = unit;
    this.calibratedBy = calibratedBy;
  }

  /** A picture that is already in memory, its pixels the frame's own. */
  public static PreparedImage of(List<Band> bands, List<Plane> planes, double gsdMeters) {
    return of(bands, planes, gsdMeters, 2_048);
  }

  /** The same, with tiles of another size. */
  public static PreparedImage of(
      List<Band> bands, List<Plane> planes, double gsdMeters, int tilePixels) {
    if (bands.size() != planes.size() || planes.isEmpty()) {
      throw new IllegalArgumentException(
          "%d bands have %d planes".formatted(bands.size(), planes.size()));
    }
    Plane first = planes.get(0);
    List<Samples> samples = new ArrayList<>();
    for (Plane plane : planes) {
      if (plane.width() != first.width() || plane.height() != first.height()) {
        throw new IllegalArgumentException("planes differ in size");
      }
      samples.add(new Samples.Floats(plane.values()));
    }
    return new PreparedImage(
        new Window(0, 0, first.width(), first.height()),
        first.width(),
        first.height(),
        1,
        1,
        new WorkingScale(1, gsdMeters, true),
        tilePixels,
        bands,
        samples,
        List.of(),
        OptionalDouble.empty(),
        PixelUnit.DN,
        Calibration.Source.NONE);
  }

  /**
   * The same ground as another camera would have counted it, at the same place on the same grid.
   *
   * @param planes a band each, as large as this picture
   */
  public PreparedImage seenIn(List<Band> others, List<Plane> planes) {
    if (others.size() != planes.size() || planes.isEmpty()) {
      throw new IllegalArgumentException(
          "%d bands have %d planes".formatted(others.size(), planes.size()));
    }
    return showing(
        others,
        planes.stream().<Samples>map(plane -> new Samples.Floats(plane.values())).toList(),
        PixelUnit.DN,
        Calibration.Source.NONE);
  }

  /** The same numbers, which mean something else. */
  public PreparedImage meaning(PixelUnit other) {
    return showing(bands, samples, other, calibratedBy);
  }

  /** Other numbers at the same place on the same grid. */
  private PreparedImage showing(
      List<Band> others, List<Samples> numbers, PixelUnit meaning, Calibration.Source source) {
    return new PreparedImage(
        whole,
        frameWidthPixels,
        frameHeightPixels,
        framePixelsPerColumn,
        framePixelsPerRow,
        scale,
        tilePixels,
        others,
        numbers,
        invalid,
        bandResidualPixels,
        meaning,
        source);
  }

  /** All of it. */
  public Window whole() {
    return whole;
  }

  /** What was recorded, in the order of the bands' numbers. */
  public List<Band> bands() {
    return bands;
  }

  /** What the numbers are. */
  public PixelUnit unit() {
    return unit;
  }

  /** What made reflectance of the counts; nothing where they are still counts. */
  public Calibration.Source calibratedBy() {
    return calibratedBy;
  }

  /** The number of the band of that name. */
  public OptionalInt findBand(String name) {
    return IntStream.range(0, bands.size())
        .filter(band -> bands.get(band).name().equals(name))
        .findFirst();
  }

  /** Ground size of a working pixel; assumed where it is not {@link #gsdKnown known}. */
  public double gsdMeters() {
    return scale.gsdMeters();
  }

  /** False for a frame that could not be placed: metres mean nothing in it. */
  public boolean gsdKnown() {
    return scale.known();
  }

  /** Frame pixels in one working pixel, along a row. */
  public double framePixelsPerPixel() {
    return framePixelsPerColumn;
  }

  /**
   * How far the bands of a rig of several lenses still disagree after they were laid on each other:
   * root mean square over bands and quarters of the picture, in working pixels. Absent for one
   * lens, and where the bands have too little in common to tell.
   */
  public OptionalDouble findBandResidualPixels() {
    return bandResidualPixels;
  }

  /** A length on the ground in whole working pixels, at least so many. */
  public int pixels(double meters, int atLeast) {
    return Math.max(atLeast, (int) Math.round(meters / scale.gsdMeters()));
  }

  /** An area of working pixels on the ground. */
  public double squareMeters(double areaPixels) {
    return areaPixels * scale.gsdMeters() * scale.gsdMeters();
  }

  /** The pieces to walk, each with such a margin. */
  public List<Tile> tiles(int marginPixels) {
    return Tile.over(whole, tilePixels, marginPixels);
  }

  /** One band within a window. */
  public Plane read(int band, Window window) {
    return samples.get(band).read(whole.width(), window);
  }

  /** Which pixels of a window every lens saw; all, mostly. */
  public Mask seen(Window window) {
    byte[] marks = new byte[window.width() * window.height()];
    Arrays.fill(marks, (byte) 1);
    for (Mask none : invalid) {
      int to = 0;
      for (int y = window.y(); y < window.bottom(); y++) {
        int from = y * whole.width() + window.x();
        for (int x = 0; x < window.width(); x++) {
          marks[to + x] &= (byte) (none.marks()[from + x] == 0 ? 1 : 0);
        }
        to += window.width();
      }
    }
    return new Mask(window.width(), window.height(), marks);
  }

  private boolean isSeen(int x, int y) {
    for (Mask none : invalid) {
      if (none.at(x, y)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Every so-many-th pixel of the whole picture, each the mean of the 3 x 3 around it: enough to
   * know what the frame is like as a whole, and the same whatever the tiles are.
   *
   * @param most how many at the most, at least 100
   * @return per band its values; unseen pixels are left out of all bands
   */
  public float[][] sampled(int most) {
    int step =
        Math.max(1, (int) Math.ceil(Math.sqrt((double) whole.width() * whole.height() / most)));
    int columns = (whole.width() - 1) / step + 1;
    int rows = (whole.height() - 1) / step + 1;
    float[][] taken = new float[bands.size()][columns * rows];
    int count = 0;
    for (int y = step / 2; y < whole.height(); y += step) {
      for (int x = step / 2; x < whole.width(); x += step) {
        if (isSeen(x, y)) {
          for (int band = 0; band < taken.length; band++) {
            taken[band][count] = meanAround(samples.get(band), x, y);
          }
          count++;
        }
      }
    }
    for (int band = 0; band < taken.length; band++) {
      taken[band] = Arrays.copyOf(taken[band], count);
    }
    return taken;
  }

  private float meanAround(Samples band, int x, int y) {
    float sum = 0;
    int count = 0;
    for (int row = Math.max(0, y - 1); row <= Math.min(whole.height() - 1, y + 1); row++) {
      for (int column = Math.max(0, x - 1);
          column <= Math.min(whole.width() - 1, x + 1);
          column++) {
        sum += band.at(row * whole.width() + column);
        count++;
      }
    }
    return sum / count;
  }

  /** An outline on the working grid, in pixels of the frame's first band and never outside it. */
  public PixelOutline inFrame(List<PixelPoint> ring) {
    return new PixelOutline(ring.stream().map(this::inFrame).toList());
  }

  private PixelPoint inFrame(PixelPoint corner) {
    double x = corner.xPixels() * framePixelsPerColumn;
    double y = corner.yPixels() * framePixelsPerRow;
    return new PixelPoint(
        Math.max(0, Math.min(frameWidthPixels, x)), Math.max(0, Math.min(frameHeightPixels, y)));
  }
}

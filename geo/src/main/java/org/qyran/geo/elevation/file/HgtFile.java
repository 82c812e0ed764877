package org.qyran.geo.elevation.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.qyran.geo.elevation.ElevationRaster.BlockSize;
import org.qyran.geo.elevation.GridPlacement;
import org.qyran.geo.elevation.GridSource;
import org.qyran.geo.elevation.RasterFacts;
import org.qyran.geo.elevation.StatedDatum;
import org.qyran.geo.elevation.SurfaceKind;

/**
 * A tile of the Shuttle Radar Topography Mission and of models given out in its form.
 *
 * <p>The name is the south-western corner, {@code N43E076.hgt}. The file is nothing but big-endian
 * 16-bit metres above the EGM96 geoid, row by row from the north, 3601 x 3601 (one second of arc)
 * or 1201 x 1201 (three), -32768 where unknown; the outermost values lie on the degree and are
 * those of the neighbouring tile too (NASA, SRTM Collection User Guide, 2015). Radar sees the tops
 * of things, so it is a surface.
 *
 * <p>Immutable; threads may share it.
 */
final class HgtFile implements HeightFile {

  private static final int UNKNOWN = Short.MIN_VALUE;

  private final Path file;
  private final DegreeCorner corner;
  private final int side;

  private HgtFile(Path file, DegreeCorner corner, int side) {
    this.file = file;
    this.corner = corner;
    this.side = side;
  }

  static HgtFile open(Path file) throws IOException {
    DegreeCorner corner =
        DegreeCorner.find(PathNames.of(file))
            .orElseThrow(
                () ->
                    new IOException(
                        "the elevation tile %s must be named after its south-western corner, like"
                                .formatted(file)
                            + " N43E076.hgt"));
    long bytes = Files.size(file);
    for (int side : new int[] {1201, 3601}) {
      if (bytes == 2L * side * side) {
        return new HgtFile(file, corner, side);
      }
    }
    throw new IOException(
        String.format(
            Locale.ROOT,
            "the elevation tile %s has %,d bytes; a whole one has 2,884,802 (1201 x 1201 values) or"
                + " 25,934,402 (3601 x 3601)",
            file,
            bytes));
  }

  @Override
  public int columns() {
    return side;
  }

  @Override
  public int rows() {
    return side;
  }

  @Override
  public BlockSize blockSize() {
    return new BlockSize(400, 400);
  }

  @Override
  public RasterFacts facts() {
    return new RasterFacts(StatedDatum.MEAN_SEA_LEVEL, SurfaceKind.SURFACE, 0, 1);
  }

  @Override
  public GridPlacement placement() {
    return GridPlacement.ofDegrees(
        side, side, corner.longitudeDegrees(), corner.latitudeDegrees() + 1, side - 1, side - 1);
  }

  @Override
  public Optional<DegreeCorner> findCorner() {
    return Optional.of(corner);
  }

  @Override
  public float[] read(int column, int row, int columns, int rows) throws IOException {
    float[] heights = new float[columns * rows];
    ByteBuffer values = ByteBuffer.allocate(2 * columns);
    try (FileChannel channel = FileChannel.open(file)) {
      for (int down = 0; down < rows; down++) {
        PathNames.readFully(
            channel, values.clear(), 2L * ((row + down) * (long) side + column), file);
        for (int right = 0; right < columns; right++) {
          short meters = values.getShort(2 * right);
          heights[down * columns + right] =
              meters == UNKNOWN ? Float.NaN : GridSource.heightOrUnknown(meters);
        }
      }
    }
    return heights;
  }
}

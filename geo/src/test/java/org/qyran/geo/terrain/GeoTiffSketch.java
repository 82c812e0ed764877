package org.qyran.geo.terrain;

import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import javax.media.jai.RasterFactory;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;

/** Writes small elevation rasters for tests, in the system and with the heights a test asks for. */
public final class GeoTiffSketch {

  /** The height at a place, in the coordinates of the raster: easting and northing, or degrees. */
  @FunctionalInterface
  public interface Surface {
    double heightAt(double x, double y);
  }

  private GeoTiffSketch() {}

  /**
   * A raster of square cells.
   *
   * @param code of the system, {@code EPSG:32643}
   * @param west x of its western edge
   * @param north y of its northern edge
   * @param cell width and height, in the units of the system
   */
  public static Path write(
      Path file,
      String code,
      double west,
      double north,
      double cell,
      int columns,
      int rows,
      Surface surface) {
    return write(file, code, west, north, cell, columns, rows, DataBuffer.TYPE_FLOAT, surface);
  }

  /** A raster of bytes, all 200, as pictures are. */
  public static Path writeBytes(
      Path file, String code, double west, double north, double cell, int columns, int rows) {
    return write(file, code, west, north, cell, columns, rows, DataBuffer.TYPE_BYTE, (x, y) -> 200);
  }

  private static Path write(
      Path file,
      String code,
      double west,
      double north,
      double cell,
      int columns,
      int rows,
      int type,
      Surface surface) {
    WritableRaster raster = RasterFactory.createBandedRaster(type, columns, rows, 1, null);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        raster.setSample(
            column,
            row,
            0,
            surface.heightAt(west + (column + 0.5) * cell, north - (row + 0.5) * cell));
      }
    }
    try {
      CoordinateReferenceSystem system = CRS.decode(code, true);
      GeoTiffWriter writer = new GeoTiffWriter(file.toFile());
      writer.write(
          new GridCoverageFactory()
              .create(
                  "heights",
                  raster,
                  new ReferencedEnvelope(
                      west, west + columns * cell, north - rows * cell, north, system)),
          null);
      writer.dispose();
    } catch (IOException | FactoryException e) {
      throw new IllegalStateException("cannot write the test raster " + file, e);
    }
    return file;
  }
}

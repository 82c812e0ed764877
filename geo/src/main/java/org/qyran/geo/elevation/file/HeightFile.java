package org.qyran.geo.elevation.file;

import java.io.IOException;
import java.util.Optional;
import org.qyran.geo.elevation.ElevationRaster.BlockSize;
import org.qyran.geo.elevation.GridPlacement;
import org.qyran.geo.elevation.GridSource;
import org.qyran.geo.elevation.RasterFacts;

/** One file of heights whose header has been read. */
public interface HeightFile extends GridSource {

  int columns();

  int rows();

  /** How many values are best read at once. */
  BlockSize blockSize();

  RasterFacts facts();

  /** Where the grid lies; a part of a VRT is never asked. */
  GridPlacement placement() throws IOException;

  /** Whether the file is rather a picture: then nobody means it as heights unless they say so. */
  default boolean looksLikeAPicture() {
    return false;
  }

  /** The degree that the file covers, when it is one of a set of one-degree tiles. */
  default Optional<DegreeCorner> findCorner() {
    return Optional.empty();
  }
}

package org.qyran.jobs.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qyran.geo.terrain.Terrain;
import org.qyran.geo.terrain.TerrainSettings;

/**
 * An elevation model that all workers of one process share, with the heights that it holds in
 * memory. It is opened when the first worker asks and let go when the last gives it back.
 */
public final class TerrainLoan implements AutoCloseable {

  private record Title(List<String> rasters, TerrainSettings settings) {}

  private static final Map<Title, TerrainLoan> LENT = new HashMap<>();

  private final Title title;
  private final Terrain terrain;
  private int readers;

  private TerrainLoan(Title title, Terrain terrain) {
    this.title = title;
    this.terrain = terrain;
  }

  /**
   * Borrows the model of some rasters.
   *
   * @throws IOException with one sentence for a person when a raster cannot be used
   */
  public static TerrainLoan of(List<String> rasters, TerrainSettings settings) throws IOException {
    Title title = new Title(rasters, settings);
    synchronized (LENT) {
      TerrainLoan loan = LENT.get(title);
      if (loan == null) {
        loan =
            new TerrainLoan(title, Terrain.open(rasters.stream().map(Path::of).toList(), settings));
        LENT.put(title, loan);
      }
      loan.readers++;
      return loan;
    }
  }

  /** The model; not to be used after the loan is given back. */
  public Terrain terrain() {
    return terrain;
  }

  @Override
  public void close() {
    synchronized (LENT) {
      readers--;
      if (readers == 0) {
        LENT.remove(title);
      }
    }
  }
}

package org.qyran.geo.terrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qyran.geo.elevation.BlockCache;
import org.qyran.geo.elevation.ElevationRaster;
import org.qyran.geo.elevation.RasterFacts;
import org.qyran.geo.elevation.StatedDatum;
import org.qyran.geo.elevation.SurfaceKind;
import org.qyran.geo.elevation.set.ElevationSet;
import org.qyran.model.GeoPoint;

/** Ground from elevation rasters, the first that has a value winning. */
final class RasterTerrain implements Terrain {

  private final List<ElevationSet> sets;
  private final LayerIndex index;
  private final List<TerrainSource> sources;

  private RasterTerrain(
      List<ElevationSet> sets, List<GroundLayer> layers, List<TerrainSource> sources) {
    this.sets = List.copyOf(sets);
    this.index = new LayerIndex(layers);
    this.sources = List.copyOf(sources);
  }

  static RasterTerrain open(List<Path> paths, TerrainSettings settings) throws IOException {
    BlockCache cache = new BlockCache(settings.cacheMegabytes() * 1_000_000L);
    List<ElevationSet> sets = new ArrayList<>();
    List<GroundLayer> layers = new ArrayList<>();
    List<TerrainSource> sources = new ArrayList<>();
    for (Path path : paths) {
      ElevationSet set = ElevationSet.open(path, cache);
      sets.add(set);
      set.rasters().forEach(raster -> layers.add(layer(raster, settings)));
      sources.addAll(sources(set, settings));
    }
    return new RasterTerrain(sets, layers, sources);
  }

  private static GroundLayer layer(ElevationRaster raster, TerrainSettings settings) {
    return new GroundLayer(
        raster,
        errorMeters(raster, settings),
        datum(raster.facts(), settings) == TerrainSettings.Datum.MEAN_SEA_LEVEL);
  }

  private static double errorMeters(ElevationRaster raster, TerrainSettings settings) {
    double stated = raster.facts().errorMeters();
    return stated > 0 ? stated : settings.errorMeters(raster.placement().spacingMeters());
  }

  private static TerrainSettings.Datum datum(RasterFacts facts, TerrainSettings settings) {
    if (settings.datum() != TerrainSettings.Datum.OF_FILE) {
      return settings.datum();
    }
    return facts.datum() == StatedDatum.ELLIPSOID
        ? TerrainSettings.Datum.ELLIPSOID
        : TerrainSettings.Datum.MEAN_SEA_LEVEL;
  }

  private static SurfaceKind kind(RasterFacts facts, TerrainSettings settings) {
    return switch (settings.kind()) {
      case OF_FILE -> facts.kind();
      case SURFACE -> SurfaceKind.SURFACE;
      case BARE_EARTH -> SurfaceKind.BARE_EARTH;
    };
  }

  /** Rasters of one set that differ in nothing that a person must know become one line. */
  private static List<TerrainSource> sources(ElevationSet set, TerrainSettings settings) {
    Map<TerrainSource, TerrainSource> lines = new LinkedHashMap<>();
    for (ElevationRaster raster : set.rasters()) {
      RasterFacts facts = raster.facts();
      TerrainSource alike =
          new TerrainSource(
              set.name(),
              kind(facts, settings),
              datum(facts, settings),
              0,
              errorMeters(raster, settings),
              0);
      TerrainSource line =
          lines.getOrDefault(alike, withRaster(alike, Double.POSITIVE_INFINITY, 0));
      lines.put(
          alike,
          withRaster(
              alike,
              Math.min(line.spacingMeters(), raster.placement().spacingMeters()),
              line.tiles() + facts.tiles()));
    }
    return List.copyOf(lines.values());
  }

  private static TerrainSource withRaster(TerrainSource line, double spacingMeters, int tiles) {
    return new TerrainSource(
        line.name(), line.kind(), line.datum(), spacingMeters, line.errorMeters(), tiles);
  }

  @Override
  public Optional<Ground> findGround(GeoPoint point) {
    for (GroundLayer layer : index.near(point, point)) {
      double height = layer.heightMeters(point);
      if (!Double.isNaN(height)) {
        return Optional.of(
            new Ground(height, layer.errorMeters(), layer.raster().placement().spacingMeters()));
      }
    }
    return Optional.empty();
  }

  @Override
  public Meeting follow(Sightline line) {
    Optional<Ground> below = findGround(line.camera());
    if (below.isPresent() && below.get().heightMeters() >= line.heightMeters()) {
      return Meeting.none(Meeting.Kind.CAMERA_BELOW_GROUND);
    }
    double usual = below.map(Ground::heightMeters).orElse(0.0);
    return new RasterWalk(index, this::findMissing, usual, line).walk();
  }

  @Override
  public Optional<String> findMissing(GeoPoint point) {
    return sets.stream().flatMap(set -> set.findMissing(point).stream()).findFirst();
  }

  @Override
  public boolean isKnown() {
    return true;
  }

  @Override
  public List<TerrainSource> sources() {
    return sources;
  }

  @Override
  public List<String> remarks() {
    return sets.stream().flatMap(set -> set.remarks().stream()).toList();
  }
}

package org.qyran.evaluation.set.kampala;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.qyran.detection.plane.Plane;
import org.qyran.evaluation.set.outline.OutlineMatching;
import org.qyran.evaluation.set.outline.PixelPolygon;
import org.qyran.evaluation.set.picture.Pictures;
import org.qyran.evaluation.set.picture.ScoreMapFile;
import org.qyran.evaluation.set.picture.SearchedPicture;
import org.qyran.evaluation.set.result.FigureTable;
import org.qyran.evaluation.set.result.LabelledSet;
import org.qyran.evaluation.set.result.Overlay;
import org.qyran.evaluation.set.result.SetResult;
import org.qyran.evaluation.set.tile.TileMosaic;
import org.qyran.evaluation.set.tile.WebMapTile;
import org.qyran.evaluation.set.wire.LabelFile;
import org.qyran.model.Detection;
import org.qyran.model.DetectionType;
import org.qyran.model.GeoPoint;
import org.qyran.model.PixelPoint;

/**
 * Scores the structure detector's outlines against roofs that people outlined.
 *
 * <p>Assumes web-map tiles {@code NAME-x-y-zoom.png} and one GeoJSON file of polygons beside them.
 * Tiles that touch are searched as one picture. Outlines are compared in pixels of the mosaic,
 * which the map stretches evenly in both directions, so overlaps are those on the ground; offsets
 * are measured on the ground. The labels fit the roofs within about 0.3 m, which alone keeps the
 * overlap of a 4 m shed below 0.8.
 */
public final class KampalaSet implements LabelledSet {

  private static final double LOOSE = 0.25;
  private static final int WEB_MERCATOR = 3857;

  @Override
  public SetResult evaluate(Path data, Path out) throws IOException {
    Map<WebMapTile, Path> files = tiles(data);
    List<List<GeoPoint>> labels = LabelFile.rings(labels(data));
    RoofTally tally = new RoofTally();
    List<Overlay> overlays = new ArrayList<>();
    List<TileMosaic> mosaics = TileMosaic.of(files.keySet());
    for (TileMosaic mosaic : mosaics) {
      BufferedImage picture = picture(mosaic, files);
      SearchedPicture searched =
          SearchedPicture.of(mosaic.name(), picture, mosaic.corner().groundMeters());
      writeScores(out, mosaic, searched);
      List<RoofTruth> truths = truths(mosaic, labels);
      List<Detection> structures = searched.of(DetectionType.STRUCTURE_OF_INTEREST);
      List<Geometry> found =
          structures.stream().map(structure -> PixelPolygon.of(structure.outline())).toList();
      MosaicScore score = MosaicScore.of(mosaic.corner(), truths, found);
      tally.add(score, truths);
      overlays.add(overview(mosaic, picture, score, truths));
      overlays.addAll(Closeups.of(picture, score));
    }
    return new SetResult(
        "kampala",
        "Roofs of a town, %d tiles, mosaics: %d".formatted(files.size(), mosaics.size()),
        SearchedPicture.detectors().subList(0, 1),
        notes(files.keySet()),
        List.of(
            new FigureTable("structures", "Structures against roofs", tally.rows()),
            new FigureTable("roofs", "Every roof that counts, worst first", tally.roofRows())),
        List.of(),
        overlays);
  }

  private static Map<WebMapTile, Path> tiles(Path data) throws IOException {
    Map<WebMapTile, Path> tiles = new LinkedHashMap<>();
    for (Path file : Pictures.files(data)) {
      WebMapTile.ofName(file.getFileName().toString()).ifPresent(tile -> tiles.put(tile, file));
    }
    if (tiles.isEmpty()) {
      throw new IOException(data + " holds no tile named NAME-x-y-zoom.png");
    }
    return tiles;
  }

  private static Path labels(Path data) throws IOException {
    List<Path> labels =
        Pictures.files(data).stream()
            .filter(file -> file.getFileName().toString().endsWith(".geojson"))
            .toList();
    if (labels.size() != 1) {
      throw new IOException(
          "%s holds %d files *.geojson, expected one with the labels"
              .formatted(data, labels.size()));
    }
    return labels.get(0);
  }

  private static BufferedImage picture(TileMosaic mosaic, Map<WebMapTile, Path> files)
      throws IOException {
    BufferedImage picture = Pictures.blank(mosaic.widthPixels(), mosaic.heightPixels());
    for (WebMapTile tile : mosaic.tiles()) {
      Path file = Objects.requireNonNull(files.get(tile));
      BufferedImage chip = Pictures.read(file);
      if (chip.getWidth() != WebMapTile.SIDE_PIXELS || chip.getHeight() != chip.getWidth()) {
        throw new IOException(
            "%s is %d x %d pixels, a tile is 256 x 256"
                .formatted(file, chip.getWidth(), chip.getHeight()));
      }
      Pictures.lay(
          chip,
          picture,
          (tile.x() - mosaic.corner().x()) * WebMapTile.SIDE_PIXELS,
          (tile.y() - mosaic.corner().y()) * WebMapTile.SIDE_PIXELS);
    }
    return picture;
  }

  private static void writeScores(Path out, TileMosaic mosaic, SearchedPicture searched)
      throws IOException {
    if (searched.oddness().isPresent()) {
      Plane oddness = searched.oddness().get();
      double pixel = mosaic.corner().mercatorPixelMeters();
      ScoreMapFile.write(
          out.resolve("scores/%s_structure_rgb.tif".formatted(mosaic.name())),
          oddness,
          new ScoreMapFile.Grid(
              WEB_MERCATOR,
              mosaic.corner().mercatorEastMeters(0),
              mosaic.corner().mercatorNorthMeters(0),
              pixel * mosaic.widthPixels() / oddness.width(),
              pixel * mosaic.heightPixels() / oddness.height()));
    }
  }

  private static List<RoofTruth> truths(TileMosaic mosaic, List<List<GeoPoint>> labels) {
    Geometry seen =
        PixelPolygon.union(
            mosaic.tiles().stream()
                .map(
                    tile -> {
                      double left =
                          (tile.x() - mosaic.corner().x()) * (double) WebMapTile.SIDE_PIXELS;
                      double top =
                          (tile.y() - mosaic.corner().y()) * (double) WebMapTile.SIDE_PIXELS;
                      return PixelPolygon.box(
                          left, top, left + WebMapTile.SIDE_PIXELS, top + WebMapTile.SIDE_PIXELS);
                    })
                .toList());
    List<RoofTruth> truths = new ArrayList<>();
    for (List<GeoPoint> label : labels) {
      List<Coordinate> corners = new ArrayList<>();
      for (GeoPoint place : label) {
        PixelPoint pixel = mosaic.corner().pixel(place);
        corners.add(new Coordinate(pixel.xPixels(), pixel.yPixels()));
      }
      truths.addAll(RoofTruth.of(PixelPolygon.ring(corners), seen));
    }
    return truths;
  }

  private static Overlay overview(
      TileMosaic mosaic, BufferedImage picture, MosaicScore score, List<RoofTruth> truths) {
    List<Overlay.Shape> shapes = new ArrayList<>();
    OutlineMatching loose = score.matched(LOOSE);
    Set<Integer> matched = loose.truthsMatched();
    Set<Integer> right = loose.findingsMatched();
    truths.stream()
        .filter(roof -> !roof.counts())
        .forEach(roof -> Closeups.add(shapes, Overlay.Kind.IGNORED, roof.area()));
    for (int roof = 0; roof < score.roofs().size(); roof++) {
      Closeups.add(
          shapes,
          matched.contains(roof) ? Overlay.Kind.FOUND : Overlay.Kind.MISSED,
          score.roofs().get(roof));
    }
    for (int finding = 0; finding < score.findings().size(); finding++) {
      Closeups.add(
          shapes,
          right.contains(finding) ? Overlay.Kind.FINDING : Overlay.Kind.FALSE_ALARM,
          score.findings().get(finding));
    }
    score.excused().forEach(finding -> Closeups.add(shapes, Overlay.Kind.FINDING, finding));
    return new Overlay(
        "%s: %d of %d roofs matched at an overlap of 0.25, %d of %d findings wrong"
            .formatted(
                mosaic.name(),
                matched.size(),
                score.roofs().size(),
                score.findings().size() - right.size(),
                score.findings().size()),
        Pictures.jpeg(picture),
        mosaic.widthPixels(),
        mosaic.heightPixels(),
        shapes);
  }

  private static List<String> notes(Set<WebMapTile> tiles) {
    WebMapTile first = tiles.iterator().next();
    return List.of(
        String.format(
            Locale.ROOT,
            "Ground size of a pixel follows from zoom and latitude: %.4f m.",
            first.groundMeters()),
        "Tiles that touch along an edge are searched as one picture, so outlines cross their edges;"
            + " places that no tile covers are black.",
        "A roof cut by the border of the mosaic is cut there, and counts if at least half of it is"
            + " inside. One that is seen less does not count, and a finding that lies on such roofs"
            + " by half or more is neither right nor wrong.",
        "Pairs are one to one, largest intersection over union first. centre_in_roof counts"
            + " findings whose centroid lies in a roof, and roofs that hold such a centroid.",
        "Offset: between the centroids of a pair, on the ground.",
        "Roofs are what this detector calls ground where they are many: it looks for what is odd in"
            + " a frame, and reports up to 800 m².");
  }
}

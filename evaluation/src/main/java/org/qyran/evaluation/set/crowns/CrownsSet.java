package org.qyran.evaluation.set.crowns;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.qyran.evaluation.set.outline.OutlineMatching;
import org.qyran.evaluation.set.outline.PixelPolygon;
import org.qyran.evaluation.set.picture.GroundScale;
import org.qyran.evaluation.set.picture.Pictures;
import org.qyran.evaluation.set.picture.ScoreMapFile;
import org.qyran.evaluation.set.picture.SearchedPicture;
import org.qyran.evaluation.set.result.FigureTable;
import org.qyran.evaluation.set.result.LabelledSet;
import org.qyran.evaluation.set.result.Overlay;
import org.qyran.evaluation.set.result.Row;
import org.qyran.evaluation.set.result.SetResult;
import org.qyran.model.Detection;
import org.qyran.model.DetectionType;

/**
 * Counts what the detectors report where there are only natural trees: hard negatives, every
 * finding of which is one too many, by hectare.
 *
 * <p>Assumes that pictures which are no GeoTIFFs have pixels of 0.1 m, as the airborne chips of
 * this set do. A finding lies on crowns if half of it or more lies in marked crowns, boxes mostly,
 * so shares on crowns are on the high side.
 */
public final class CrownsSet implements LabelledSet {

  private static final double ASSUMED_GSD_METERS = 0.1;
  private static final double ON_CROWNS = 0.5;
  private static final double SQUARE_METERS_PER_HECTARE = 10_000;

  /** Counts of one picture, or of all. */
  private record Counts(
      int stands, int standsToVisit, int standsOn, int structures, int structuresOn, int crowns) {

    Counts plus(Counts other) {
      return new Counts(
          stands + other.stands,
          standsToVisit + other.standsToVisit,
          standsOn + other.standsOn,
          structures + other.structures,
          structuresOn + other.structuresOn,
          crowns + other.crowns);
    }

    Row row(String picture, double hectares) {
      return Row.of("picture", picture)
          .with("hectares", hectares, 4)
          .with("crowns", crowns)
          .with("vegetation_stands", stands)
          .with("plantations_to_visit", standsToVisit)
          .with("vegetation_stands_on_crowns", standsOn)
          .with("vegetation_stands_per_ha", stands / hectares, 1)
          .with("structures", structures)
          .with("structures_on_crowns", structuresOn)
          .with("structures_per_ha", structures / hectares, 1);
    }
  }

  /** A picture to draw, and how bad it is. */
  private record Case(double findingsPerHectare, Overlay overlay) {}

  @Override
  public SetResult evaluate(Path data, Path out) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<Case> cases = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Counts all = new Counts(0, 0, 0, 0, 0, 0);
    double hectares = 0;
    for (Map.Entry<String, Path> picture : pictures(data).entrySet()) {
      Path file = picture.getValue();
      Optional<GroundScale> scale = GroundScale.read(file);
      Optional<List<Geometry>> crowns = CrownLabels.find(file, scale);
      if (crowns.isEmpty()) {
        notes.add(file.getFileName() + " has no truth beside it and was left out.");
        continue;
      }
      BufferedImage image = Pictures.read(file);
      double gsd = scale.map(GroundScale::gsdMeters).orElse(ASSUMED_GSD_METERS);
      SearchedPicture searched = SearchedPicture.of(picture.getKey(), image, gsd);
      writeScores(out, picture.getKey(), searched);
      double size =
          image.getWidth() * (double) image.getHeight() * gsd * gsd / SQUARE_METERS_PER_HECTARE;
      Counts counts = counts(searched, crowns.get());
      rows.add(counts.row(file.getFileName().toString(), size));
      all = all.plus(counts);
      hectares += size;
      cases.add(drawn(file, image, crowns.get(), searched, counts, size));
    }
    if (cases.isEmpty()) {
      throw new IOException(data + " holds no picture with crowns marked beside it");
    }
    rows.add(all.row("all", hectares));
    cases.sort(Comparator.comparingDouble(Case::findingsPerHectare).reversed());
    notes.addAll(
        List.of(
            "Every finding counts as one too many: nothing but natural trees is known to be there."
                + " Few hectares, so the figures by hectare are rough.",
            "Ground size of a pixel: of the GeoTIFF; 0.1 m where a picture has no place.",
            "On crowns: half of the finding or more lies in the union of the marked crowns.",
            "Pictures are seen alone, so a stand that takes more than 0.3 of one is ground to the"
                + " detector, and clearings look as rare as they are in the picture."));
    return new SetResult(
        "crowns",
        "Natural trees as hard negatives, %d pictures".formatted(cases.size()),
        SearchedPicture.detectors(),
        notes,
        List.of(new FigureTable("findings", "Findings among natural trees", rows)),
        List.of(),
        cases.stream().map(Case::overlay).toList());
  }

  /** One file per name: the TIFF, which knows its place, before others. */
  private static Map<String, Path> pictures(Path data) throws IOException {
    Map<String, Path> pictures = new LinkedHashMap<>();
    for (String ending : List.of(".tif", ".png")) {
      for (Path file : Pictures.files(data)) {
        String name = file.getFileName().toString();
        if (name.endsWith(ending)) {
          pictures.putIfAbsent(name.substring(0, name.length() - ending.length()), file);
        }
      }
    }
    return pictures;
  }

  private static void writeScores(Path out, String name, SearchedPicture searched)
      throws IOException {
    if (searched.oddness().isPresent()) {
      ScoreMapFile.write(
          out.resolve("scores/%s_structure_rgb.tif".formatted(name)), searched.oddness().get());
    }
    if (searched.greenness().isPresent()) {
      ScoreMapFile.write(
          out.resolve("scores/%s_greenness.tif".formatted(name)), searched.greenness().get());
    }
  }

  private static Counts counts(SearchedPicture searched, List<Geometry> crowns) {
    Geometry crowned = PixelPolygon.union(crowns);
    List<Detection> stands = searched.flaggedPlants();
    List<Detection> structures = searched.of(DetectionType.STRUCTURE_OF_INTEREST);
    return new Counts(
        stands.size(),
        searched.plantsToVisit().size(),
        (int) stands.stream().filter(stand -> liesOn(stand, crowned)).count(),
        structures.size(),
        (int) structures.stream().filter(structure -> liesOn(structure, crowned)).count(),
        crowns.size());
  }

  private static boolean liesOn(Detection detection, Geometry crowned) {
    return OutlineMatching.shareWithin(PixelPolygon.of(detection.outline()), crowned) >= ON_CROWNS;
  }

  private static Case drawn(
      Path file,
      BufferedImage image,
      List<Geometry> crowns,
      SearchedPicture searched,
      Counts counts,
      double hectares) {
    List<Overlay.Shape> shapes = new ArrayList<>();
    for (Geometry crown : crowns) {
      PixelPolygon.outlines(crown)
          .forEach(outline -> shapes.add(new Overlay.Shape(Overlay.Kind.IGNORED, outline)));
    }
    for (Detection stand : searched.flaggedPlants()) {
      shapes.add(new Overlay.Shape(Overlay.Kind.FINDING, stand.outline()));
    }
    for (Detection structure : searched.of(DetectionType.STRUCTURE_OF_INTEREST)) {
      shapes.add(new Overlay.Shape(Overlay.Kind.FALSE_ALARM, structure.outline()));
    }
    return new Case(
        (counts.stands() + counts.structures()) / hectares,
        new Overlay(
            String.format(
                Locale.ROOT,
                "%s, %.2f ha: %d stands (yellow) and %d structures (orange) among %d crowns (grey)",
                file.getFileName(),
                hectares,
                counts.stands(),
                counts.structures(),
                crowns.size()),
            Pictures.jpeg(image),
            image.getWidth(),
            image.getHeight(),
            shapes));
  }
}

package org.qyran.geo.layer;

import static org.qyran.geo.layer.Property.flag;
import static org.qyran.geo.layer.Property.integer;
import static org.qyran.geo.layer.Property.json;
import static org.qyran.geo.layer.Property.real;
import static org.qyran.geo.layer.Property.rounded;
import static org.qyran.geo.layer.Property.text;
import static org.qyran.geo.layer.Property.time;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.qyran.geo.survey.SurveyResult;
import org.qyran.model.Belief;
import org.qyran.model.CoveragePatch;
import org.qyran.model.CoveragePatch.SizedProbability;
import org.qyran.model.CoveragePatch.Viewing;
import org.qyran.model.Evidence;
import org.qyran.model.Footprint;
import org.qyran.model.FrameReceipt;
import org.qyran.model.Target;

/**
 * The layers of a survey, with the properties that everybody who reads the files relies on.
 *
 * <p>Metres are rounded to millimetres (areas to a hundredth of a square metre), degrees of angles
 * to hundredths, scores and probabilities to thousandths.
 */
public final class SurveyLayers {

  private static final int MILLIMETERS = 3;
  private static final int AREA = 2;
  private static final int ANGLE = 2;
  private static final int SCORE = 3;
  private static final int SAMPLING = 4;
  private static final int MEASURE = 6;

  /** Digits of a probability: most of what is flagged in one frame is unlikely. */
  private static final int BELIEF = 5;

  private SurveyLayers() {}

  /** One feature for each target, the highest score first. */
  public static Layer<Target> targets(List<Target> targets, Map<String, List<String>> chips) {
    return new Layer<>(
        "targets",
        "Things worth a second look; a person decides.",
        Layer.GeometryKind.AREA,
        targets.stream()
            .sorted(Comparator.comparingDouble(Target::score).reversed().thenComparing(Target::id))
            .toList(),
        List.of(
            text("id", Target::id),
            text("type", target -> target.type().wireName()),
            text("subtype", target -> orNull(target.subtype())),
            text("status", Target::status),
            text("queue", Target::queue),
            real("score", SCORE, Target::score),
            real("probability", BELIEF, Target::probability),
            real("prior", MEASURE, Target::prior),
            text("model", Target::model),
            integer("looks", target -> target.looks().size()),
            real("looks_effective", SCORE, Target::looksEffective),
            json("evidence", target -> evidence(target.evidence())),
            json("alternatives", Target::alternatives),
            real("area_m2", AREA, Target::areaSquareMeters),
            real("area_lo", AREA, Target::areaLowSquareMeters),
            real("area_hi", AREA, Target::areaHighSquareMeters),
            // Nobody counts plants yet.
            integer("plants_est", target -> null),
            real("ce90_m", MILLIMETERS, Target::ce90Meters),
            real("le90_m", MILLIMETERS, Target::le90Meters),
            real("ce90_shared_m", MILLIMETERS, Target::ce90SharedMeters),
            real("ellipse_major_m", MILLIMETERS, target -> target.ellipse().semiMajorMeters()),
            real("ellipse_minor_m", MILLIMETERS, target -> target.ellipse().semiMinorMeters()),
            real("ellipse_bearing_deg", ANGLE, target -> target.ellipse().bearingDegrees()),
            real("height_m", MILLIMETERS, Target::heightMeters),
            time("first_seen", Target::firstSeen),
            time("last_seen", Target::lastSeen),
            json("frames", target -> target.looks().stream().map(SurveyLayers::frame).toList()),
            json("chips", target -> chips.getOrDefault(target.id(), List.of()))),
        target -> Optional.of(MapShape.area(target.ring(), List.of())));
  }

  /** One feature for each detection of each frame, by file; those without a place come last. */
  public static Layer<ListedDetection> detections(SurveyResult result) {
    return new Layer<>(
        "detections",
        "What was flagged, frame by frame, before fusion.",
        Layer.GeometryKind.AREA,
        ListedDetection.all(result),
        List.of(
            text("id", listed -> listed.detection().id()),
            text("frame", ListedDetection::file),
            text("sha256", ListedDetection::sha256),
            text("flight", ListedDetection::flight),
            text("type", listed -> listed.detection().type().wireName()),
            text("subtype", listed -> orNull(listed.detection().subtype())),
            real("score", SCORE, listed -> listed.detection().score()),
            real(
                "probability",
                BELIEF,
                listed -> listed.detection().findBelief().map(Belief::probability).orElse(null)),
            text("model", listed -> listed.detection().detector()),
            json("evidence", listed -> evidence(listed.detection().evidence())),
            json("alternatives", listed -> listed.detection().alternatives()),
            real("area_m2", AREA, ListedDetection::areaSquareMeters),
            real("ce90_m", MILLIMETERS, ListedDetection::ce90Meters),
            real("le90_m", MILLIMETERS, ListedDetection::le90Meters),
            real("ce90_own_m", MILLIMETERS, ListedDetection::ce90OwnMeters),
            json("ring_ce90_m", ListedDetection::ringCe90Meters),
            flag("grazing", ListedDetection::grazing),
            real("gsd_m", SAMPLING, ListedDetection::groundSamplingDistanceMeters),
            real("off_nadir_deg", ANGLE, ListedDetection::offNadirDegrees),
            time("time", ListedDetection::time),
            text("target", ListedDetection::target),
            text("reason", ListedDetection::reason)),
        listed -> listed.findRing().map(ring -> MapShape.area(ring, List.of())));
  }

  /** One feature for each patch that was seen, each that was hidden, and each gap. */
  public static Layer<CoveragePatch> coverage(List<CoveragePatch> patches) {
    return new Layer<>(
        "coverage",
        "What was seen, how often and how well; what was hidden; and the gaps in between.",
        Layer.GeometryKind.AREA,
        patches,
        List.of(
            text("flight", CoveragePatch::flight),
            flag("gap", CoveragePatch::gap),
            integer("looks", CoveragePatch::looks),
            real("gsd_m", SAMPLING, CoveragePatch::groundSamplingDistanceMeters),
            time("first_seen", CoveragePatch::firstSeen),
            time("last_seen", CoveragePatch::lastSeen),
            real("area_m2", AREA, CoveragePatch::areaSquareMeters),
            json("pod", SurveyLayers::probabilities),
            text("pod_basis", patch -> patch.gap() ? null : "assumed"),
            text("state", patch -> patch.state().wireName()),
            viewing("best_gsd_m", SAMPLING, Viewing::bestSamplingMeters),
            viewing("median_gsd_m", SAMPLING, Viewing::medianSamplingMeters),
            viewing("off_nadir_deg", ANGLE, Viewing::offNadirDegrees),
            viewing("sun_elevation_deg", ANGLE, Viewing::sunElevationDegrees),
            real("occluded_fraction", SCORE, SurveyLayers::occludedFraction),
            viewing("plants_searched_fraction", SCORE, Viewing::plantsSearchedFraction),
            viewing("structures_searched_fraction", SCORE, Viewing::structuresSearchedFraction),
            real("pod_ceiling", SCORE, SurveyLayers::detectionCeiling),
            flag("estimated", CoveragePatch::estimated)),
        patch ->
            Optional.of(
                MapShape.area(
                    patch.ring(), patch.holes().stream().map(CoveragePatch.Hole::ring).toList())));
  }

  /** One feature for each frame that has a place, in the order they were taken. */
  public static Layer<Footprint> footprints(List<Footprint> footprints) {
    return new Layer<>(
        "footprints",
        "The ground that each frame saw.",
        Layer.GeometryKind.AREA,
        footprints.stream()
            .sorted(Comparator.comparing(Footprint::time).thenComparing(Footprint::frameId))
            .toList(),
        List.of(
            text("frame", Footprint::file),
            text("flight", Footprint::flight),
            time("time", Footprint::time),
            real("gsd_m", SAMPLING, Footprint::groundSamplingDistanceMeters),
            real("off_nadir_deg", ANGLE, Footprint::offNadirDegrees),
            real("ce90_m", MILLIMETERS, Footprint::ce90Meters),
            real("camera_height_m", MILLIMETERS, SurveyLayers::cameraHeightMeters),
            real("ground_height_m", MILLIMETERS, SurveyLayers::groundHeightMeters),
            flag("level_ground", Footprint::levelGround),
            flag("clipped", Footprint::clipped),
            flag("estimated", Footprint::estimated)),
        footprint -> Optional.of(MapShape.area(footprint.ring(), List.of())));
  }

  private static @Nullable Double cameraHeightMeters(Footprint footprint) {
    return footprint.map() ? null : (Double) footprint.cameraHeightMeters();
  }

  /** A map tells no height, and without terrain nobody else does. */
  private static @Nullable Double groundHeightMeters(Footprint footprint) {
    return footprint.map() && footprint.levelGround()
        ? null
        : (Double) footprint.groundHeightMeters();
  }

  /** One feature for each file that was refused or has no place, by file; a point if it has one. */
  public static Layer<FrameReceipt> issues(SurveyResult result) {
    return new Layer<>(
        "issues",
        "Files that were refused, or looked at without a place, and why.",
        Layer.GeometryKind.POINT,
        result.issues(),
        List.of(
            text("frame", FrameReceipt::file),
            text("sha256", receipt -> orNull(receipt.sha256())),
            text("flight", FrameReceipt::flight),
            text("status", receipt -> receipt.status().name().toLowerCase(Locale.ROOT)),
            text("reason", receipt -> nameOf(receipt.reason())),
            text("detail", receipt -> orNull(receipt.detail())),
            time("time", FrameReceipt::time)),
        receipt -> Optional.ofNullable(receipt.position()).map(MapShape::point));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String nameOf(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  private static Object evidence(List<Evidence> evidence) {
    return evidence.stream()
        .map(
            one ->
                object(
                    "feature", one.feature(),
                    "value", rounded(one.value(), MEASURE),
                    "log_lr", number(one.logLikelihoodRatio(), SCORE)))
        .toList();
  }

  private static Object frame(Target.Look look) {
    return object(
        "sha256", look.sha256(),
        "time", look.time().toString(),
        "gsd_m", rounded(look.groundSamplingDistanceMeters(), SAMPLING),
        "off_nadir_deg", rounded(look.offNadirDegrees(), ANGLE));
  }

  private static Property<CoveragePatch> viewing(
      String name, int decimals, ToDoubleFunction<Viewing> number) {
    return real(
        name,
        decimals,
        patch -> {
          Viewing viewing = patch.viewing();
          return viewing == null ? null : number.applyAsDouble(viewing);
        });
  }

  /** Of the looks at hidden ground terrain took all; a gap had none to lose. */
  private static @Nullable Double occludedFraction(CoveragePatch patch) {
    Viewing viewing = patch.viewing();
    if (viewing != null) {
      return viewing.occludedFraction();
    }
    return patch.gap() ? null : 1.0;
  }

  private static @Nullable Double detectionCeiling(CoveragePatch patch) {
    Viewing viewing = patch.viewing();
    if (viewing != null) {
      return viewing.detectionCeiling();
    }
    return patch.gap() ? null : 0.0;
  }

  private static @Nullable Object probabilities(CoveragePatch patch) {
    if (patch.gap()) {
      return null;
    }
    Map<String, @Nullable Object> bySize = new LinkedHashMap<>();
    for (SizedProbability one : patch.detectionProbabilities()) {
      bySize.put(
          rounded(one.sizeSquareMeters(), AREA).toPlainString(), rounded(one.probability(), SCORE));
    }
    return bySize;
  }

  private static @Nullable Object number(@Nullable Double number, int decimals) {
    return number == null ? null : rounded(number, decimals);
  }

  private static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return object;
  }
}

package org.qyran.detection.plant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qyran.detection.find.Detector;
import org.qyran.detection.find.Finding;
import org.qyran.detection.image.PixelUnit;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.learn.PlantModel;
import org.qyran.detection.learn.PlattScaling;
import org.qyran.detection.plane.Blob;
import org.qyran.model.Belief;
import org.qyran.model.DetectionType;
import org.qyran.model.Evidence;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;

/**
 * Finds stands of plants that are likely to be cannabis, says how likely, why, and what else they
 * may be.
 *
 * <p>Every stand that was cut out is reported with its calibrated probability, however small:
 * thresholds are for those who read the list. Counts of several lenses that were not made
 * reflectance, pictures whose ground sampling distance the model was not made for, and cameras
 * without green, red or near infrared, are not looked at.
 *
 * <p>A stand is one of the plants that it was trained on, all of them simulated. Of a plant that
 * was not among them the probability says little.
 */
public final class PlantationDetector implements Detector {

  private static final int ALTERNATIVES = 3;
  private static final double LEAST_SHARE = 0.02;
  private static final double OUTLINE_METERS = 0.2;

  /** A picture may be so much coarser than the models' coarsest. */
  private static final double SLACK = 1.05;

  /** Of less ground nobody sees what stands around a plot. */
  private static final double LEAST_SIDE_METERS = 5;

  private final double atLeastSquareMeters;
  private final double atMostSquareMeters;

  /** With the models that come with the program, for stands of such sizes. */
  public PlantationDetector(double atLeastSquareMeters, double atMostSquareMeters) {
    this.atLeastSquareMeters = atLeastSquareMeters;
    this.atMostSquareMeters = atMostSquareMeters;
  }

  @Override
  public String name() {
    return "plantation 1";
  }

  @Override
  public Set<DetectionType> seeks() {
    return Set.of(DetectionType.CANNABIS_PLANTATION);
  }

  @Override
  public Optional<String> findReasonNotToLook(PreparedImage image) {
    Optional<Palette> palette = Palette.of(image);
    Optional<PlantModel> model = palette.flatMap(ShippedModels::find);
    if (palette.isEmpty() || model.isEmpty()) {
      return Optional.of(
          "it needs green, red, red edge and near infrared, or the three bands of one colour chip");
    }
    if (!canCompareBands(palette.get(), image)) {
      return Optional.of(
          "the counts of several lenses could not be made reflectance; photograph a reflectance"
              + " panel, or fly with the light sensor");
    }
    double mostGsdMeters = model.get().card().mostGsdMeters();
    if (image.gsdMeters() > SLACK * mostGsdMeters) {
      return Optional.of(
          "its models know plants in pixels of at most %s m on the ground; fly lower"
              .formatted(mostGsdMeters));
    }
    double shortSide = Math.min(image.whole().width(), image.whole().height()) * image.gsdMeters();
    return shortSide < LEAST_SIDE_METERS
        ? Optional.of("a picture must show at least %s m of ground".formatted(LEAST_SIDE_METERS))
        : Optional.empty();
  }

  @Override
  public List<Finding> find(PreparedImage image) {
    if (findReasonNotToLook(image).isPresent()) {
      return List.of();
    }
    Palette palette = Palette.of(image).orElseThrow();
    PlantModel model = ShippedModels.find(palette).orElseThrow();
    double cellSquareMeters = square(CellGrid.cellPixels(image.gsdMeters()) * image.gsdMeters());
    List<Stand> stands =
        new StandFinder(palette, model.cells())
            .find(image).stream()
                .filter(
                    stand -> {
                      double area = stand.blob().areaPixels() * cellSquareMeters;
                      return area >= atLeastSquareMeters && area <= atMostSquareMeters;
                    })
                .toList();
    return Rivals.best(stands, model.cuts()).stream()
        .map(stand -> finding(image, palette, model, stand))
        .sorted(Comparator.comparingDouble(Finding::score).reversed())
        .toList();
  }

  /** Each lens of a rig counts on its own scale; one colour chip has one, and a known white. */
  private static boolean canCompareBands(Palette palette, PreparedImage image) {
    return palette != Palette.MULTISPECTRAL || image.unit() != PixelUnit.DN;
  }

  private static double square(double value) {
    return value * value;
  }

  private static Finding finding(
      PreparedImage image, Palette palette, PlantModel model, Stand stand) {
    float[] features = stand.features();
    PlattScaling calibration = model.calibration();
    Belief belief =
        Belief.of(
            calibration.logLikelihoodRatio(model.stands().logOdds(features)), calibration.prior());
    List<PlantModel.Likeness> likenesses = model.likenesses(features);
    return new Finding(
        DetectionType.CANNABIS_PLANTATION,
        subtype(likenesses),
        outline(image, stand.blob()),
        belief.probability(),
        belief,
        evidence(palette, model, features),
        alternatives(likenesses));
  }

  private static String subtype(List<PlantModel.Likeness> likenesses) {
    return likenesses.stream()
        .map(PlantModel.Likeness::kind)
        .filter(PlantModel::isCannabis)
        .findFirst()
        .filter("cannabis_wild"::equals)
        .map(kind -> "wild")
        .orElse("tended");
  }

  private static List<String> alternatives(List<PlantModel.Likeness> likenesses) {
    return likenesses.stream()
        .filter(likeness -> !PlantModel.isCannabis(likeness.kind()))
        .filter(likeness -> likeness.share() >= LEAST_SHARE)
        .limit(ALTERNATIVES)
        .map(likeness -> likeness.kind().replace('_', ' '))
        .toList();
  }

  /** Each feature with what it moved the belief by; those that are not known, together. */
  private static List<Evidence> evidence(Palette palette, PlantModel model, float[] features) {
    double[] shares = model.stands().contributions(features);
    List<String> names = StandFinder.features(palette);
    List<Evidence> evidence = new ArrayList<>();
    double slope = model.calibration().slope();
    int unknown = 0;
    double ofUnknown = 0;
    for (int i = 0; i < features.length; i++) {
      if (Float.isNaN(features[i])) {
        unknown++;
        ofUnknown += slope * shares[i];
      } else {
        evidence.add(new Evidence(names.get(i), features[i], slope * shares[i]));
      }
    }
    if (unknown > 0) {
      evidence.add(new Evidence("features_not_known", unknown, ofUnknown));
    }
    evidence.sort(
        Comparator.comparingDouble((Evidence e) -> -Math.abs(e.findLogLikelihoodRatio().orElse(0)))
            .thenComparing(Evidence::feature));
    return evidence;
  }

  private static PixelOutline outline(PreparedImage image, Blob blob) {
    int side = CellGrid.cellPixels(image.gsdMeters());
    double tolerance = OUTLINE_METERS / (side * image.gsdMeters());
    return image.inFrame(
        blob.outline(tolerance).stream()
            .map(corner -> new PixelPoint(corner.xPixels() * side, corner.yPixels() * side))
            .toList());
  }
}

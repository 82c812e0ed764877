package org.qyran.evaluation.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.qyran.model.Attitude;
import org.qyran.model.CameraModel;
import org.qyran.sampledata.camera.Air;
import org.qyran.sampledata.camera.Flightway;
import org.qyran.sampledata.camera.LightImage;
import org.qyran.sampledata.camera.Photographer;
import org.qyran.sampledata.camera.Pose;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.spectrum.BandResponse;
import org.qyran.sampledata.spectrum.Material;
import org.qyran.sampledata.spectrum.PlantClass;
import org.qyran.sampledata.spectrum.SkyLight;
import org.qyran.sampledata.spectrum.Spectrum;
import org.qyran.sampledata.surface.CloudShadow;
import org.qyran.sampledata.surface.Country;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Scale;
import org.qyran.sampledata.surface.Sheen;
import org.qyran.sampledata.surface.Skin;
import org.qyran.sampledata.surface.SunDirection;
import org.qyran.sampledata.world.Family;
import org.qyran.sampledata.world.Gardener;
import org.qyran.sampledata.world.Season;
import org.qyran.sampledata.world.Wardrobe;
import org.qyran.sampledata.world.land.GroundCover;

/**
 * A level field of one class of plants in plots of 3.5 m, each its own stand on its own soil,
 * planted as the simulated worlds plant them and photographed from 110 m. Plots stand so far apart
 * that none shades the next.
 *
 * <p>The sun stands 50 degrees high, as in a survey of July; pictures look up to 20 degrees off
 * nadir, any way. Reflectance is what a product gets from them: radiance π over the irradiance on
 * level ground, haze and shading of the crowns left in.
 */
final class TestGarden {

  private static final double PLOT_METERS = 3.5;
  private static final double SUN_ELEVATION_DEGREES = 50;
  private static final double HEIGHT_METERS = 110;
  private static final double FARTHEST_OFF_NADIR_DEGREES = 20;
  private static final double CANOPY_NDVI = 0.5;

  /** Of the infrared of the plot's brightest leaves; what is darker lies in shade. */
  private static final double SUNLIT = 0.6;

  /** Share of a plot's pixels; a plot with less canopy is a gap in a stand of trees. */
  private static final double LEAST_SHARE = 0.02;

  private static final SunDirection SUN = SunDirection.of(SUN_ELEVATION_DEGREES, 115);
  private static final Season JULY = new Season(7);
  private static final Family FAMILY = Family.named("steppe-river");

  private final PlantClass plant;
  private final int plots;
  private final double pixelMeters;
  private final Chance chance;
  private final Wardrobe wardrobe;
  private final Air air;
  private final int red;
  private final int infrared;
  private final double stepMeters;
  private final int columns;
  private final Photographer photographer;

  /**
   * A field.
   *
   * @param plant that grows in it
   * @param plots of it
   * @param responses of a camera's bands
   * @param red the band's place among them
   * @param infrared the band's place among them
   * @param pixelMeters on the ground
   */
  TestGarden(
      PlantClass plant,
      int plots,
      List<BandResponse> responses,
      int red,
      int infrared,
      double pixelMeters) {
    this.plant = plant;
    this.plots = plots;
    this.pixelMeters = pixelMeters;
    this.chance = new Chance(20260724L).of(plant.name());
    this.wardrobe = new Wardrobe(responses);
    this.air = Air.of(SkyLight.clear(SUN_ELEVATION_DEGREES, 0.1, 600), responses, 1);
    this.red = red;
    this.infrared = infrared;
    List<Gardener.Plot> probe = List.of(planted(0, new PlanePoint(0, 0)));
    this.stepMeters = PLOT_METERS + 2.5;
    this.columns = (int) Math.ceil(Math.sqrt(plots));
    Country country =
        new Country(
            (east, north) -> 600,
            layers(),
            Scale.forPixel(pixelMeters, probe.get(0).topMeters() * 2, 0.01),
            SUN);
    this.photographer =
        new Photographer(country, air, new CloudShadow(0, new ValueNoise(chance.key())));
  }

  /** Mean reflectance of the canopy in the picture of every plot, by band. */
  List<double[]> spectra() {
    List<double[]> spectra = new ArrayList<>();
    for (int plot = 0; plot < plots; plot++) {
      canopy(photograph(plot)).ifPresent(spectra::add);
    }
    return spectra;
  }

  /** The picture of one plot and no more. */
  LightImage photograph(int plot) {
    int side = (int) Math.round(PLOT_METERS / pixelMeters);
    Chance look = chance.of("look").of(plot);
    double off = look.of(1).between(0, FARTHEST_OFF_NADIR_DEGREES);
    double yaw = look.of(2).between(0, 360);
    PlanePoint place =
        Outline.offset(middle(plot), -HEIGHT_METERS * Math.tan(Math.toRadians(off)), 0, yaw);
    double focal = HEIGHT_METERS / pixelMeters;
    CameraModel camera =
        new CameraModel(
            "test camera",
            side,
            side,
            focal,
            side / 2.0,
            side / 2.0,
            CameraModel.Distortion.NONE,
            CameraModel.Source.METADATA,
            0);
    return photographer.photograph(
        camera,
        new Pose(place, 600 + HEIGHT_METERS, new Attitude(yaw, off - 90, 0)),
        Flightway.STILL);
  }

  /** Mean reflectance of leaves, neither at an edge nor in shade; empty where nothing came up. */
  Optional<double[]> canopy(LightImage light) {
    float[][] planes = light.planes();
    int pixels = planes[0].length;
    double bright = SUNLIT * brightestGreen(planes);
    double[] sums = new double[planes.length];
    int lit = 0;
    for (int pixel = 0; pixel < pixels; pixel++) {
      if (planes[infrared][pixel] >= bright && isWithinGreen(planes, pixel, light.width())) {
        lit++;
        for (int band = 0; band < sums.length; band++) {
          sums[band] += reflectance(planes, band, pixel);
        }
      }
    }
    if (lit < LEAST_SHARE * pixels) {
      return Optional.empty();
    }
    int count = lit;
    return Optional.of(Arrays.stream(sums).map(sum -> sum / count).toArray());
  }

  /** Infrared radiance that a twentieth of the green pixels exceed. */
  private double brightestGreen(float[][] planes) {
    double[] sorted =
        IntStream.range(0, planes[0].length)
            .filter(pixel -> isGreen(planes, pixel))
            .mapToDouble(pixel -> planes[infrared][pixel])
            .sorted()
            .toArray();
    return sorted.length == 0 ? 0 : sorted[(int) (0.95 * (sorted.length - 1))];
  }

  /** Whether all around a pixel is green too, so that it holds leaves and nothing else. */
  private boolean isWithinGreen(float[][] planes, int pixel, int width) {
    int column = pixel % width;
    int height = planes[0].length / width;
    int row = Math.floorDiv(pixel, width);
    if (column == 0 || row == 0 || column == width - 1 || row == height - 1) {
      return false;
    }
    for (int beside = -1; beside <= 1; beside++) {
      for (int above = -1; above <= 1; above++) {
        if (!isGreen(planes, pixel + above * width + beside)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isGreen(float[][] planes, int pixel) {
    double low = reflectance(planes, red, pixel);
    double high = reflectance(planes, infrared, pixel);
    return (high - low) / (high + low) > CANOPY_NDVI;
  }

  private double reflectance(float[][] planes, int band, int pixel) {
    double irradiance = air.direct()[band] * SUN.upward() + air.diffuse()[band];
    return planes[band][pixel] * Math.PI / irradiance;
  }

  private List<Layer> layers() {
    List<Layer> ground = new ArrayList<>();
    List<Layer> standing = new ArrayList<>();
    ground.add(meadow());
    for (int plot = 0; plot < plots; plot++) {
      Gardener.Plot planted = planted(plot, middle(plot));
      ground.addAll(planted.ground());
      standing.addAll(planted.plants());
    }
    ground.addAll(standing);
    return ground;
  }

  private PlanePoint middle(int plot) {
    return new PlanePoint((plot % columns) * stepMeters, Math.floorDiv(plot, columns) * stepMeters);
  }

  private Gardener.Plot planted(int plot, PlanePoint middle) {
    Chance own = chance.of("plot").of(plot);
    Gardener gardener = new Gardener(JULY, wardrobe, FAMILY, own.of("gardener"));
    double heading = own.of("heading").between(0, 180);
    Outline outline = Outline.rectangle(middle, PLOT_METERS, PLOT_METERS, heading);
    return switch (plant) {
      case CANNABIS_TENDED -> gardener.tended(outline, plot % 2 == 0, heading, own);
      case CANNABIS_WILD -> gardener.wild(outline, own);
      default -> gardener.confuser(plant, outline, heading, own);
    };
  }

  /** Cured steppe, a quarter of it soil. */
  private Layer meadow() {
    Spectrum soil = Material.SOIL_DRY.draw(chance.of("soil").key());
    Spectrum cured = Material.DRY_GRASS.draw(chance.of("cured").key());
    List<Skin> mixtures = new ArrayList<>();
    for (int grade = 0; grade < GroundCover.GRADES * GroundCover.GRADES; grade++) {
      double bare = Math.floorDiv(grade, GroundCover.GRADES) / (GroundCover.GRADES - 1.0);
      mixtures.add(wardrobe.of(cured.mixed(soil, bare), Sheen.GROUND, 6));
    }
    return new GroundCover(
        mixtures, (east, north) -> 0.25, (east, north) -> 0, new ValueNoise(chance.key()));
  }
}

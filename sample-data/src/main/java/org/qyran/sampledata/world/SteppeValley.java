package org.qyran.sampledata.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.qyran.model.DetectionType;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Block;
import org.qyran.sampledata.shape.Colour;
import org.qyran.sampledata.shape.Crown;
import org.qyran.sampledata.shape.Solid;
import org.qyran.sampledata.shape.SolidGrid;
import org.qyran.sampledata.shape.ValueNoise;

/**
 * Grows the one world there is: a dry valley with a stream and a track, three planted plots, a tent
 * and a shed, willows along the water and bushes on the slopes. It is invented; no such place is
 * known to exist.
 *
 * <p>The seed decides the relief, the bends, every plant, and where within a few metres and how
 * turned the plots and buildings stand. It does not decide how many there are. Same seed, same
 * world.
 */
public final class SteppeValley {

  /** The way the valley runs, clockwise from north. */
  public static final double HEADING_DEGREES = 24;

  private static final Colour CROP = Colour.ofScreen(52, 84, 42);
  private static final Colour WILLOW = Colour.ofScreen(92, 110, 72);
  private static final Colour BUSH = Colour.ofScreen(108, 108, 76);
  private static final Colour TARPAULIN = Colour.ofScreen(58, 104, 160);
  private static final Colour IRON = Colour.ofScreen(176, 180, 184);

  private static final int BUSHES = 3_000;
  private static final double WORLD_METERS = 320;

  private final Random random;
  private final ValueNoise noise;
  private final ValleyLines lines;
  private final Relief relief;
  private final List<Landmark> landmarks = new ArrayList<>();
  private final List<Solid> solids = new ArrayList<>();

  private SteppeValley(long seed) {
    this.random = new Random(seed);
    this.noise = new ValueNoise(random.nextLong());
    this.lines =
        new ValleyLines(
            HEADING_DEGREES, 2 * Math.PI * random.nextDouble(), 2 * Math.PI * random.nextDouble());
    this.relief = new Relief(lines, noise);
  }

  /** The world of a seed. */
  public static World grow(long seed) {
    SteppeValley valley = new SteppeValley(seed);
    valley.plant("plot-1", 44, -82, 18, 15, 1.8);
    valley.plant("plot-2", -72, 14, 12, 10, 1.7);
    valley.plant("plot-3", -48, -100, 8.5, 7.5, 1.5);
    valley.pitchTent(77, -84);
    valley.buildShed(76, 76);
    valley.lineTheStream();
    valley.scatterBushes();
    List<Landmark> plots =
        valley.landmarks.stream().filter(landmark -> landmark.plants() > 0).toList();
    return new World(
        valley.relief,
        new Ground(valley.lines, valley.noise, plots),
        new SolidGrid(valley.solids, BakedField.HALF_SIDE_METERS),
        valley.landmarks);
  }

  /** A plot: plants in rows, set by hand and so never quite in line, a few of them failed. */
  private void plant(
      String name,
      double alongMeters,
      double acrossMeters,
      double lengthMeters,
      double widthMeters,
      double spacingMeters) {
    PlanePoint middle = nearby(alongMeters, acrossMeters);
    double heading = HEADING_DEGREES + between(-40, 40);
    Landmark plot =
        new Landmark(
            name,
            DetectionType.CANNABIS_PLANTATION,
            "plot",
            middle,
            heading,
            lengthMeters,
            widthMeters,
            1.9,
            1);
    int plants = 0;
    int rows = (int) Math.floor((lengthMeters - 1.2) / spacingMeters) + 1;
    int columns = (int) Math.floor((widthMeters - 1.2) / spacingMeters) + 1;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        PlanePoint stem =
            plot.corner(
                (row - (rows - 1) / 2.0) * spacingMeters + between(-0.12, 0.12),
                (column - (columns - 1) / 2.0) * spacingMeters + between(-0.12, 0.12));
        if (random.nextDouble() < 0.06) {
          continue;
        }
        double tall = between(1.5, 1.9);
        addCrown(stem, between(0.5, 0.72), tall * 0.56, tall * 0.44, CROP);
        plants++;
      }
    }
    landmarks.add(
        new Landmark(
            name,
            plot.type(),
            plot.subtype(),
            middle,
            heading,
            lengthMeters,
            widthMeters,
            plot.heightMeters(),
            plants));
  }

  private void pitchTent(double alongMeters, double acrossMeters) {
    Block.Box box = new Block.Box(5, 4, 2);
    Landmark tent = building("tent-1", "tent", nearby(alongMeters, acrossMeters), box);
    PlanePoint middle = tent.middle();
    solids.add(
        Block.tent(
            middle.eastMeters(),
            middle.northMeters(),
            relief.heightMeters(middle.eastMeters(), middle.northMeters()),
            tent.headingDegrees(),
            box,
            TARPAULIN));
  }

  private void buildShed(double alongMeters, double acrossMeters) {
    Block.Box box = new Block.Box(8, 4, 2.8);
    Landmark shed = building("shed-1", "shed", nearby(alongMeters, acrossMeters), box);
    PlanePoint middle = shed.middle();
    solids.add(
        Block.shed(
            middle.eastMeters(),
            middle.northMeters(),
            relief.heightMeters(middle.eastMeters(), middle.northMeters()),
            shed.headingDegrees(),
            box,
            IRON));
  }

  private Landmark building(String name, String subtype, PlanePoint middle, Block.Box box) {
    Landmark landmark =
        new Landmark(
            name,
            DetectionType.STRUCTURE_OF_INTEREST,
            subtype,
            middle,
            HEADING_DEGREES + between(-60, 60),
            box.lengthMeters(),
            box.widthMeters(),
            box.heightMeters(),
            0);
    landmarks.add(landmark);
    return landmark;
  }

  /** Willows: a handful of crowns each, close to the water. */
  private void lineTheStream() {
    for (double along = -300; along < 300; along += between(6, 26)) {
      double across = lines.streamAcross(along) + (random.nextBoolean() ? 1 : -1) * between(2, 6);
      PlanePoint root = new PlanePoint(lines.eastOf(along, across), lines.northOf(along, across));
      double size = between(1.2, 2.3);
      clump(root, 8, size, 1.1 * size, WILLOW.times(between(0.75, 1.1)));
    }
  }

  /** Bushes, thicker where the noise says so, and none where people have cleared the ground. */
  private void scatterBushes() {
    for (int bush = 0; bush < BUSHES; bush++) {
      double east = between(-WORLD_METERS, WORLD_METERS);
      double north = between(-WORLD_METERS, WORLD_METERS);
      double size = 0.3 + 0.9 * random.nextDouble() * random.nextDouble();
      Colour colour = BUSH.times(between(0.7, 1.05));
      double along = lines.along(east, north);
      double across = lines.across(east, north);
      boolean cleared =
          Math.abs(across - lines.trackAcross(along)) < 3
              || landmarks.stream().anyMatch(mark -> mark.metersOutside(east, north) < 3.5);
      if (!cleared && noise.fractal(east / 45 + 7, north / 45, 3) > between(-0.1, 0.4)) {
        clump(new PlanePoint(east, north), 4, size, 0.75 * size, colour);
      }
    }
  }

  private void clump(PlanePoint root, int crowns, double radius, double halfHeight, Colour colour) {
    for (int crown = 0; crown < crowns; crown++) {
      double turn = between(0, 2 * Math.PI);
      double off = radius * Math.sqrt(random.nextDouble());
      double share = between(0.45, 0.75);
      addCrown(
          new PlanePoint(
              root.eastMeters() + off * Math.cos(turn), root.northMeters() + off * Math.sin(turn)),
          radius * share,
          halfHeight * between(0.7, 1.3),
          halfHeight * between(0.7, 1),
          colour.times(between(0.85, 1.15)));
    }
  }

  private void addCrown(
      PlanePoint stem,
      double radiusMeters,
      double middleMeters,
      double halfHeightMeters,
      Colour colour) {
    double floor = relief.heightMeters(stem.eastMeters(), stem.northMeters());
    solids.add(
        new Crown(
            stem.eastMeters(),
            stem.northMeters(),
            floor + middleMeters,
            radiusMeters,
            halfHeightMeters,
            colour,
            noise));
  }

  private PlanePoint nearby(double alongMeters, double acrossMeters) {
    double along = alongMeters + between(-2.5, 2.5);
    double across = acrossMeters + between(-2.5, 2.5);
    return new PlanePoint(lines.eastOf(along, across), lines.northOf(along, across));
  }

  private double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }
}

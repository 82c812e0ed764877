package org.qyran.evaluation.set.honesty;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.qyran.evaluation.honesty.Honesty;
import org.qyran.evaluation.honesty.HonestyStudy;
import org.qyran.evaluation.set.result.FigureTable;
import org.qyran.evaluation.set.result.LabelledSet;
import org.qyran.evaluation.set.result.Row;
import org.qyran.evaluation.set.result.SetResult;
import org.qyran.evaluation.set.result.ShareChart;
import org.qyran.evaluation.stat.Share;

/**
 * Asks whether CE90 is true, of simulated flights without pictures. The data folder is not looked
 * at; the same program gives the same figures.
 */
public final class HonestySet implements LabelledSet {

  /** As many as make a bin good to 0.01. */
  private static final int FLIGHTS = 1_000;

  private static final long SEED = 1;
  private static final double WANTED = 0.87;
  private static final double WANTED_MOST = 0.93;
  private static final double LEAST_DRAWN = 0.75;

  @Override
  public SetResult evaluate(Path data, Path out) throws IOException {
    Honesty honesty = HonestyStudy.of(FLIGHTS, SEED);
    return new SetResult(
        "honesty",
        "Is CE90 true? %,d simulated flights".formatted(honesty.flights()),
        true,
        List.of("geo.locate"),
        notes(honesty),
        List.of(
            new FigureTable(
                "inside",
                "True place within CE90 and true height within LE90, simulated",
                Stream.of(List.of(honesty.all()), honesty.bins(), honesty.carriers())
                    .flatMap(List::stream)
                    .map(HonestySet::row)
                    .toList()),
            new FigureTable(
                "inside_by_both",
                "The same by angle off nadir and slope at once, simulated",
                honesty.cells().stream().map(HonestySet::row).toList()),
            new FigureTable(
                "grazing",
                "Lines of sight along the slope, which do not count above, simulated",
                List.of(row(honesty.grazed())))),
        List.of(
            chart(
                "True place within CE90, simulated",
                honesty,
                Honesty.Bin::insideCe90,
                Honesty.Bin::ce90),
            chart(
                "True height within LE90, simulated",
                honesty,
                Honesty.Bin::insideLe90,
                Honesty.Bin::le90)),
        List.of(),
        List.of());
  }

  private static Row row(Honesty.Bin bin) {
    return Row.of("by", bin.by())
        .with("range", bin.range())
        .with("flights", bin.ce90().total())
        .with("points", bin.points())
        .with("inside_ce90", bin.insideCe90(), 3)
        .with("ce90_lo", bin.ce90().low(), 3)
        .with("ce90_hi", bin.ce90().high(), 3)
        .with("inside_le90", bin.insideLe90(), 3)
        .with("le90_lo", bin.le90().low(), 3)
        .with("le90_hi", bin.le90().high(), 3)
        .with("error_median_m", bin.medianOffMeters(), 1)
        .with("ce90_median_m", bin.medianCe90Meters(), 1);
  }

  private static ShareChart chart(
      String title,
      Honesty honesty,
      ToDoubleFunction<Honesty.Bin> value,
      Function<Honesty.Bin, Share> share) {
    List<ShareChart.Mark> marks = new ArrayList<>();
    for (Honesty.Bin bin : honesty.bins()) {
      Share counted = share.apply(bin);
      marks.add(
          new ShareChart.Mark(
              bin.range().replace(" and more", "+"),
              value.applyAsDouble(bin),
              counted.low(),
              counted.high()));
    }
    return new ShareChart(
        title,
        "angle off nadir (left four), slope of the ground (right four)",
        LEAST_DRAWN,
        WANTED,
        WANTED_MOST,
        marks);
  }

  private static List<String> notes(Honesty honesty) {
    return List.of(
        "Everything is simulated: drones at 60 to 150 m and aircraft at 150 to 400 m, four frames"
            + " each from nadir to 60° off it, over fractal hills with slopes to some 50°. Errors of"
            + " place, height, attitude, clock, focal length, pixel and elevation raster are drawn"
            + " from Student's t with four degrees of freedom, shared by the flight with an own part"
            + " of each shot, as the simulator draws them; the wander of the raster is the"
            + " simulator's.",
        String.format(
            Locale.ROOT,
            "The product was told the standard deviation of each and takes it to be normal; of the"
                + " elevation raster %.1f m, the root of the mean square at check points.",
            honesty.elevationErrorMeters()),
        String.format(
            Locale.ROOT,
            "Right is 0.90 ± 0.03, the band. Of one error with these tails 0.92 lie within the normal's"
                + " 0.90; the more come together, the nearer to 0.90. A CE90 a fifth smaller would"
                + " have held %.3f of all, so the study can tell that much.",
            honesty.fifthSmaller()),
        "Flights are counted, not points, for the points of a flight share its errors: each counts"
            + " by the share of its points in the bin that were inside. Intervals: 95 %, Wilson.",
        "%d points on lines of sight that graze the ground are told apart; %d pixels that show"
            .formatted(honesty.grazing(), honesty.refused())
            .concat(" ground were given no place."));
  }
}

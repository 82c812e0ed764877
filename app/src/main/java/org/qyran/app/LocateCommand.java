package org.qyran.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.qyran.app.locate.PointLocation;
import org.qyran.geo.survey.WholeFile;
import org.qyran.model.RunWarning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code qyran locate}: pixels in, ground points with their error out. */
@Command(
    name = "locate",
    mixinStandardHelpOptions = true,
    description = {
      "Says where on the ground pixels of pictures lie, and how far off that may be.",
      "The table has the columns file,x,y: a picture, beside the table or in the working folder,"
          + " and pixels from its top-left corner. Every row is answered in order:"
          + " file,x,y,lat,lon,height_m,ce90_m,reason,le90_m,detail; height_m is above the WGS84"
          + " ellipsoid."
    })
final class LocateCommand implements Callable<Integer> {

  @Option(
      names = "--points",
      required = true,
      paramLabel = "FILE.csv",
      description = "The table of pixels: file,x,y.")
  private Path points = Path.of("");

  @Mixin private GroundOptions ground = new GroundOptions();

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description =
          "Take poses from the frames.csv of this result folder instead of the pictures' own.")
  private @Nullable Path run;

  @Option(
      names = "--crs",
      paramLabel = "EPSG:CODE|utm",
      description =
          "Add easting_m,northing_m,crs in this system: EPSG:326xx, EPSG:327xx, EPSG:28412 to"
              + " 28415, or for each place its own UTM zone.")
  private @Nullable String crs;

  @Option(
      names = "--out",
      paramLabel = "FILE.csv",
      description = "Write the answer here instead of on the terminal.")
  private @Nullable Path out;

  @Option(names = "--strict", description = "Exit with 1 when any row has no place.")
  private boolean strict;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (!Files.isRegularFile(points)) {
      throw wrong("the table of points %s does not exist".formatted(points));
    }
    List<Path> terrain = ground.terrain();
    if (run != null && !Files.isDirectory(run)) {
      throw wrong("%s is no folder; name the result folder of a run".formatted(run));
    }
    PointLocation location =
        new PointLocation(new PointLocation.Question(points, terrain, run, crs, ground.settings()));
    PointLocation.Summary summary = answer(location);
    PrintWriter err = Injected.of(spec).commandLine().getErr();
    err.printf(
        "%,d points in %,d pictures: %,d located, %,d not.%n",
        summary.points(),
        summary.pictures(),
        summary.points() - summary.refused(),
        summary.refused());
    err.flush();
    return strict && summary.refused() > 0 ? Qyran.REFUSED : 0;
  }

  private PointLocation.Summary answer(PointLocation location) throws IOException {
    if (out == null) {
      PrintWriter printer = Injected.of(spec).commandLine().getOut();
      PointLocation.Summary summary = location.into(printer, this::warn);
      printer.flush();
      return summary;
    }
    PointLocation.Summary[] summary = new PointLocation.Summary[1];
    WholeFile.write(
        out,
        bytes -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
          summary[0] = location.into(text, this::warn);
          text.flush();
        });
    return summary[0];
  }

  private void warn(RunWarning warning) {
    PrintWriter err = Injected.of(spec).commandLine().getErr();
    err.printf("Warning %s: %s%n", warning.code(), warning.message());
    err.flush();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Injected.of(spec).commandLine(), message);
  }
}

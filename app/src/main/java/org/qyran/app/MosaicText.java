package org.qyran.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.qyran.geo.mosaic.MosaicLocator;
import org.qyran.geo.mosaic.MosaicReader;
import org.qyran.model.BandImage;
import org.qyran.model.Capture;
import org.qyran.model.Capture.TimeSource;
import org.qyran.model.GeoPoint;
import org.qyran.model.Mosaic;

/** What was understood of an orthophoto, line by line. */
final class MosaicText {

  private MosaicText() {}

  static List<String> lines(Capture capture) {
    Mosaic mosaic = Objects.requireNonNull(capture.mosaic());
    List<String> lines = new ArrayList<>();
    lines.add("file: %s (orthophoto)".formatted(capture.image().file()));
    lines.add(
        String.format(
            Locale.ROOT,
            "size: %d x %d pixels of %.4f m",
            mosaic.widthPixels(),
            mosaic.heightPixels(),
            mosaic.groundSamplingDistanceMeters()));
    lines.add("system: " + mosaic.system().replaceAll("\\s+", " "));
    lines.add(
        "middle: " + MosaicLocator.findMiddle(mosaic).map(MosaicText::place).orElse("missing"));
    lines.add(
        String.format(
            Locale.ROOT,
            "position error: %.2f m (CE90), by raster.ce90: nothing in the file tells it",
            mosaic.ce90Meters()));
    lines.add(
        "bands: "
            + capture.bands().stream().map(MosaicText::band).collect(Collectors.joining(", ")));
    lines.add("values: " + values(mosaic.values()));
    lines.add("left out: " + leftOut(mosaic.values()));
    lines.add("time: " + time(capture));
    lines.add(
        "looked at: by windows of up to %d pixels that share %d"
            .formatted(mosaic.windowPixels(), mosaic.overlapPixels()));
    return lines;
  }

  private static String place(GeoPoint point) {
    return String.format(
        Locale.ROOT,
        "%.7f, %.7f (degrees latitude and longitude, WGS 84)",
        point.latitudeDegrees(),
        point.longitudeDegrees());
  }

  private static String band(BandImage band) {
    return String.format(
        Locale.ROOT,
        "%s %.0f nm (channel %d)",
        band.band().name(),
        band.band().centerNanometers(),
        band.channel() + 1);
  }

  private static String values(Mosaic.Values values) {
    return values.gains().isEmpty()
        ? "as stored"
        : "stored number times %s plus %s".formatted(values.gains(), values.offsets());
  }

  private static String leftOut(Mosaic.Values values) {
    List<String> reasons = new ArrayList<>();
    if (values.alphaChannel() >= 0) {
      reasons.add("where channel %d (alpha) is 0".formatted(values.alphaChannel() + 1));
    }
    if (values.noData() != null) {
      reasons.add("where all bands are %s (no data)".formatted(values.noData()));
    }
    reasons.add("what a mask inside the file leaves out, and what is not a number");
    return String.join("; ", reasons);
  }

  private static String time(Capture capture) {
    if (MosaicReader.NO_DATE.equals(capture.time()) && capture.timeSource() == TimeSource.NONE) {
      return "missing; set raster.date to the day of the flight";
    }
    return capture.time() + " (" + capture.timeSource().name().toLowerCase(Locale.ROOT) + ")";
  }
}

package org.qyran.geo.mosaic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qyran.model.Band;
import org.qyran.model.Mosaic.Values;

/**
 * What the channels of a raster hold: by what the file says, else by the setting, else by what
 * leaves no doubt (one band, or red, green and blue of 8 bits). Nothing is guessed beyond that.
 */
final class ChannelFacts {

  /** TIFF 6.0, sections 4 to 7 and 18; tag 339 and 338 in section 19. */
  private static final int BITS = 258;

  private static final int PHOTOMETRIC = 262;
  private static final int SAMPLES = 277;
  private static final int EXTRA_SAMPLES = 338;
  private static final int FORMAT = 339;

  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int Y_CB_CR = 6;
  private static final int FORMAT_FLOAT = 3;

  /** What a colour camera's filters let through, as for photographs. */
  private static final List<Band> COLOURS =
      List.of(new Band("red", 620, 90), new Band("green", 540, 90), new Band("blue", 460, 80));

  private final TiffFacts tiff;
  private final MosaicSettings settings;
  private final int channels;
  private final int bits;
  private final int format;
  private final int photometric;
  private final int alpha;

  ChannelFacts(TiffFacts tiff, MosaicSettings settings) {
    this.tiff = tiff;
    this.settings = settings;
    channels = tiff.number(SAMPLES, 1);
    bits = tiff.number(BITS, 1);
    format = tiff.number(FORMAT, 1);
    photometric = tiff.number(PHOTOMETRIC, 1);
    alpha = alpha();
  }

  int channels() {
    return channels;
  }

  int bits() {
    return bits;
  }

  boolean isFloat() {
    return format == FORMAT_FLOAT;
  }

  /** Why the numbers cannot be used, as the rest of a sentence; empty when all is well. */
  String complaint() {
    if (channels < 1 || channels > 64) {
      return "has %d channels; at most 64 are read".formatted(channels);
    }
    if (photometric == PALETTE) {
      return "holds numbers of a colour table; write its colours with gdal_translate -expand rgb";
    }
    boolean readable = isFloat() ? bits == 32 || bits == 64 : bits == 8 || bits == 16 || bits == 32;
    if (!readable || tiff.numbers(BITS).stream().anyMatch(other -> other != bits)) {
      return "has samples of %d bits, or of different ones; 8, 16 and 32 bits and floats are read"
          .formatted(bits);
    }
    return "";
  }

  /** Channel and word of each band in use; none when nobody can tell what light they are. */
  List<Named> bands() {
    List<Named> stated = stated();
    if (!stated.isEmpty()) {
      return stated;
    }
    List<Integer> light = light();
    List<String> words = settings.bandNames();
    if (!words.isEmpty() && (words.size() == light.size() || words.size() == channels)) {
      return named(words.size() == channels ? all() : light, words);
    }
    boolean colour = photometric == RGB || photometric == Y_CB_CR || bits == 8;
    if (colour && (light.size() == 3 || (light.size() == 4 && alpha < 0 && bits == 8))) {
      List<Named> colours = new ArrayList<>();
      for (int channel = 0; channel < 3; channel++) {
        colours.add(new Named(channel, COLOURS.get(channel)));
      }
      return colours;
    }
    return light.size() == 1 && bits == 8
        ? List.of(new Named(light.get(0), BandNames.band("grey")))
        : List.of();
  }

  /** A channel and its light. */
  record Named(int channel, Band band) {}

  Values values() {
    List<Double> gains = new ArrayList<>();
    List<Double> offsets = new ArrayList<>();
    boolean scaled = false;
    for (int channel = 0; channel < channels; channel++) {
      double gain = number(channel, "scale").orElse(1.0);
      double offset = number(channel, "offset").orElse(0.0);
      scaled |= gain != 1 || offset != 0;
      gains.add(settings.gain() > 0 ? settings.gain() : gain);
      offsets.add(settings.gain() > 0 ? 0.0 : offset);
    }
    boolean asStored = !scaled && settings.gain() == 0;
    return new Values(
        alphaInUse(),
        tiff.georeference().hasNoData() ? noData() : null,
        asStored ? List.of() : gains,
        asStored ? List.of() : offsets);
  }

  private Double noData() {
    return tiff.georeference().getNoData();
  }

  /** Four channels of 8 bits that nobody marked: the fourth is what was cut out. */
  private int alphaInUse() {
    boolean unmarked = channels == 4 && bits == 8 && alpha < 0 && stated().isEmpty();
    return unmarked && settings.bandNames().size() != 4 ? 3 : alpha;
  }

  private Optional<Double> number(int channel, String role) {
    return tiff.ofChannel(channel, role)
        .flatMap(
            text -> {
              try {
                double value = Double.parseDouble(text);
                return Double.isFinite(value) ? Optional.of(value) : Optional.<Double>empty();
              } catch (NumberFormatException e) {
                return Optional.<Double>empty();
              }
            });
  }

  /** By descriptions, else by colour interpretations; both must name every channel of light. */
  private List<Named> stated() {
    for (String role : List.of("description", "colorinterp")) {
      List<String> words = new ArrayList<>();
      for (int channel : light()) {
        tiff.ofChannel(channel, role).flatMap(BandNames::find).ifPresent(words::add);
      }
      if (!words.isEmpty()
          && words.size() == light().size()
          && words.stream().distinct().count() == words.size()) {
        return named(light(), words);
      }
    }
    return List.of();
  }

  private static List<Named> named(List<Integer> channels, List<String> words) {
    List<Named> named = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      if (!word.equals(BandNames.ALPHA) && !word.equals(BandNames.NONE)) {
        named.add(new Named(channels.get(at), BandNames.band(word)));
      }
    }
    return named;
  }

  private List<Integer> all() {
    List<Integer> all = new ArrayList<>();
    for (int channel = 0; channel < channels; channel++) {
      all.add(channel);
    }
    return all;
  }

  private List<Integer> light() {
    return all().stream().filter(channel -> channel != alpha).toList();
  }

  /** By the setting, by TIFF's extra samples (1 and 2 are opacity), or by GDAL's metadata. */
  private int alpha() {
    List<String> words = settings.bandNames();
    if (words.size() == channels && words.contains(BandNames.ALPHA)) {
      return words.indexOf(BandNames.ALPHA);
    }
    List<Integer> extra = tiff.numbers(EXTRA_SAMPLES);
    for (int at = 0; at < extra.size() && extra.size() <= channels; at++) {
      if (extra.get(at) == 1 || extra.get(at) == 2) {
        return channels - extra.size() + at;
      }
    }
    for (int channel = 0; channel < channels; channel++) {
      if (tiff.ofChannel(channel, "colorinterp")
          .flatMap(BandNames::find)
          .equals(Optional.of("alpha"))) {
        return channel;
      }
    }
    return -1;
  }
}

package org.qyran.detection.onnx;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qyran.detection.find.Detector;
import org.qyran.detection.find.Finding;
import org.qyran.detection.image.PixelUnit;
import org.qyran.detection.image.PreparedImage;
import org.qyran.model.DetectionType;

/**
 * Looks with a model from outside.
 *
 * <p>Assumes what the model's manifest says: what its bands are, how large a pixel on the ground is
 * and how far the model looks. Of these only what the file itself tells is checked. A picture that
 * lacks a band, whose numbers are of another unit or whose pixels are too coarse or too fine is not
 * looked at; {@link #findReasonNotToLook} says why.
 *
 * <p>The picture is averaged by whole pixels to about the model's ground sampling distance, cut
 * into slices and run one after another; the answer is that of one slice as large as the picture,
 * as long as the margin is as wide as the model looks. What is not a number ends the frame.
 *
 * <p>Keeps nothing between pictures, so threads may share it. Closing it closes the model.
 */
public final class OnnxDetector implements Detector {

  private final OnnxModel model;
  private final SizeLimits sizes;
  private final Slicing slicing;

  /** With a model, for things of such sizes. */
  public OnnxDetector(OnnxModel model, SizeLimits sizes) {
    this(model, sizes, model.manifest().slicing());
  }

  /** The same, cut otherwise. */
  OnnxDetector(OnnxModel model, SizeLimits sizes, Slicing slicing) {
    this.model = model;
    this.sizes = sizes;
    this.slicing = slicing;
  }

  @Override
  public String name() {
    return model.manifest().name();
  }

  @Override
  public Set<DetectionType> seeks() {
    return model.manifest().output().flagged().stream()
        .map(Flag::typeOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<Finding> find(PreparedImage image) {
    if (findReasonNotToLook(image).isPresent()) {
      return List.of();
    }
    ModelManifest manifest = model.manifest();
    int[] bands =
        manifest.input().bands().stream()
            .mapToInt(name -> image.findBand(name).orElseThrow())
            .toArray();
    ModelPicture picture =
        new ModelPicture(
            image, bands, manifest.input().scalings(), manifest.gsd().block(image.gsdMeters()));
    AnswerReader reader = reader(manifest, picture);
    for (Slicing.Slice slice : slicing.over(picture.width(), picture.height())) {
      ModelPicture.Shown shown = picture.show(slice);
      reader.take(slice, shown, model.run(shown.values(), slice.side()));
    }
    return reader.findings();
  }

  private AnswerReader reader(ModelManifest manifest, ModelPicture picture) {
    return switch (manifest.task()) {
      case SEMANTIC_SEGMENTATION -> new SegmentReader(picture, manifest.output(), sizes);
      case OBJECT_DETECTION -> new BoxReader(picture, manifest.output(), sizes);
    };
  }

  @Override
  public Optional<String> findReasonNotToLook(PreparedImage image) {
    ModelManifest manifest = model.manifest();
    for (String band : manifest.input().bands()) {
      if (image.findBand(band).isEmpty()) {
        return Optional.of("it needs the band " + band);
      }
    }
    if (image.unit() != manifest.input().unit()) {
      return Optional.of(
          "it needs numbers that are %s, not %s"
              .formatted(word(manifest.input().unit()), word(image.unit())));
    }
    double gsdMeters = image.gsdMeters() * manifest.gsd().block(image.gsdMeters());
    if (!manifest.gsd().holds(gsdMeters)) {
      return Optional.of(
          "it needs pixels of %s to %s m on the ground"
              .formatted(manifest.gsd().leastMeters(), manifest.gsd().mostMeters()));
    }
    return Optional.empty();
  }

  private static String word(PixelUnit unit) {
    return unit.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Override
  public void close() {
    model.close();
  }
}

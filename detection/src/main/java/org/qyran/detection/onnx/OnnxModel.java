package org.qyran.detection.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * A network that was read from its file and fits its manifest.
 *
 * <p>Runs on the processor, in the caller's thread and one node after another, so that the same
 * numbers give the same answer and the pipeline alone decides what runs side by side. All weights
 * must be in the file itself: one that points to other files is refused, for it could point
 * anywhere. Threads may share it; who opened it closes it.
 */
public final class OnnxModel implements AutoCloseable {

  private final ModelManifest manifest;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private OnnxModel(ModelManifest manifest, OrtEnvironment environment, OrtSession session) {
    this.manifest = manifest;
    this.environment = environment;
    this.session = session;
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException when it is no model that ONNX Runtime can run, or not the one
   *     that the manifest describes
   */
  public static OnnxModel open(ModelManifest manifest) {
    // What goes wrong is thrown as well; without this it is printed too.
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    try (OrtSession.SessionOptions options = options(manifest.file());
        FileChannel channel = FileChannel.open(manifest.file())) {
      MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      OrtSession session = environment.createSession(bytes, options);
      try {
        requireFitting(manifest, session);
      } catch (IllegalArgumentException e) {
        session.close();
        throw e;
      }
      return new OnnxModel(manifest, environment, session);
    } catch (OrtException e) {
      throw new IllegalArgumentException(
          "%s cannot be run by ONNX Runtime (%s); export the model again, as ONNX, all in one file"
              .formatted(manifest.file(), e.getMessage()),
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s cannot be read (%s); check the file and its rights"
              .formatted(manifest.file(), e.getMessage()),
          e);
    }
  }

  private static OrtSession.SessionOptions options(Path file) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
    options.setDeterministicCompute(true);
    // Without the arena, memory that one large slice took is given back.
    options.setCPUArenaAllocator(false);
    options.setMemoryPatternOptimization(false);
    // Weights in other files would be sought below this folder. A file is none, so none is found.
    options.addConfigEntry("session.model_external_initializers_file_folder_path", file.toString());
    return options;
  }

  /** The manifest that it fits. */
  public ModelManifest manifest() {
    return manifest;
  }

  /**
   * What a model answers.
   *
   * @param values row by row, the last dimension first
   * @param shape of them
   */
  @SuppressWarnings("ArrayRecordComponent") // per pixel, and never compared
  record Answer(float[] values, long[] shape) {}

  /**
   * Runs it over one slice.
   *
   * @param values channel by channel, row by row
   */
  Answer run(float[] values, int side) {
    long[] shape = {1, manifest.input().bands().size(), side, side};
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
        OrtSession.Result result =
            session.run(
                Map.of(manifest.input().name(), tensor), Set.of(manifest.output().name()))) {
      OnnxValue value = result.get(0);
      if (!(value instanceof OnnxTensor answer) || answer.getInfo().type != OnnxJavaType.FLOAT) {
        throw new IllegalStateException("the model answers %s".formatted(value.getInfo()));
      }
      float[] numbers = new float[Math.toIntExact(answer.getInfo().getNumElements())];
      if (numbers.length > 0) {
        answer.getFloatBuffer().get(numbers);
      }
      return new Answer(numbers, answer.getInfo().getShape());
    } catch (OrtException e) {
      throw new IllegalStateException("the model failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the model cannot be closed", e);
    }
  }

  private static void requireFitting(ModelManifest manifest, OrtSession session)
      throws OrtException {
    if (session.getNumInputs() != 1) {
      throw new IllegalArgumentException(
          "%s takes %s, must take one tensor".formatted(manifest.file(), session.getInputNames()));
    }
    int bands = manifest.input().bands().size();
    long side = manifest.sidePixels();
    requireShape(
        manifest,
        "input",
        tensor(manifest, session.getInputInfo(), "input", manifest.input().name()),
        1,
        bands,
        side,
        side);
    TensorInfo output =
        tensor(manifest, session.getOutputInfo(), "output", manifest.output().name());
    if (manifest.task() == ModelTask.OBJECT_DETECTION) {
      requireShape(manifest, "output", output, -1, BoxReader.NUMBERS);
    } else {
      requireShape(manifest, "output", output, 1, manifest.output().classes().size(), side, side);
    }
  }

  private static TensorInfo tensor(
      ModelManifest manifest, Map<String, NodeInfo> all, String kind, String name) {
    NodeInfo node = all.get(name);
    if (node == null) {
      throw new IllegalArgumentException(
          "%s has no %s '%s', only %s; write one of them into the manifest"
              .formatted(manifest.file(), kind, name, all.keySet()));
    }
    if (!(node.getInfo() instanceof TensorInfo info) || info.type != OnnxJavaType.FLOAT) {
      throw new IllegalArgumentException(
          "%s has %s '%s' of %s, must be a float32 tensor; export it so"
              .formatted(manifest.file(), kind, name, node.getInfo()));
    }
    return info;
  }

  /** A dimension that either side leaves open (-1) fits any. */
  private static void requireShape(
      ModelManifest manifest, String kind, TensorInfo info, long... wanted) {
    long[] shape = info.getShape();
    boolean fits = shape.length == wanted.length;
    for (int i = 0; fits && i < shape.length; i++) {
      fits = shape[i] < 0 || wanted[i] < 0 || shape[i] == wanted[i];
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "%s has an %s of shape %s where its manifest says %s; correct the manifest"
              .formatted(manifest.file(), kind, Arrays.toString(shape), Arrays.toString(wanted)));
    }
  }
}

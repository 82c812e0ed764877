package org.qyran.model;

/**
 * Where the bytes of a picture rest, and what they are. Pixels never travel; this does.
 *
 * @param uri where the bytes can be read, {@code file:} for now
 * @param sha256 of the bytes, 64 lower-case hex digits
 * @param file the name the crew gave it, relative to the folder that was handed in, with {@code /}
 * @param sizeBytes of the file
 */
public record ImageRef(String uri, String sha256, String file, long sizeBytes) {

  public ImageRef {
    Require.notBlank("uri", uri);
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("sha256 is '" + sha256 + "', must be 64 hex digits");
    }
    Require.notBlank("file", file);
    Require.notNegative("sizeBytes", (double) sizeBytes);
  }
}

package org.qyran.model;

/**
 * Why a frame, or part of one, was not used. A value: it is counted, listed and drawn, never logged
 * where it is found and never thrown.
 *
 * @param code the reason
 * @param flight the flight
 * @param file the file, as in {@link ImageRef#file()}
 * @param sha256 of the file, empty when it could not be read
 * @param detail what was seen and what to try, one sentence
 */
public record FrameIssue(IssueCode code, String flight, String file, String sha256, String detail) {

  public FrameIssue {
    Require.notBlank("file", file);
  }

  /** An issue of a file that rests somewhere. */
  public static FrameIssue of(IssueCode code, String flight, ImageRef image, String detail) {
    return new FrameIssue(code, flight, image.file(), image.sha256(), detail);
  }
}

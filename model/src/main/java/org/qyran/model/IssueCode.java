package org.qyran.model;

/** Why a file, a frame or a detection was not used. Codes are never renamed. */
public enum IssueCode {
  UNREADABLE(Blame.DATA, "The file is empty, cut short or damaged."),
  UNSUPPORTED_FORMAT(Blame.DATA, "The file is not a picture or flight log that can be read."),
  NO_TIME(Blame.DATA, "The picture does not say when it was taken."),
  NO_POSITION(Blame.DATA, "Neither the picture nor a flight log says where the camera was."),
  NO_ATTITUDE(Blame.DATA, "Neither the picture nor a flight log says where the camera looked."),
  IMPLAUSIBLE_ATTITUDE(Blame.DATA, "The stated camera angles cannot be true."),
  NO_CAMERA_MODEL(Blame.CONFIGURATION, "The focal length of the camera is not known."),
  NO_TERRAIN(Blame.CONFIGURATION, "No height of the ground is known where the camera looks."),
  RAY_MISSES_GROUND(Blame.DATA, "The line of sight does not meet the ground."),
  NEAR_HORIZON(Blame.DATA, "The line of sight is too flat to be placed."),
  OUTSIDE_AREA(Blame.CONFIGURATION, "The frame lies outside the area asked for."),
  DUPLICATE(Blame.DATA, "The same bytes were handed in before."),
  LATE(Blame.DATA, "The frame arrived after its part of the survey was closed."),
  DETECTOR_FAILED(Blame.CONFIGURATION, "A detector could not finish the frame.");

  /** Whose move it is. */
  public enum Blame {
    /** Fly or copy it again. */
    DATA,
    /** Change a setting, or hand in what is missing. */
    CONFIGURATION
  }

  private final Blame blame;
  private final String sentence;

  IssueCode(Blame blame, String sentence) {
    this.blame = blame;
    this.sentence = sentence;
  }

  public Blame blame() {
    return blame;
  }

  /** One sentence for a person. */
  public String sentence() {
    return sentence;
  }
}

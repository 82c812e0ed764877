package org.qyran.jobs.step;

import java.util.Locale;

/** The rooms a photograph walks through, in order; each counts what goes in and out. */
public enum Room {
  UPLOAD,
  READ,
  ADMIT,
  PAIR,
  DESCRIBE,
  ADJUST,
  PLACE,
  DETECT,
  LOCATE,
  FUSE,
  COVER,
  PUBLISH;

  /** The room's name, in tables and as the name and uid of its operator. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}

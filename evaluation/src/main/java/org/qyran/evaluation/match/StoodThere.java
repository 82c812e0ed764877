package org.qyran.evaluation.match;

/**
 * What truly stood where something was flagged.
 *
 * @param name of its class; {@link #GROUND} where nothing is known to have stood there
 * @param id of the very thing, unique within its survey
 */
public record StoodThere(String name, String id) {

  /** Nothing but ground, as far as the truth knows. */
  public static final String GROUND = "ground";
}

package org.qyran.model;

import java.util.Collection;

/**
 * What was looked for somewhere: ground that a camera saw says nothing of things that no detector
 * could have found in its pictures.
 *
 * @param plants stands of plants, cannabis or whatever they are
 * @param structures made things
 */
public record Search(boolean plants, boolean structures) {

  /** Nobody has looked for anything. */
  public static final Search NOTHING = new Search(false, false);

  /** Looked for all there is. */
  public static final Search ALL = new Search(true, true);

  /** For things of some kinds. */
  public static Search of(Collection<DetectionType> kinds) {
    return new Search(
        kinds.stream().anyMatch(kind -> kind != DetectionType.STRUCTURE_OF_INTEREST),
        kinds.contains(DetectionType.STRUCTURE_OF_INTEREST));
  }
}

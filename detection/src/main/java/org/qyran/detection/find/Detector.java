package org.qyran.detection.find;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qyran.detection.image.PreparedImage;
import org.qyran.model.DetectionType;

/**
 * Looks for one kind of thing in a picture.
 *
 * <p>The same picture gives the same findings, in the same order, whatever was looked at before: a
 * detector keeps nothing between pictures.
 */
public interface Detector {

  /** Its name and version, {@code vegetation-stand 1}; part of every detection's id. */
  String name();

  /** The kinds of things that it would find. */
  Set<DetectionType> seeks();

  /**
   * Why it can make nothing of a picture, in the same words for all such pictures; empty where it
   * looks.
   *
   * @param image at the working scale
   */
  default Optional<String> findReasonNotToLook(PreparedImage image) {
    return Optional.empty();
  }

  /**
   * Everything it would show to a person, best first; nothing in a picture that it has a
   * {@linkplain #findReasonNotToLook reason} not to look at.
   *
   * @param image at the working scale; released by the caller
   */
  List<Finding> find(PreparedImage image);

  /** Gives back what it holds outside of Java's memory; nothing, mostly. */
  default void close() {}
}

package org.qyran.detection.find;

import java.util.List;
import org.qyran.detection.image.PreparedImage;

/**
 * Looks for one kind of thing in a picture.
 *
 * <p>The same picture gives the same findings, in the same order, whatever was looked at before: a
 * detector keeps nothing between pictures.
 */
public interface Detector {

  /** Its name and version, {@code vegetation-stand 1}; part of every detection's id. */
  String name();

  /**
   * Everything it would show to a person, best first; nothing in a picture of whose numbers it can
   * make nothing, counts where it compares bands for one.
   *
   * @param image at the working scale; released by the caller
   */
  List<Finding> find(PreparedImage image);
}

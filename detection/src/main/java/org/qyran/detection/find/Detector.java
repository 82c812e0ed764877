package org.qyran.detection.find;

import java.util.List;
import org.qyran.detection.image.PixelUnit;
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
   * Whether it can make something of such numbers; a picture of others is not shown to it. One that
   * compares with reflectances known beforehand must refuse counts.
   */
  default boolean canUse(PixelUnit unit) {
    return true;
  }

  /**
   * Everything it would show to a person, best first.
   *
   * @param image at the working scale; released by the caller
   */
  List<Finding> find(PreparedImage image);
}

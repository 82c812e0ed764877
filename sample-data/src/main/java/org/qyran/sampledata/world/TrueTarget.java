package org.qyran.sampledata.world;

import org.qyran.model.DetectionType;
import org.qyran.sampledata.shape.Outline;

/**
 * What a survey should find.
 *
 * @param id within its world
 * @param type plantation or structure
 * @param subtype as the truth's file names it
 * @param outline on the ground
 * @param plants how many, 0 for structures
 * @param objectMeters height above the ground
 */
public record TrueTarget(
    String id,
    DetectionType type,
    String subtype,
    Outline outline,
    int plants,
    double objectMeters) {

  /** The same, as high as what covers it. */
  TrueTarget reaching(double meters) {
    return new TrueTarget(id, type, subtype, outline, plants, Math.max(objectMeters, meters));
  }
}

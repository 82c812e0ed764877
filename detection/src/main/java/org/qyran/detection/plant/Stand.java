package org.qyran.detection.plant;

import org.qyran.detection.plane.Blob;

/**
 * A stand as it was cut out and measured.
 *
 * @param blob in cells
 * @param features in the order of {@link StandFeatures#names}
 */
@SuppressWarnings("ArrayRecordComponent")
public record Stand(Blob blob, float[] features) {}

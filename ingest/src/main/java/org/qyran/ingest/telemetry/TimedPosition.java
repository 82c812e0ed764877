package org.qyran.ingest.telemetry;

import java.time.Instant;
import org.qyran.model.GeoPoint;

/**
 * Where a picture says it was taken, and when.
 *
 * @param time by the camera's clock, as far as it is UTC
 * @param position by the picture's own metadata
 */
public record TimedPosition(Instant time, GeoPoint position) {}

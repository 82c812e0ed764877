/**
 * Files as cameras and ground stations write them. Comes in: light as it fell on a sensor, or a
 * picture, and what the maker states about it; goes out: the bytes of a file, and always the same
 * ones for the same input.
 *
 * <p>Start with {@link org.qyran.sampledata.sensor.AircraftPicture} for a picture, {@link
 * org.qyran.sampledata.sensor.TelemetryTable} for a flight log, and the package {@code micasense}
 * for a multispectral camera. What is stated is the caller's to choose: here nothing is made wrong
 * but what a sensor makes wrong, its noise. What the product makes of a file must never be known
 * here.
 */
@NullMarked
package org.qyran.sampledata.sensor;

import org.jspecify.annotations.NullMarked;

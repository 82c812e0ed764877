/**
 * What the light sensor on top of an aircraft says of the light on level ground.
 *
 * <p>In come the numbers that makers write into their pictures; out comes one number per picture
 * and band, or none. Start with {@link org.qyran.ingest.light.TiltedSensor} for a sensor that tilts
 * with the aircraft and with {@link org.qyran.ingest.light.SunshineList} for Parrot's. No file is
 * opened here and nothing is known of pixels: those meet the light in the room that detects.
 */
@NullMarked
package org.qyran.ingest.light;

import org.jspecify.annotations.NullMarked;

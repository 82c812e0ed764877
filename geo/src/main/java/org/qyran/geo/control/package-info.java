/**
 * Ground control: points on the ground that somebody measured and found again in pictures.
 *
 * <p>In comes a {@code gcp_list.txt} as OpenDroneMap reads it; out goes a {@link
 * org.qyran.geo.control.GroundControl}, every line of it an observation with its place on WGS 84.
 * Start with {@link org.qyran.geo.control.GroundControlFile}.
 *
 * <p>Nothing is adjusted here, no picture is opened, and what the heights are measured from is not
 * decided: the file does not say.
 */
@NullMarked
package org.qyran.geo.control;

import org.jspecify.annotations.NullMarked;

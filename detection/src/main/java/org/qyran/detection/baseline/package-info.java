/**
 * Two detectors anybody would write in an afternoon, to be beaten.
 *
 * <p>A prepared picture comes in, findings go out, as from every detector. {@link
 * org.qyran.detection.baseline.IndexBlobDetector} calls what is greener than a fixed threshold a
 * stand of plants; {@link org.qyran.detection.baseline.GlobalRxDetector} calls the oddest pixels of
 * a frame a structure. They stand in the same table as the product's own, so that a figure can be
 * judged; they must never be tuned, and nothing of the product may lean on them.
 */
@NullMarked
package org.qyran.detection.baseline;

import org.jspecify.annotations.NullMarked;

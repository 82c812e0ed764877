/**
 * How right is the surveyed area: the area that a run states, against what its frames cover when
 * their fields of view are laid on the ground point by point.
 *
 * <p>A truth and a run come in, {@link org.qyran.evaluation.figure.AreaFigures} go out. Start with
 * {@link org.qyran.evaluation.area.AreaCheck}. Footprints, rays, polygons and unions of {@code geo}
 * are on trial and not used here; cameras are as the files tell them, heights as the raster does.
 */
@NullMarked
package org.qyran.evaluation.area;

import org.jspecify.annotations.NullMarked;

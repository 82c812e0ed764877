/**
 * Outlines that were found against outlines that are true.
 *
 * <p>Start with {@link org.qyran.evaluation.set.outline.OutlineMatching}. Plane geometry in
 * whatever unit the caller's coordinates have; nothing here knows pictures or the earth.
 */
@NullMarked
package org.qyran.evaluation.set.outline;

import org.jspecify.annotations.NullMarked;

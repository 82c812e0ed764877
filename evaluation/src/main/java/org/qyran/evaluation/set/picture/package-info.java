/**
 * Pictures of a labelled set: read, shown to the detectors as the product would show them, and
 * score maps written back.
 *
 * <p>Start with {@link org.qyran.evaluation.set.picture.SearchedPicture}. Nothing here knows a
 * label; the truth must not reach what is on trial.
 */
@NullMarked
package org.qyran.evaluation.set.picture;

import org.jspecify.annotations.NullMarked;

/**
 * Pictures of what was missed: a cut-out of the best frame, with the true outline where the true
 * pose puts it.
 *
 * <p>A miss comes in, a JPEG goes out, or nothing where the pictures are not there. Start with
 * {@link org.qyran.evaluation.picture.MissPictures}. Nothing is measured on such a picture.
 */
@NullMarked
package org.qyran.evaluation.picture;

import org.jspecify.annotations.NullMarked;

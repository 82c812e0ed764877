/**
 * The page on which a person reads how the detectors did on a labelled set.
 *
 * <p>Start with {@link org.qyran.evaluation.set.page.SetPage}. One file, no script, nothing loaded
 * from anywhere.
 */
@NullMarked
package org.qyran.evaluation.set.page;

import org.jspecify.annotations.NullMarked;

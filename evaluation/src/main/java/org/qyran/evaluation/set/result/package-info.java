/**
 * What scoring a labelled set comes to: tables, curves and pictures with truth and findings drawn.
 *
 * <p>Start with {@link org.qyran.evaluation.set.result.SetResult}. The same values go into the file
 * for programs and the page for people, so the two cannot disagree. Nothing here computes a figure
 * or knows a set.
 */
@NullMarked
package org.qyran.evaluation.set.result;

import org.jspecify.annotations.NullMarked;

/**
 * What a run says it found, as {@code docs/RESULTS.md} lays it out.
 *
 * <p>A folder comes in, one {@link org.qyran.evaluation.run.RunFolder} goes out. It is read from
 * its files like any stranger would, never from the objects that wrote them, so that the files are
 * on trial too.
 */
@NullMarked
package org.qyran.evaluation.run;

import org.jspecify.annotations.NullMarked;

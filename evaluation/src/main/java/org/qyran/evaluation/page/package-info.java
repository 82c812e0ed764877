/**
 * {@code evaluation.html}: one page that needs no network, for a person who asks whether to believe
 * a run.
 *
 * <p>The figures come in, UTF-8 goes out. Start with {@link
 * org.qyran.evaluation.page.EvaluationPage}. Text that came from files is escaped on its way in;
 * every sentence with a number says that it is simulated.
 */
@NullMarked
package org.qyran.evaluation.page;

import org.jspecify.annotations.NullMarked;

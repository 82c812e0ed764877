/**
 * Natural trees, which no detector should be led by: chips with crowns marked.
 *
 * <p>Start with {@link org.qyran.evaluation.set.crowns.CrownsSet}.
 */
@NullMarked
package org.qyran.evaluation.set.crowns;

import org.jspecify.annotations.NullMarked;

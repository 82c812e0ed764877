/**
 * The doormen: one operator per room, which unwraps what comes in, calls the room and sorts the
 * answer into outputs. Comes in: records; goes out: records, and down the side issues, receipts and
 * warnings. Start with {@link org.qyran.jobs.step.Pair}. No arithmetic is done here; that is the
 * rooms' work.
 */
@NullMarked
package org.qyran.jobs.step;

import org.jspecify.annotations.NullMarked;

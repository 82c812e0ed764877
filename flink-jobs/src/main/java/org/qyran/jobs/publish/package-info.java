/**
 * The last room: turns the records of a finished run into its result folder. Comes in: the spool
 * and the counts on the doors; goes out: the files of {@code docs/RESULTS.md}. Start with {@link
 * org.qyran.jobs.publish.Publisher}. Formats are written by {@code geo}; here is only what goes
 * where.
 */
@NullMarked
package org.qyran.jobs.publish;

import org.jspecify.annotations.NullMarked;

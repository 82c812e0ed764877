/**
 * The report of a run as JSON. Comes in: counts, times, settings, warnings; goes out: {@code
 * report.json}. Start with {@link org.qyran.jobs.wire.ReportJson}.
 */
@NullMarked
package org.qyran.jobs.wire;

import org.jspecify.annotations.NullMarked;

/**
 * How a run went: counts on the doors, seconds of the stages, the summary. Comes in: accumulators
 * and laps; goes out: records. Start with {@link org.qyran.jobs.report.RunSummary}. Nothing here
 * decides anything about a frame.
 */
@NullMarked
package org.qyran.jobs.report;

import org.jspecify.annotations.NullMarked;

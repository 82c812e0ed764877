/**
 * The wiring: how one photograph goes through the rooms. Comes in: flights as files, or topics of a
 * broker; goes out: a folder of results. Start with {@link org.qyran.jobs.SurveyPipeline}, which is
 * the whole way on one screen, then {@link org.qyran.jobs.SurveyRun}, which hands it its sources
 * and sinks. No arithmetic belongs here.
 */
@NullMarked
package org.qyran.jobs;

import org.jspecify.annotations.NullMarked;

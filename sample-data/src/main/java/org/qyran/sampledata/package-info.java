/**
 * Surveys whose truth is known. Comes in: a scene in metres and compass degrees, or a seed; goes
 * out: frames for tests, or a rendered flight with its truth beside it. Start with {@code Scene}.
 * Must never see {@code ingest}, {@code detection} or {@code geo}: the truth is not computed by the
 * code on trial.
 */
@NullMarked
package org.qyran.sampledata;

import org.jspecify.annotations.NullMarked;

/**
 * How right are we: a run against a truth, as numbers and a page. Comes in: the folder of a run and
 * the truth of a simulated survey, or a real set with labels; goes out: {@code evaluation.json}, a
 * page with curves and pictures. Sees every room and is seen by the command line only: the truth
 * must never reach what is on trial.
 */
@NullMarked
package org.qyran.evaluation;

import org.jspecify.annotations.NullMarked;

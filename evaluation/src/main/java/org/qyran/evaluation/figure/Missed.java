package org.qyran.evaluation.figure;

import org.qyran.evaluation.match.SurveyCase;
import org.qyran.evaluation.match.TruthCase;

/**
 * A true target that was not found, and why a person may think it was not.
 *
 * @param survey it belongs to
 * @param truth what it is
 * @param why a sentence
 */
public record Missed(SurveyCase survey, TruthCase truth, String why) {}

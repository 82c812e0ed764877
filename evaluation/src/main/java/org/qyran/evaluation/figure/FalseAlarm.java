package org.qyran.evaluation.figure;

import org.qyran.evaluation.match.FoundCase;
import org.qyran.evaluation.match.SurveyCase;

/**
 * A found target that hits nothing, and what stood there.
 *
 * @param survey it belongs to
 * @param found what was flagged
 * @param why a sentence
 */
public record FalseAlarm(SurveyCase survey, FoundCase found, String why) {}

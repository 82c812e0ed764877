package org.qyran.evaluation.match;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qyran.evaluation.run.RunFolder;
import org.qyran.evaluation.truth.Truth;

/**
 * One truth and one run, laid on each other.
 *
 * @param truth it was made of
 * @param run it was made of
 * @param truths one per true target
 * @param found one per found target
 * @param touches who reaches whom, best overlap first
 * @param surveyedSquareMeters of the ground that the run looked at, gaps left out, counted once
 * @param exposed how many things of each confusing class lay on that ground
 */
public record SurveyCase(
    Truth truth,
    RunFolder run,
    List<TruthCase> truths,
    List<FoundCase> found,
    List<Touch> touches,
    double surveyedSquareMeters,
    SortedMap<String, Integer> exposed) {

  public SurveyCase {
    truths = List.copyOf(truths);
    found = List.copyOf(found);
    touches = List.copyOf(touches);
    exposed = Collections.unmodifiableSortedMap(new TreeMap<>(exposed));
  }
}

package org.qyran.evaluation.truth;

import java.nio.file.Path;
import java.util.List;

/**
 * Which world was flown, when, and where its files are.
 *
 * @param world its name, {@code unknown} where nobody says
 * @param month as the file writes it, {@code unknown} where nobody says
 * @param flight folder of the pictures; none where they are not there
 * @param terrain elevation rasters; none where they are not there
 * @param surveyedSquareMeters that were really in any frame; NaN where nobody says
 */
public record SurveyFacts(
    String world,
    String month,
    List<Path> flight,
    List<Path> terrain,
    double surveyedSquareMeters) {

  public SurveyFacts {
    flight = List.copyOf(flight);
    terrain = List.copyOf(terrain);
  }
}

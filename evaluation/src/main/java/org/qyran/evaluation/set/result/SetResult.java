package org.qyran.evaluation.set.result;

import java.util.List;

/**
 * What scoring a set came to.
 *
 * @param set its name, {@code mucad}
 * @param title a line for people
 * @param simulated whether the truth was invented, and not found in the field
 * @param detectors names and versions of what was on trial
 * @param notes how the figures were made and what was assumed, a sentence each
 * @param tables of figures, the most telling first
 * @param charts of shares that should have a value; empty where none should
 * @param curves of rankings; empty where nothing was ranked
 * @param overlays pictures with truth and findings drawn, worst case first
 */
public record SetResult(
    String set,
    String title,
    boolean simulated,
    List<String> detectors,
    List<String> notes,
    List<FigureTable> tables,
    List<ShareChart> charts,
    List<RankCurve> curves,
    List<Overlay> overlays) {

  public SetResult {
    detectors = List.copyOf(detectors);
    notes = List.copyOf(notes);
    tables = List.copyOf(tables);
    charts = List.copyOf(charts);
    curves = List.copyOf(curves);
    overlays = List.copyOf(overlays);
  }

  /** Of a set from the field, without charts. */
  public SetResult(
      String set,
      String title,
      List<String> detectors,
      List<String> notes,
      List<FigureTable> tables,
      List<RankCurve> curves,
      List<Overlay> overlays) {
    this(set, title, false, detectors, notes, tables, List.of(), curves, overlays);
  }
}

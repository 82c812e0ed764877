package org.qyran.evaluation.figure;

import org.qyran.evaluation.stat.Share;

/**
 * How often one class was called something that it is not.
 *
 * @param name of the class
 * @param called things of it that were flagged, of those on surveyed ground
 * @param falseAlarms laid at its door; more than one may lie on one thing
 */
public record ConfuserRow(String name, Share called, int falseAlarms) {}

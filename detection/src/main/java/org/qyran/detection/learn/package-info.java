/**
 * What was learnt, ready for use: forests of decision trees, their calibration, and the card that
 * says where they come from.
 *
 * <p>Start with {@link org.qyran.detection.learn.PlantModel}. Nothing here learns: fitting needs
 * truth, and truth is kept out of sight of what looks for things. Model files are data, written by
 * {@code qyran train} and read by {@link org.qyran.detection.learn.wire.ModelFile}.
 */
@NullMarked
package org.qyran.detection.learn;

import org.jspecify.annotations.NullMarked;

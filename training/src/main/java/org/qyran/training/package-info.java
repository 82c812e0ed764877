/**
 * Fits the detectors to simulated surveys: flights and their truth come in, model files go out.
 *
 * <p>Start with {@link org.qyran.training.TrainingRun}. It is a module of its own because fitting
 * needs both the truth and the detectors, and neither may see the other. Everything that is learnt
 * here is learnt from simulated worlds and says so on its card.
 */
@NullMarked
package org.qyran.training;

import org.jspecify.annotations.NullMarked;

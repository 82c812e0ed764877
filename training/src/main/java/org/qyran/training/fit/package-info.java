/**
 * Fitting: rows of features with labels in, forests and calibrations out. The same rows make the
 * same forest, to the last bit, since one thread grows it.
 */
@NullMarked
package org.qyran.training.fit;

import org.jspecify.annotations.NullMarked;

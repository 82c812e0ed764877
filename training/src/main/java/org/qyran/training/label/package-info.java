/**
 * Simulated flights with the truth laid on their pictures: what stands in which cell, and which
 * plant a stand that was cut out really is.
 */
@NullMarked
package org.qyran.training.label;

import org.jspecify.annotations.NullMarked;

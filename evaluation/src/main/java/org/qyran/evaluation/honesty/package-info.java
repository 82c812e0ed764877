/**
 * Is CE90 true? Simulated flights without pictures, over rough ground, with errors of heavier tails
 * than the product assumes: how often the true place lies within the stated error.
 *
 * <p>A number of flights comes in, {@link org.qyran.evaluation.honesty.Honesty} goes out: shares by
 * angle of view and by slope. Start with {@link org.qyran.evaluation.honesty.HonestyStudy}. True
 * places are computed here and in {@code sample-data} alone; {@code geo} is on trial and is asked
 * for nothing but what it states.
 */
@NullMarked
package org.qyran.evaluation.honesty;

import org.jspecify.annotations.NullMarked;

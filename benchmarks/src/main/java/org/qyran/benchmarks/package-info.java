/**
 * How fast are we, and in how much memory: whole runs next to a floor measured in the same process,
 * and the simulator and the coverage of many frames next to a bar. Comes in: a folder of pictures;
 * goes out: ratios. Start with {@link org.qyran.benchmarks.RunBench}. No test asserts on these
 * numbers; machines are noisy.
 */
@NullMarked
package org.qyran.benchmarks;

import org.jspecify.annotations.NullMarked;

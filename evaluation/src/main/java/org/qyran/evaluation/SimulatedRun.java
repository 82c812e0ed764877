package org.qyran.evaluation;

import java.nio.file.Path;

/**
 * A run and what was really there.
 *
 * @param truth a truth folder, {@code docs/SIMULATION.md}
 * @param run a result folder, {@code docs/RESULTS.md}
 */
public record SimulatedRun(Path truth, Path run) {}

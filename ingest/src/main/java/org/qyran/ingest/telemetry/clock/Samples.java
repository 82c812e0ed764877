package org.qyran.ingest.telemetry.clock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values with a time, thinned to one in each twentieth of a second: the first that comes in it.
 *
 * <p>Values that come in order are thinned as they come, so that a log of 400 Hz needs no more room
 * than one of 20 Hz; values that do not are put in order and thinned when they are asked for.
 * Beyond {@link #MOST} values, five and a half hours, nothing more is taken. One thread at a time.
 *
 * @param <T> the value
 */
public final class Samples<T> {

  /** As many are kept. */
  public static final int MOST = 400_000;

  private static final long SLOT_MICROS = 50_000;

  /**
   * A value and its time.
   *
   * @param micros since whatever the clock in question counts from
   */
  public record Sample<T>(long micros, T value) {

    private long slot() {
      return Math.floorDiv(micros, SLOT_MICROS);
    }
  }

  /**
   * Makes a value between two.
   *
   * @param <T> the value
   */
  public interface Blend<T> {

    /**
     * The value at a fraction of the way; null where there is none.
     *
     * @param fraction in (0, 1)
     */
    @Nullable T between(T last, T next, double fraction);
  }

  private List<Sample<T>> samples = new ArrayList<>();
  private boolean ordered = true;
  private boolean full;

  /** Takes a value, unless there is one for this twentieth of a second or no more room. */
  public void add(long micros, T value) {
    Sample<T> sample = new Sample<>(micros, value);
    if (!samples.isEmpty()) {
      Sample<T> last = samples.get(samples.size() - 1);
      if (last.micros() > micros) {
        ordered = false;
      } else if (last.slot() == sample.slot()) {
        return;
      }
    }
    if (samples.size() == MOST) {
      full = true;
      return;
    }
    samples.add(sample);
  }

  /** Whether values were left out because there was no more room. */
  public boolean isFull() {
    return full;
  }

  public boolean isEmpty() {
    return samples.isEmpty();
  }

  /** The values in order of time, no two in the same twentieth of a second. */
  public List<Sample<T>> inOrder() {
    if (!ordered) {
      samples.sort(Comparator.comparingLong(Sample::micros));
      List<Sample<T>> thinned = new ArrayList<>(samples.size());
      for (Sample<T> sample : samples) {
        if (thinned.isEmpty() || thinned.get(thinned.size() - 1).slot() != sample.slot()) {
          thinned.add(sample);
        }
      }
      samples = thinned;
      ordered = true;
    }
    return List.copyOf(samples);
  }

  /**
   * The value at a time, between the two around it.
   *
   * @param widestGapMicros between two values that is still reached across
   * @return empty before the first, after the last, and across too wide a gap
   */
  public Optional<T> at(long micros, long widestGapMicros, Blend<T> blend) {
    if (!ordered) {
      inOrder();
    }
    int after = firstNotBefore(micros);
    if (after == samples.size()) {
      return Optional.empty();
    }
    Sample<T> next = samples.get(after);
    if (next.micros() == micros) {
      return Optional.of(next.value());
    }
    if (after == 0) {
      return Optional.empty();
    }
    Sample<T> last = samples.get(after - 1);
    long gap = next.micros() - last.micros();
    if (gap > widestGapMicros) {
      return Optional.empty();
    }
    double fraction = (double) (micros - last.micros()) / gap;
    return Optional.ofNullable(blend.between(last.value(), next.value(), fraction));
  }

  private int firstNotBefore(long micros) {
    int low = 0;
    int high = samples.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (samples.get(middle).micros() < micros) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

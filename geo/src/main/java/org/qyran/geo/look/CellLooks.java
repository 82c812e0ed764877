package org.qyran.geo.look;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.qyran.geo.look.LooksAtCell.ForPlants;
import org.qyran.model.Search;

/**
 * The looks at the cells of a tile: gathered view by view, then summed up cell by cell.
 *
 * <p>A look takes 16 bytes while looks are gathered; when they are summed up they are forgotten,
 * and what is left is some 90 bytes for each cell that anybody had in view and two for every other.
 *
 * <p>Used by one thread.
 */
public final class CellLooks {

  private static final short NOBODY = -1;
  private static final float HIDDEN = Float.NaN;
  private static final ForPlants NOT_FOR_PLANTS = new ForPlants(0, 0, 0);

  private final short[] slots;
  private int gathered;
  private int[] cellOf = new int[64];
  private View[] viewOf = new View[64];
  private float[] samplingOf = new float[64];
  private float[] offNadirOf = new float[64];
  private LooksAtCell[] summed = new LooksAtCell[0];

  /**
   * Nobody has looked yet.
   *
   * @param cells how many there are, at most 32,767
   */
  public CellLooks(int cells) {
    slots = new short[cells];
    Arrays.fill(slots, NOBODY);
  }

  /** A look that saw a cell. */
  public void see(int cell, View view, double samplingMeters, double offNadirDegrees) {
    add(cell, view, (float) samplingMeters, (float) offNadirDegrees);
  }

  /** A view that has a cell inside its outline, and terrain in between. */
  public void miss(int cell, View view) {
    add(cell, view, HIDDEN, HIDDEN);
  }

  private void add(int cell, View view, float samplingMeters, float offNadirDegrees) {
    if (gathered == cellOf.length) {
      int more = 2 * gathered;
      cellOf = Arrays.copyOf(cellOf, more);
      viewOf = Arrays.copyOf(viewOf, more);
      samplingOf = Arrays.copyOf(samplingOf, more);
      offNadirOf = Arrays.copyOf(offNadirOf, more);
    }
    cellOf[gathered] = cell;
    viewOf[gathered] = view;
    samplingOf[gathered] = samplingMeters;
    offNadirOf[gathered] = offNadirDegrees;
    gathered++;
  }

  /** Sums up; nothing may be added after. */
  public void sumUp() {
    int[] starts = new int[slots.length + 1];
    for (int at = 0; at < gathered; at++) {
      starts[cellOf[at] + 1]++;
    }
    int most = 0;
    int occupied = 0;
    for (int cell = 0; cell < slots.length; cell++) {
      most = Math.max(most, starts[cell + 1]);
      occupied += starts[cell + 1] > 0 ? 1 : 0;
      starts[cell + 1] += starts[cell];
    }
    int[] order = new int[gathered];
    int[] next = starts.clone();
    for (int at = 0; at < gathered; at++) {
      order[next[cellOf[at]]++] = at;
    }
    summed = new LooksAtCell[occupied];
    Sum sum = new Sum(most);
    short slot = 0;
    for (int cell = 0; cell < slots.length; cell++) {
      if (starts[cell] < starts[cell + 1]) {
        sum.clear();
        for (int at = starts[cell]; at < starts[cell + 1]; at++) {
          sum.add(viewOf[order[at]], samplingOf[order[at]], offNadirOf[order[at]]);
        }
        summed[slot] = sum.total();
        slots[cell] = slot;
        slot++;
      }
    }
    gathered = 0;
    cellOf = new int[0];
    viewOf = new View[0];
    samplingOf = new float[0];
    offNadirOf = new float[0];
  }

  /** How a cell was looked at; absent when no view had it inside its outline. */
  public Optional<LooksAtCell> find(int cell) {
    return slots[cell] == NOBODY ? Optional.empty() : Optional.of(summed[slots[cell]]);
  }

  /** The looks at one cell, being summed up. */
  private static final class Sum {

    private final float[] samplings;
    private final float[] offNadirs;
    private final float[] suns;
    private final float[] plantSamplings;
    private float leastPlantOffNadir;
    private int plantLooks;
    private int structureLooks;
    private int looks;
    private int hidden;
    private double finest;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private boolean estimated;
    private List<String> flights = List.of();

    Sum(int most) {
      samplings = new float[most];
      offNadirs = new float[most];
      suns = new float[most];
      plantSamplings = new float[most];
    }

    void clear() {
      looks = 0;
      plantLooks = 0;
      structureLooks = 0;
      leastPlantOffNadir = Float.POSITIVE_INFINITY;
      hidden = 0;
      finest = Double.POSITIVE_INFINITY;
      first = Instant.MAX;
      last = Instant.MIN;
      estimated = false;
      flights = List.of();
    }

    void add(View view, float sampling, float offNadir) {
      estimated |= view.estimated();
      fly(view.flights());
      if (Float.isNaN(sampling)) {
        hidden++;
        return;
      }
      samplings[looks] = sampling;
      offNadirs[looks] = offNadir;
      suns[looks] = (float) view.sunElevationDegrees();
      looks++;
      search(view.search(), sampling, offNadir);
      finest = Math.min(finest, view.statedSamplingMeters());
      first = view.time().isBefore(first) ? view.time() : first;
      last = view.time().isAfter(last) ? view.time() : last;
    }

    private void search(Search search, float sampling, float offNadir) {
      structureLooks += search.structures() ? 1 : 0;
      if (search.plants()) {
        plantSamplings[plantLooks] = sampling;
        leastPlantOffNadir = Math.min(leastPlantOffNadir, offNadir);
        plantLooks++;
      }
    }

    private void fly(List<String> one) {
      if (flights.isEmpty() || flights.equals(one)) {
        flights = one;
      } else if (!flights.containsAll(one)) {
        TreeSet<String> both = new TreeSet<>(flights);
        both.addAll(one);
        flights = List.copyOf(both);
      }
    }

    LooksAtCell total() {
      Arrays.sort(samplings, 0, looks);
      Arrays.sort(offNadirs, 0, looks);
      Arrays.sort(suns, 0, looks);
      int middle = looks / 2;
      return new LooksAtCell(
          looks,
          hidden,
          forPlants(),
          structureLooks,
          looks == 0 ? 0 : samplings[0],
          looks == 0 ? 0 : samplings[middle],
          looks == 0 ? 0 : offNadirs[0],
          looks == 0 ? 0 : offNadirs[middle],
          looks == 0 ? 0 : suns[middle],
          finest,
          first,
          last,
          flights,
          estimated);
    }

    private ForPlants forPlants() {
      Arrays.sort(plantSamplings, 0, plantLooks);
      return plantLooks == 0
          ? NOT_FOR_PLANTS
          : new ForPlants(plantLooks, plantSamplings[plantLooks / 2], leastPlantOffNadir);
    }
  }
}

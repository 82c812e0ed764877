package org.qyran.sampledata.site;

import java.util.ArrayList;
import java.util.List;
import org.qyran.sampledata.structure.Kind;
import org.qyran.sampledata.structure.Structure;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Sheet;

/**
 * Structures that belong together.
 *
 * @param name of the site, unique within a country; the names of its structures begin with it
 * @param structures in the order in which they are drawn: what lies flat comes first
 */
public record Site(String name, List<Structure> structures) implements Layer {

  public Site {
    structures = List.copyOf(structures);
  }

  /** Names structures by the site, their kind and a number. */
  static Site of(String name, List<Structure> structures) {
    List<Structure> named = new ArrayList<>();
    for (Structure structure : structures) {
      named.add(structure.named(name + "-" + structure.kind().word() + "-" + (named.size() + 1)));
    }
    return new Site(name, named);
  }

  /** What a survey should find here. */
  public List<Structure> targets() {
    return structures.stream().filter(structure -> structure.kind().isTarget()).toList();
  }

  /** What it should not take for that. */
  public List<Structure> lookAlikes() {
    return structures.stream().filter(structure -> !structure.kind().isTarget()).toList();
  }

  /** All structures of a kind, in the order of drawing. */
  public List<Structure> ofKind(Kind kind) {
    return structures.stream().filter(structure -> structure.kind() == kind).toList();
  }

  /**
   * How far a place lies outside everything of this site, negative inside: trees that are thrown
   * anywhere should be kept from where this is below their radius.
   */
  public double metersOutside(double eastMeters, double northMeters) {
    double least = Double.POSITIVE_INFINITY;
    for (Structure structure : structures) {
      double toMiddle =
          Math.hypot(
              eastMeters - structure.outline().middle().eastMeters(),
              northMeters - structure.outline().middle().northMeters());
      if (toMiddle - structure.outline().reachMeters() < least) {
        least = Math.min(least, structure.outline().metersOutside(eastMeters, northMeters));
      }
    }
    return least;
  }

  @Override
  public void drawInto(Sheet sheet) {
    for (Structure structure : structures) {
      structure.drawInto(sheet);
    }
  }
}

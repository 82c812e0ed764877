package org.qyran.geo.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.model.Evidence;
import org.qyran.model.Target;

/**
 * Combines independent families of evidence into sites.
 *
 * <p>It assumes that what belongs together stands within {@link #REACH_METERS} of its main
 * structure, and that the families err independently; both are judgement, and neighbours of one
 * lawful camp pass the first.
 *
 * <p>How it works. Structures are taken by score, the best first; the best one left over gathers
 * what lies in its reach and is in no site yet. That is a site if it shows at least one more family
 * than structures. Members are linked to the one structure, never to each other, so sites do not
 * grow into chains. The score of a member becomes 1 - (1 - s) Π(1 - b / 2), over the families other
 * than its own, with b their best score: it never falls, a member always stands above the same find
 * alone, weak evidence adds little, and many finds of one family add no more than the best of them.
 *
 * <p>Any order of the same targets gives the same answer. Stateless; threads may share it.
 */
public final class SiteFinder {

  /** Camps and their waste lie within 50 to 100 m. */
  static final double REACH_METERS = 75;

  /** No degree of latitude is shorter than 110.5 km. */
  private static final double REACH_DEGREES = REACH_METERS / 110_500;

  /** A family next door counts half: it may have nothing to do with the find. */
  private static final double WEIGHT = 0.5;

  private static final Comparator<Target> BEST_FIRST =
      Comparator.comparingDouble(Target::score).reversed().thenComparing(Target::id);

  /**
   * The targets, members of sites with evidence {@code site_members} and {@code site_families}.
   *
   * @return highest score first, then by id
   */
  public List<Target> combine(Collection<Target> targets) {
    List<Target> bestFirst = targets.stream().sorted(BEST_FIRST).toList();
    NavigableMap<Double, List<Target>> byLatitude = new TreeMap<>();
    for (Target target : bestFirst) {
      byLatitude
          .computeIfAbsent(target.center().latitudeDegrees(), latitude -> new ArrayList<>())
          .add(target);
    }
    Set<String> taken = new HashSet<>();
    Map<String, Target> lifted = new HashMap<>();
    for (Target target : bestFirst) {
      if (EvidenceFamily.of(target) == EvidenceFamily.STRUCTURE && !taken.contains(target.id())) {
        List<Target> members = members(target, byLatitude, taken);
        Map<EvidenceFamily, Double> families = families(members);
        if (families.size() > 1) {
          for (Target member : members) {
            taken.add(member.id());
            lifted.put(member.id(), lifted(member, members.size(), families));
          }
        }
      }
    }
    return bestFirst.stream()
        .map(target -> lifted.getOrDefault(target.id(), target))
        .sorted(BEST_FIRST)
        .toList();
  }

  private static List<Target> members(
      Target structure, NavigableMap<Double, List<Target>> byLatitude, Set<String> taken) {
    LocalAxes axes = LocalAxes.at(structure.center(), structure.heightMeters());
    double latitude = structure.center().latitudeDegrees();
    List<Target> members = new ArrayList<>();
    for (List<Target> near :
        byLatitude
            .subMap(latitude - REACH_DEGREES, true, latitude + REACH_DEGREES, true)
            .values()) {
      for (Target other : near) {
        Enu place = axes.toLocal(other.center(), structure.heightMeters());
        if (!taken.contains(other.id()) && place.levelDistanceMeters() <= REACH_METERS) {
          members.add(other);
        }
      }
    }
    return members;
  }

  /** The best score of each family. */
  private static Map<EvidenceFamily, Double> families(List<Target> members) {
    Map<EvidenceFamily, Double> families = new EnumMap<>(EvidenceFamily.class);
    members.forEach(member -> families.merge(EvidenceFamily.of(member), member.score(), Math::max));
    return families;
  }

  private static Target lifted(Target member, int members, Map<EvidenceFamily, Double> families) {
    double left = 1 - member.score();
    for (Map.Entry<EvidenceFamily, Double> family : families.entrySet()) {
      if (family.getKey() != EvidenceFamily.of(member)) {
        left *= 1 - WEIGHT * family.getValue();
      }
    }
    List<Evidence> evidence = new ArrayList<>(member.evidence());
    evidence.add(Evidence.measured("site_members", members));
    evidence.add(Evidence.measured("site_families", families.size()));
    return new Target(
        member.id(),
        member.type(),
        member.subtype(),
        member.status(),
        member.queue(),
        // Rounding may leave a hair less than the score itself.
        Math.max(member.score(), 1 - left),
        member.probability(),
        member.prior(),
        member.model(),
        member.looks(),
        member.looksEffective(),
        evidence,
        member.alternatives(),
        member.ring(),
        member.center(),
        member.areaSquareMeters(),
        member.areaLowSquareMeters(),
        member.areaHighSquareMeters(),
        member.ce90Meters(),
        member.le90Meters(),
        member.ellipse(),
        member.ce90SharedMeters(),
        member.heightMeters(),
        member.firstSeen(),
        member.lastSeen());
  }
}

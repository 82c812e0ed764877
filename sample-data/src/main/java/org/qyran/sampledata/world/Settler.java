package org.qyran.sampledata.world;

import java.util.List;
import java.util.Locale;
import org.qyran.model.DetectionType;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.site.LaboratoryCamp;
import org.qyran.sampledata.site.LawfulSite;
import org.qyran.sampledata.structure.Gear;
import org.qyran.sampledata.structure.Kind;
import org.qyran.sampledata.structure.Materials;
import org.qyran.sampledata.structure.Shelter;
import org.qyran.sampledata.structure.Structure;
import org.qyran.sampledata.surface.Relief;

/** Puts people's things into a country, and tells the truth about them. */
final class Settler {

  private final Materials materials;
  private final Relief relief;

  Settler(Materials materials, Relief relief) {
    this.materials = materials;
    this.relief = relief;
  }

  List<Structure> camp(String name, PlanePoint place, Chance chance) {
    return new LaboratoryCamp(materials, relief)
        .at(name, place, heading(chance), chance)
        .structures();
  }

  List<Structure> lawful(LawfulSite.Sort sort, PlanePoint place, Chance chance) {
    String name = sort.name().toLowerCase(Locale.ROOT);
    return new LawfulSite(materials, relief)
        .at(sort, name, place, heading(chance), chance)
        .structures();
  }

  List<Structure> lone(Family.Lone lone, PlanePoint place, Chance chance) {
    Shelter shelter = new Shelter(materials, relief);
    double heading = heading(chance);
    Structure structure =
        switch (lone) {
          case TENT -> shelter.tent(place, heading, chance);
          case SHED -> shelter.shed(place, heading, chance);
          case TARP -> shelter.tarp(place, heading, chance);
          case NET -> shelter.net(place, heading, chance);
          case CONTAINER -> shelter.container(place, heading, chance);
          case VEHICLE -> new Gear(materials, relief).vehicle(place, heading, chance);
        };
    return List.of(structure.named(structure.kind().word() + "-1"));
  }

  static TrueTarget target(Structure structure) {
    return new TrueTarget(
        structure.id(),
        DetectionType.STRUCTURE_OF_INTEREST,
        structure.kind().word(),
        structure.outline(),
        0,
        structure.heightMeters());
  }

  static Lookalike lookalike(Structure structure) {
    return new Lookalike(
        structure.id(),
        structure.kind().word(),
        structure.kind().role() == Kind.Role.GROUND
            ? Lookalike.Kind.GROUND
            : Lookalike.Kind.STRUCTURE,
        structure.outline(),
        structure.heightMeters());
  }

  private static double heading(Chance chance) {
    return chance.of("facing").between(0, 360);
  }
}

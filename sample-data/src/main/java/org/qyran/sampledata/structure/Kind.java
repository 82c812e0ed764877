package org.qyran.sampledata.structure;

/** What a structure is in truth, and under which word the truth's files tell it. */
public enum Kind {
  TENT("tent", Role.TARGET),
  SHED("shed", Role.TARGET),
  TARP("tarp", Role.TARGET),
  NET("net", Role.TARGET),
  CONTAINER("container", Role.TARGET),
  DRUMS("drums", Role.TARGET),
  VEHICLE("vehicle", Role.TARGET),
  WASTE("waste", Role.TARGET),
  BURN("burn", Role.TARGET),
  BLIND_TRACK("blind_track", Role.TARGET),
  HEAT_SOURCE("heat_source", Role.TARGET),
  WATER_INTAKE("water_intake", Role.TARGET),

  YURT("yurt", Role.STRUCTURE),
  HEARTH("hearth", Role.GROUND),
  CAR("car", Role.STRUCTURE),
  BEEHIVES("beehives", Role.STRUCTURE),
  CARAVAN("caravan", Role.STRUCTURE),
  HERDERS_SHED("herders_shed", Role.STRUCTURE),
  CORRAL("corral", Role.STRUCTURE),
  DUNG_HEAP("dung_heap", Role.GROUND),
  FARM("farm", Role.STRUCTURE),
  BARN("barn", Role.STRUCTURE),
  YARD("yard", Role.GROUND),
  VEGETABLE_BEDS("vegetable_beds", Role.GROUND),
  HAYSTACK("haystack", Role.STRUCTURE),
  TRACTOR("tractor", Role.STRUCTURE),
  POWER_POLE("power_pole", Role.STRUCTURE),
  WELL("well", Role.STRUCTURE),
  TANK("tank", Role.STRUCTURE),
  TENT_CAMPING("tent_camping", Role.STRUCTURE),
  TRACK("track", Role.GROUND),
  BRIDGE("bridge", Role.STRUCTURE),
  RUIN("ruin", Role.STRUCTURE),
  GREENHOUSE("greenhouse", Role.STRUCTURE),
  SHADE_NET("shade_net", Role.STRUCTURE);

  /** Which of the truth's files a structure belongs to, and how it is filed there. */
  public enum Role {
    /** A structure of interest, to be found. */
    TARGET,
    /** A lawful thing that stands. */
    STRUCTURE,
    /** A lawful trace on the ground. */
    GROUND
  }

  private final String word;
  private final Role role;

  Kind(String word, Role role) {
    this.word = word;
    this.role = role;
  }

  /** The subtype of a target, the class of a look-alike. */
  public String word() {
    return word;
  }

  public Role role() {
    return role;
  }

  public boolean isTarget() {
    return role == Role.TARGET;
  }
}

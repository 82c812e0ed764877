package org.qyran.geo.site;

import org.qyran.model.DetectionType;
import org.qyran.model.Target;

/** Kinds of evidence that do not follow from each other. A second tent says nothing new. */
enum EvidenceFamily {
  STRUCTURE,
  /** Waste, spills and burnt ground. */
  WASTE,
  HEAT,
  /** A track that ends where nothing else is. */
  ACCESS,
  PLANTS;

  static EvidenceFamily of(Target target) {
    if (target.type() != DetectionType.STRUCTURE_OF_INTEREST) {
      return PLANTS;
    }
    return switch (target.subtype()) {
      case "waste", "burn" -> WASTE;
      case "heat_source" -> HEAT;
      case "blind_track" -> ACCESS;
      default -> STRUCTURE;
    };
  }
}

package org.qyran.sampledata.plant;

/** The form of a crown seen from the side. */
public enum Form {
  /** The upper half of an ellipsoid: shrubs, broadleaf trees, a bushy plant. */
  DOME {
    @Override
    double share(double out) {
      return Math.sqrt(Math.max(0, 1 - out * out));
    }
  },
  /** Pointed: conifers, young poplars, a drug plant that was not topped. */
  CONE {
    @Override
    double share(double out) {
      return 1 - 0.95 * out;
    }
  },
  /** Steep sides and a broad top: willow, a topped plant. */
  GLOBE {
    @Override
    double share(double out) {
      return Math.pow(Math.max(0, 1 - out * out * out * out), 0.5);
    }
  },
  /** A tuft: blades that lean outwards, highest in a ring. */
  TUFT {
    @Override
    double share(double out) {
      return out < 0.4 ? 0.85 + 0.375 * out : 1.25 - 0.95 * out;
    }
  },
  /** A star of leaves, out-of-family: deep bays between few lobes. */
  LOBED {
    @Override
    double share(double out) {
      return 1 - 0.55 * out * out;
    }
  };

  /**
   * Height as a share of the crown's, at a distance from its axis.
   *
   * @param out from 0 at the axis to 1 at the rim
   */
  abstract double share(double out);
}

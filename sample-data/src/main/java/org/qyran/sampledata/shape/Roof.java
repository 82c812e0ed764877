package org.qyran.sampledata.shape;

/** The upper side of a body over its rectangular floor. */
public enum Roof {
  /** Level: containers, crates, vehicles. */
  FLAT {
    @Override
    public double share(double along, double across) {
      return 1;
    }
  },
  /** Falls to the right of its length: a lean-to. */
  MONOPITCH {
    @Override
    public double share(double along, double across) {
      return 0.85 - 0.15 * across;
    }
  },
  /** Two slopes from a ridge along its length, on walls. */
  GABLE {
    @Override
    public double share(double along, double across) {
      return 1 - 0.32 * Math.abs(across);
    }
  },
  /** Two slopes down to the ground: a tent. */
  RIDGE_TENT {
    @Override
    public double share(double along, double across) {
      return Math.max(0.04, 1 - Math.abs(across));
    }
  },
  /** Half a cylinder: a greenhouse under film. */
  TUNNEL {
    @Override
    public double share(double along, double across) {
      return Math.sqrt(Math.max(0, 1 - across * across));
    }
  },
  /** Long and round, rounded off at its ends as well: a stack of hay. */
  LOAF {
    @Override
    public double share(double along, double across) {
      double end = Math.pow(along, 8);
      return Math.sqrt(Math.max(0, 1 - across * across)) * Math.sqrt(Math.max(0, 1 - end));
    }
  },
  /** A round body with a flat cone on upright walls: a yurt; nothing in the corners. */
  YURT {
    @Override
    public double share(double along, double across) {
      double out = Math.hypot(along, across);
      return out > 1 ? 0 : out > 0.92 ? 0.55 : 1 - 0.45 * out;
    }
  },
  /** A round body with a level top: a drum, a cistern; nothing in the corners. */
  CYLINDER {
    @Override
    public double share(double along, double across) {
      return Math.hypot(along, across) > 1 ? 0 : 1;
    }
  },
  /** A dome tent; nothing in the corners. */
  DOME {
    @Override
    public double share(double along, double across) {
      return Math.sqrt(Math.max(0, 1 - along * along - across * across));
    }
  },
  /** A sheet or net on poles along its edges and its middle line, sagging between them. */
  ON_POLES {
    @Override
    public double share(double along, double across) {
      double sag = Math.sin(Math.PI * along) * Math.sin(Math.PI * along);
      double edge = Math.max(Math.abs(along), Math.abs(across));
      return 1 - 0.09 * sag - 0.09 * Math.abs(Math.sin(Math.PI * across)) - 0.12 * edge * edge;
    }
  },
  /** A loose sheet over poles or goods: high in the middle, in folds. */
  DRAPED {
    @Override
    public double share(double along, double across) {
      double out = Math.max(Math.abs(along), Math.abs(across));
      return (1 - 0.8 * out * out) * (0.9 + 0.1 * Math.cos(9 * along + 5 * across));
    }
  };

  /**
   * Height of the upper side as a share of the body's.
   *
   * @param along from −1 at one end to 1 at the other
   * @param across from −1 at the left side to 1 at the right
   */
  public abstract double share(double along, double across);
}

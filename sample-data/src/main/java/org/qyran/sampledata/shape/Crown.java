package org.qyran.sampledata.shape;

/**
 * Leaves in the shape of an ellipsoid with an upright axis and a ragged rim.
 *
 * @param eastMeters of the middle
 * @param northMeters of the middle
 * @param upMeters of the middle, above mean sea level
 * @param radiusMeters seen from above
 * @param halfHeightMeters from the middle to the top
 * @param colour of the leaves
 * @param noise that frays the rim and mottles the leaves
 */
public record Crown(
    double eastMeters,
    double northMeters,
    double upMeters,
    double radiusMeters,
    double halfHeightMeters,
    Colour colour,
    ValueNoise noise)
    implements Solid {

  /** How much of the radius the fraying may take. */
  private static final double FRAYED = 0.45;

  private static final double LEAVES_PER_METER = 5;

  @Override
  public double metersTo(Ray ray) {
    // In axes scaled by the half axes the body is a ball of radius one around the origin.
    double east = (ray.eastMeters() - eastMeters) / radiusMeters;
    double north = (ray.northMeters() - northMeters) / radiusMeters;
    double up = (ray.upMeters() - upMeters) / halfHeightMeters;
    double eastward = ray.eastward() / radiusMeters;
    double northward = ray.northward() / radiusMeters;
    double upward = ray.upward() / halfHeightMeters;
    double length = eastward * eastward + northward * northward + upward * upward;
    double nearest = -(east * eastward + north * northward + up * upward) / length;
    double missSquared = east * east + north * north + up * up - nearest * nearest * length;
    if (missSquared > 1) {
      return Double.POSITIVE_INFINITY;
    }
    double fray =
        noise.at(
            ray.eastAt(nearest) * LEAVES_PER_METER + upMeters,
            ray.northAt(nearest) * LEAVES_PER_METER);
    if (missSquared > 1 - FRAYED * (0.5 + 0.5 * fray)) {
      return Double.POSITIVE_INFINITY;
    }
    double meters = nearest - Math.sqrt((1 - missSquared) / length);
    return meters > 0 ? meters : Double.POSITIVE_INFINITY;
  }

  @Override
  public Surface surfaceAt(Ray ray, double meters) {
    double east = (ray.eastAt(meters) - eastMeters) / (radiusMeters * radiusMeters);
    double north = (ray.northAt(meters) - northMeters) / (radiusMeters * radiusMeters);
    double up = (ray.upAt(meters) - upMeters) / (halfHeightMeters * halfHeightMeters);
    double length = Math.sqrt(east * east + north * north + up * up);
    double mottle =
        noise.at(ray.eastAt(meters) * LEAVES_PER_METER, ray.northAt(meters) * LEAVES_PER_METER);
    return new Surface(
        colour.times(1 + 0.35 * mottle), east / length, north / length, up / length, 0.3);
  }
}

package org.qyran.jobs;

import com.fasterxml.jackson.databind.JsonNode;

/** What the outer ring of a feature reaches over, in degrees. */
record Box(double west, double south, double east, double north) {

  static Box of(JsonNode feature) {
    double west = 180;
    double south = 90;
    double east = -180;
    double north = -90;
    for (JsonNode position : feature.get("geometry").get("coordinates").get(0)) {
      west = Math.min(west, position.get(0).asDouble());
      east = Math.max(east, position.get(0).asDouble());
      south = Math.min(south, position.get(1).asDouble());
      north = Math.max(north, position.get(1).asDouble());
    }
    return new Box(west, south, east, north);
  }

  double middleEast() {
    return (west + east) / 2;
  }

  double middleNorth() {
    return (south + north) / 2;
  }

  boolean contains(double x, double y) {
    return x > west && x < east && y > south && y < north;
  }

  boolean meets(Box other) {
    return west < other.east && east > other.west && south < other.north && north > other.south;
  }
}

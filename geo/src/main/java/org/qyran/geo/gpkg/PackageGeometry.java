package org.qyran.geo.gpkg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * A shape as GeoPackages store it (section 2.1.3, GeoPackageBinary): a header with the reference
 * system and the extent, then well-known binary, all little-endian. Areas are always multipolygons,
 * so that a layer holds one kind of geometry.
 */
final class PackageGeometry {

  /** EPSG:4326, with x longitude and y latitude as section 1.1.1.1.2 wants it. */
  static final int WGS_84 = 4326;

  private static final byte VERSION_1 = 0;

  /** Little-endian, and an extent of two axes. */
  private static final byte FLAGS = 0b0000_0011;

  private static final int HEADER_BYTES = 40;

  private PackageGeometry() {}

  static byte[] bytes(Geometry shape) {
    Geometry stored =
        shape instanceof Polygon polygon
            ? shape.getFactory().createMultiPolygon(new Polygon[] {polygon})
            : shape;
    Envelope extent = stored.getEnvelopeInternal();
    byte[] wellKnown = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(stored);
    return ByteBuffer.allocate(HEADER_BYTES + wellKnown.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 'G')
        .put((byte) 'P')
        .put(VERSION_1)
        .put(FLAGS)
        .putInt(WGS_84)
        .putDouble(extent.getMinX())
        .putDouble(extent.getMaxX())
        .putDouble(extent.getMinY())
        .putDouble(extent.getMaxY())
        .put(wellKnown)
        .array();
  }
}

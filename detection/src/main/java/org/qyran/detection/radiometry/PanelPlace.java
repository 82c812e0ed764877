package org.qyran.detection.radiometry;

import java.util.List;
import org.qyran.model.PixelPoint;

/**
 * Where the grey square of a reflectance panel lies in a picture.
 *
 * @param corners of a part of it that is safely inside, going round
 * @param code what its QR code says; empty when it was not read
 */
record PanelPlace(List<PixelPoint> corners, String code) {

  PanelPlace {
    corners = List.copyOf(corners);
  }

  /** The same with all corners this share of the way out of the middle. */
  PanelPlace shrunk(double share) {
    double x = corners.stream().mapToDouble(PixelPoint::xPixels).average().orElse(0);
    double y = corners.stream().mapToDouble(PixelPoint::yPixels).average().orElse(0);
    return new PanelPlace(
        corners.stream()
            .map(
                corner ->
                    new PixelPoint(
                        x + (corner.xPixels() - x) * share, y + (corner.yPixels() - y) * share))
            .toList(),
        code);
  }
}

package org.qyran.evaluation.set.crowns;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.qyran.evaluation.set.outline.PixelPolygon;
import org.qyran.evaluation.set.picture.GroundScale;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The crowns that people marked in a picture, in its pixels. Of several files beside the picture
 * the first of these is read: {@code NAME.shp} (polygons on the picture's own grid), {@code
 * NAME.xml} (Pascal VOC boxes), {@code NAME_truth.csv}, {@code NAME.csv} (boxes by column name). A
 * table with a column {@code scores} is another model's answer and no truth.
 */
final class CrownLabels {

  private static final List<String> SIDES = List.of("xmin", "ymin", "xmax", "ymax");

  private CrownLabels() {}

  /**
   * The crowns of a picture; nothing where no truth lies beside it.
   *
   * @param scale of the picture, which polygons on a grid need
   */
  static Optional<List<Geometry>> find(Path picture, Optional<GroundScale> scale)
      throws IOException {
    String name = picture.getFileName().toString();
    String stem = name.substring(0, name.lastIndexOf('.'));
    Path shapes = picture.resolveSibling(stem + ".shp");
    Path boxes = picture.resolveSibling(stem + ".xml");
    if (Files.exists(shapes)) {
      return Optional.of(
          onPicture(
              PolygonShapefile.rings(shapes),
              scale.orElseThrow(
                  () -> new IOException(shapes + " needs a GeoTIFF of the same name"))));
    } else if (Files.exists(boxes)) {
      return Optional.of(voc(boxes));
    }
    for (String table : List.of(stem + "_truth.csv", stem + ".csv")) {
      Path file = picture.resolveSibling(table);
      if (Files.exists(file)) {
        Optional<List<Geometry>> crowns = table(file);
        if (crowns.isPresent()) {
          return crowns;
        }
      }
    }
    return Optional.empty();
  }

  private static List<Geometry> onPicture(List<List<Coordinate>> rings, GroundScale scale) {
    List<Geometry> crowns = new ArrayList<>();
    for (List<Coordinate> ring : rings) {
      crowns.add(
          PixelPolygon.ring(
              ring.stream()
                  .map(
                      corner ->
                          new Coordinate(
                              (corner.getX() - scale.westMeters()) / scale.cellWidthMeters(),
                              (scale.northMeters() - corner.getY()) / scale.cellHeightMeters()))
                  .toList()));
    }
    return crowns;
  }

  private static List<Geometry> voc(Path file) throws IOException {
    NodeList found = document(file).getElementsByTagName("bndbox");
    List<Geometry> crowns = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      double[] sides = new double[4];
      for (int side = 0; side < 4; side++) {
        String text =
            ((Element) found.item(i))
                .getElementsByTagName(SIDES.get(side))
                .item(0)
                .getTextContent();
        sides[side] = number(text, file);
      }
      crowns.add(PixelPolygon.box(sides[0], sides[1], sides[2], sides[3]));
    }
    return crowns;
  }

  private static Document document(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(file.toFile());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java reads XML", e);
    } catch (SAXException e) {
      throw new IOException("%s is no XML: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static Optional<List<Geometry>> table(Path file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser rows = format.parse(reader)) {
      List<String> columns = rows.getHeaderNames();
      if (columns.contains("scores")) {
        return Optional.empty();
      }
      if (!columns.containsAll(SIDES)) {
        throw new IOException("%s has no columns %s".formatted(file, SIDES));
      }
      List<Geometry> crowns = new ArrayList<>();
      for (CSVRecord row : rows) {
        crowns.add(
            PixelPolygon.box(
                number(row.get("xmin"), file),
                number(row.get("ymin"), file),
                number(row.get("xmax"), file),
                number(row.get("ymax"), file)));
      }
      return Optional.of(crowns);
    }
  }

  private static double number(String text, Path file) throws IOException {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new IOException("%s has '%s' where a pixel should be".formatted(file, text), e);
    }
  }
}

package org.qyran.geo.elevation.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One element of a small XML file, with what is in it.
 *
 * <p>The file is not trusted: a document type or an entity of its own makes it unreadable, and its
 * size and depth are limited. Nothing outside the file is ever opened.
 */
final class XmlElement {

  private static final long MOST_BYTES = 32_000_000;
  private static final int DEEPEST = 32;

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<XmlElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private XmlElement(String name) {
    this.name = name;
  }

  /**
   * Reads the root of a file.
   *
   * @throws IOException with the reason, without the file's name
   */
  static XmlElement read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("it is larger than %d bytes".formatted(MOST_BYTES));
    }
    XMLInputFactory readers = XMLInputFactory.newDefaultFactory();
    readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    readers.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try (InputStream bytes = Files.newInputStream(file)) {
      return read(readers.createXMLStreamReader(bytes));
    } catch (XMLStreamException e) {
      throw new IOException("it is no well-formed XML: " + e.getMessage(), e);
    }
  }

  private static XmlElement read(XMLStreamReader reader) throws XMLStreamException, IOException {
    Deque<XmlElement> open = new ArrayDeque<>();
    XmlElement document = new XmlElement("");
    open.push(document);
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> open.push(child(open, reader));
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            open.element().text.append(reader.getText());
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new IOException("it has a document type or entities of its own");
        default -> {
          // Comments and instructions say nothing about heights.
        }
      }
    }
    return document.children.get(0);
  }

  private static XmlElement child(Deque<XmlElement> open, XMLStreamReader reader)
      throws IOException {
    if (open.size() > DEEPEST) {
      throw new IOException("its elements lie more than %d deep".formatted(DEEPEST));
    }
    XmlElement element = new XmlElement(reader.getLocalName());
    for (int at = 0; at < reader.getAttributeCount(); at++) {
      element.attributes.put(reader.getAttributeLocalName(at), reader.getAttributeValue(at));
    }
    open.element().children.add(element);
    return element;
  }

  String name() {
    return name;
  }

  /** The text of the element itself, without white space around it. */
  String text() {
    return text.toString().strip();
  }

  /** The value of an attribute; empty when it is not there. */
  String attribute(String key) {
    return attributes.getOrDefault(key, "");
  }

  List<XmlElement> children() {
    return List.copyOf(children);
  }

  Stream<XmlElement> children(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted));
  }

  Optional<XmlElement> findChild(String wanted) {
    return children(wanted).findFirst();
  }

  /** The text of the first child of a name; empty when there is none. */
  String textOf(String wanted) {
    return findChild(wanted).map(XmlElement::text).orElse("");
  }
}

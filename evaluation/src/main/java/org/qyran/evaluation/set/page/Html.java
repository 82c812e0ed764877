package org.qyran.evaluation.set.page;

/** Text as HTML. */
final class Html {

  private Html() {}

  /** Text that can neither end an element nor an attribute in double quotes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

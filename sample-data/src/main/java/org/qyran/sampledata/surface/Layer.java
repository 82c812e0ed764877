package org.qyran.sampledata.surface;

/**
 * Something that lies, grows or stands in a country. It draws whatever of it falls into a sheet,
 * the same in every sheet that it reaches over, whatever was drawn before.
 */
@FunctionalInterface
public interface Layer {

  /** Draws this layer over those before it. */
  void drawInto(Sheet sheet);
}

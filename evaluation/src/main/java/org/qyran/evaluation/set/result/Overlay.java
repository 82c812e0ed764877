package org.qyran.evaluation.set.result;

import java.util.List;
import org.qyran.model.PixelOutline;

/**
 * A picture for people, with outlines on it.
 *
 * @param title what is seen, and how it went
 * @param jpeg the picture, without outlines
 * @param widthPixels of the picture
 * @param heightPixels of the picture
 * @param shapes drawn on it, in its pixels
 */
@SuppressWarnings("ArrayRecordComponent") // a picture's bytes, handed on once and never compared
public record Overlay(
    String title, byte[] jpeg, int widthPixels, int heightPixels, List<Shape> shapes) {

  /** What an outline stands for. */
  public enum Kind {
    /** Truth that something found. */
    FOUND,
    /** Truth that nothing found. */
    MISSED,
    /** Truth that does not count, cut by the border of the picture. */
    IGNORED,
    /** A finding that is right, or that nobody can judge. */
    FINDING,
    /** A finding that is wrong. */
    FALSE_ALARM
  }

  /** An outline, and what it stands for. */
  public record Shape(Kind kind, PixelOutline outline) {}

  public Overlay {
    shapes = List.copyOf(shapes);
  }
}

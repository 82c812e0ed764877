package org.qyran.sampledata.structure;

/** What things are made of, as far as a camera could tell it apart. */
public enum Stuff {
  TIN_BRIGHT,
  TIN_RUSTY,
  SLATE,
  TILE_RED,
  WOOD_WEATHERED,
  FELT_WHITE,
  FELT_GREY,
  CANVAS_GREEN,
  CANVAS_KHAKI,
  TARP_GREEN,
  TARP_GREY,
  TARP_BLUE,
  TARP_BLACK,
  /**
   * Printed cloth: looks like leaves to the eye and, unlike the other, in the near infrared too.
   */
  NET_FLAT,
  /** Garnished with strips that stand off: dark in the near infrared. */
  NET_GARNISHED,
  PLASTIC_WHITE,
  PLASTIC_BLUE,
  HOSE_BLACK,
  /** Polyethylene film by itself, with nothing below. */
  FILM,
  PAINT_WHITE,
  PAINT_DARK,
  PAINT_SILVER,
  PAINT_RED,
  PAINT_YELLOW,
  GLASS,
  RUBBER,
  CONCRETE,
  ASPHALT,
  MUD_BRICK,
  STRAW,
  SOIL_BARE,
  SOIL_PACKED,
  GRAVEL,
  ASH,
  BURNT,
  WASTE_PALE,
  WASTE_BROWN,
  VEGETATION_DEAD,
  /** Leaves of kitchen plants. */
  VEGETABLES,
  WATER,
  /** Painted or bare steel around something that is hot; the warmth is added by who uses it. */
  METAL_HOT
}

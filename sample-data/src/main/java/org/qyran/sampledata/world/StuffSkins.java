package org.qyran.sampledata.world;

import java.util.IdentityHashMap;
import java.util.function.UnaryOperator;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.spectrum.Material;
import org.qyran.sampledata.spectrum.PlantClass;
import org.qyran.sampledata.spectrum.Spectrum;
import org.qyran.sampledata.structure.Materials;
import org.qyran.sampledata.structure.Stuff;
import org.qyran.sampledata.surface.Sheen;
import org.qyran.sampledata.surface.Skin;

/** Gives people's things the spectra of what they are made of. */
final class StuffSkins implements Materials {

  private static final double HOT_METAL_KELVIN = 35;

  private final Wardrobe wardrobe;

  StuffSkins(Wardrobe wardrobe) {
    this.wardrobe = wardrobe;
  }

  @Override
  public Skin of(Stuff stuff, Chance chance) {
    return switch (stuff) {
      case TIN_BRIGHT -> made(Material.TIN_BRIGHT, chance);
      case TIN_RUSTY -> made(Material.TIN_RUSTY, chance);
      case SLATE -> made(Material.SLATE_SHEET, chance);
      case TILE_RED -> made(Material.RED_TILE, chance);
      case WOOD_WEATHERED -> made(Material.WOOD_WEATHERED, chance);
      case FELT_WHITE -> made(Material.FELT_WHITE, chance);
      case FELT_GREY -> made(Material.FELT_GREY, chance);
      case CANVAS_GREEN -> made(Material.CANVAS_GREEN, chance);
      case CANVAS_KHAKI -> made(Material.CANVAS_KHAKI, chance);
      case TARP_GREEN -> made(Material.TARP_GREEN, chance);
      case TARP_GREY -> made(Material.TARP_GREY, chance);
      case TARP_BLUE -> made(Material.TARP_BLUE, chance);
      case TARP_BLACK, HOSE_BLACK -> made(Material.PLASTIC_BLACK, chance);
      case NET_FLAT -> made(Material.NET_FLAT, chance);
      case NET_GARNISHED -> made(Material.NET_DEEP, chance);
      case PLASTIC_WHITE -> made(Material.PLASTIC_WHITE, chance);
      case PLASTIC_BLUE -> made(Material.DRUM_BLUE, chance);
      case FILM -> made(Material.GREENHOUSE_FILM, chance);
      case PAINT_WHITE -> made(Material.PAINT_WHITE, chance);
      case PAINT_DARK, GLASS -> made(Material.PAINT_DARK, chance);
      case PAINT_SILVER -> made(Material.PAINT_SILVER, chance);
      case PAINT_RED -> made(Material.PAINT_RED, chance);
      case PAINT_YELLOW -> mixed(Material.PAINT_RED, Material.PAINT_WHITE, 0.35, chance);
      case RUBBER -> made(Material.RUBBER, chance);
      case CONCRETE -> made(Material.CONCRETE, chance);
      case ASPHALT -> ground(Material.ASPHALT, chance);
      case MUD_BRICK -> ground(Material.TAKYR, chance);
      case STRAW -> ground(Material.DRY_GRASS, chance);
      case SOIL_BARE -> mixed(Material.SOIL_DRY, Material.SOIL_WET, 0.3, chance);
      case SOIL_PACKED -> ground(Material.SOIL_DRY, chance);
      case GRAVEL -> ground(Material.GRAVEL, chance);
      case ASH -> ground(Material.ASH, chance);
      case BURNT -> ground(Material.BURNT_GROUND, chance);
      case WASTE_PALE -> mixed(Material.PLASTIC_WHITE, Material.SOIL_DRY, 0.45, chance);
      case WASTE_BROWN -> mixed(Material.WOOD_WEATHERED, Material.SOIL_WET, 0.4, chance);
      case VEGETATION_DEAD -> mixed(Material.DRY_GRASS, Material.SOIL_WET, 0.35, chance);
      case VEGETABLES -> wardrobe.leaves(PlantClass.POTATO, chance, 0).get(0);
      case WATER -> wardrobe.of(Material.WATER_CLEAR, chance, Sheen.WATER);
      case METAL_HOT -> made(Material.TIN_RUSTY, chance).warm(HOT_METAL_KELVIN);
    };
  }

  /** Film over other skins: what it mirrors, and what passes through it twice. */
  UnaryOperator<Skin> film(Chance chance) {
    float[] mirrored = wardrobe.bands(Material.GREENHOUSE_FILM.draw(chance.key()));
    float[] passed =
        wardrobe.bands(
            Material.GREENHOUSE_FILM
                .drawTransmittance(chance.key())
                .orElseThrow(() -> new IllegalStateException("film lets nothing through")));
    IdentityHashMap<Skin, Skin> covered = new IdentityHashMap<>();
    return below -> covered.computeIfAbsent(below, skin -> under(skin, mirrored, passed));
  }

  private static Skin under(Skin below, float[] mirrored, float[] passed) {
    float[] seen = new float[mirrored.length];
    for (int band = 0; band < seen.length; band++) {
      seen[band] = mirrored[band] + passed[band] * passed[band] * below.reflectance()[band];
    }
    return Skin.of(seen, Sheen.MADE, below.heatedKelvin());
  }

  private Skin made(Material material, Chance chance) {
    return wardrobe.of(material, chance, Sheen.MADE);
  }

  private Skin ground(Material material, Chance chance) {
    return wardrobe.of(material, chance, Sheen.GROUND);
  }

  private Skin mixed(Material most, Material other, double share, Chance chance) {
    Spectrum spectrum = most.draw(chance.key()).mixed(other.draw(chance.of(1).key()), share);
    return wardrobe.of(spectrum, Sheen.GROUND, 12);
  }
}

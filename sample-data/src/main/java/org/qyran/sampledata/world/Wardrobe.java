package org.qyran.sampledata.world;

import java.util.ArrayList;
import java.util.List;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.spectrum.BandResponse;
import org.qyran.sampledata.spectrum.CanopySpectra;
import org.qyran.sampledata.spectrum.Material;
import org.qyran.sampledata.spectrum.PlantClass;
import org.qyran.sampledata.spectrum.Spectrum;
import org.qyran.sampledata.surface.Sheen;
import org.qyran.sampledata.surface.Skin;

/**
 * Makes skins for one set of bands, of spectra.
 *
 * <p>Plants of one stand are kin: they share a draw of their class, and each adds a little of its
 * own, so that stands differ as much as the canopy model says. Turned leaves are mixed with straw.
 */
public final class Wardrobe {

  /** Plants of a stand wear one of so many skins. */
  private static final int VARIANTS = 8;

  /** By how much a plant departs from its stand, as a share of how much stands differ. */
  private static final double OWN = 0.3;

  /** Degrees above the air of leaves in full sun: transpiration keeps them cool. */
  private static final double LEAVES_HEATED_KELVIN = 2;

  private final CanopySpectra canopies = CanopySpectra.load();
  private final List<BandResponse> responses;

  public Wardrobe(List<BandResponse> responses) {
    this.responses = List.copyOf(responses);
  }

  /** Green grass of the steppe. */
  Spectrum grass(Chance chance) {
    // The table's grass is half cured; what is mixed with straw here is the fresh part of it.
    Spectrum steppe = canopies.draw(PlantClass.STEPPE_GRASS, chance.key());
    return steppe.mixed(canopies.draw(PlantClass.ALFALFA, chance.of(1).key()), 0.45);
  }

  /** Earth that was turned over and watered: darker than what lies around it, not black. */
  Skin dugSoil(Chance chance) {
    Spectrum dry = Material.SOIL_DRY.draw(chance.key());
    Spectrum wet = Material.SOIL_WET.draw(chance.of(1).key());
    return of(dry.mixed(wet, chance.of(2).between(0.5, 0.8)), Sheen.GROUND, 10);
  }

  /** A stand's skins. */
  public List<Skin> leaves(PlantClass plant, Chance stand, double yellow) {
    List<Skin> skins = new ArrayList<>();
    Spectrum straw = Material.DRY_GRASS.draw(stand.of("straw").key());
    for (int variant = 0; variant < VARIANTS; variant++) {
      Spectrum leaf = kin(plant, stand, stand.of(variant));
      double turned = Math.min(1, Math.max(0, yellow + 0.12 * yellow * stand.of(variant).normal()));
      skins.add(
          Skin.of(
              bands(leaf.mixed(straw, turned)), Sheen.LEAVES, LEAVES_HEATED_KELVIN + 5 * turned));
    }
    return skins;
  }

  /** The skin of a material, drawn once. */
  public Skin of(Material material, Chance chance, Sheen sheen) {
    return Skin.of(bands(material.draw(chance.key())), sheen, heatedKelvin(material));
  }

  /** The skin of a spectrum. */
  public Skin of(Spectrum spectrum, Sheen sheen, double heatedKelvin) {
    return Skin.of(bands(spectrum), sheen, heatedKelvin);
  }

  float[] bands(Spectrum spectrum) {
    float[] reflectance = new float[responses.size()];
    for (int band = 0; band < reflectance.length; band++) {
      reflectance[band] = (float) responses.get(band).in(spectrum);
    }
    return reflectance;
  }

  /** A plant that departs from its class as its stand does, and a little more by itself. */
  private Spectrum kin(PlantClass plant, Chance stand, Chance own) {
    Spectrum typical = canopies.typical(plant);
    Spectrum common = canopies.draw(plant, stand.key());
    Spectrum single = canopies.draw(plant, own.key());
    return Spectrum.of(
        nanometers -> {
          double middle = typical.at(nanometers);
          return common.at(nanometers) * Math.pow(single.at(nanometers) / middle, OWN);
        });
  }

  private static double heatedKelvin(Material material) {
    return switch (material) {
      case WATER_CLEAR, WATER_TURBID -> 0;
      case TIN_BRIGHT, TIN_RUSTY, SLATE_SHEET, ASPHALT, PAINT_DARK, PLASTIC_BLACK, RUBBER -> 28;
      case SAND, TAKYR, GRAVEL, CONCRETE, BURNT_GROUND, RED_TILE -> 20;
      default -> 12;
    };
  }
}

package org.qyran.sampledata.spectrum;

/**
 * The light that falls on a place: the sun's, and that of the sky around it.
 *
 * <p>A cloudless sky by R. Bird and C. Riordan, Simple solar spectral model for direct and diffuse
 * irradiance, Journal of Climate and Applied Meteorology 25, 1986 (SERI/TR-215-2436): sunlight
 * outside the air, dimmed by air molecules, dust, ozone, oxygen and water vapour, and what these
 * scatter comes back as sky. The numbers in the comments are those of the report. Assumed are 0.34
 * atm-cm of ozone, 1.5 cm of water vapour at sea level and half as much every 1.5 km, a ground that
 * sends back 0.2, rural dust, and the mean distance of the sun (it is 3.4 % too bright in July and
 * as much too dark in January).
 *
 * <p>Within 8 % of the direct and 10 % of the tilted spectrum of ASTM G173 outside the bands of
 * absorption. Water's (720, 820 nm) are coarse, and oxygen's at 760 nm is half as deep as it should
 * be, which no band in use looks at. Immutable.
 *
 * @param directNormal W m⁻² nm⁻¹ on a plane that faces the sun
 * @param diffuseHorizontal W m⁻² nm⁻¹ of the whole sky on level ground
 * @param sunElevationDegrees above the horizon
 */
public record SkyLight(
    Spectrum directNormal, Spectrum diffuseHorizontal, double sunElevationDegrees) {

  /** Below this the model's plane layers of air no longer hold. */
  public static final double LOWEST_SUN_DEGREES = 3;

  private static final double OZONE_ATM_CENTIMETERS = 0.34;
  private static final double WATER_CENTIMETERS_AT_SEA = 1.5;
  private static final double WATER_HALVING_METERS = 1_500;
  private static final double AIR_SCALE_METERS = 8_434;
  private static final double GROUND_REFLECTANCE = 0.2;
  private static final double ANGSTROM_EXPONENT = 1.14; // rural
  private static final double ALBEDO_AT_400 = 0.945; // of single scattering, rural
  private static final double ALBEDO_FALL = 0.095;
  private static final double ASYMMETRY = 0.65; // mean cosine of scattering
  private static final double SKY_AIR_MASS = 1.8; // equation 3-15

  /**
   * Table 1 of the report: wavelength in nm; sunlight outside the air in W m⁻² nm⁻¹ (World
   * Radiation Center); absorption by water, ozone and mixed gases.
   */
  private static final double[][] SUN = {
    {400, 1.4791, 0, 0, 0},
    {410, 1.7013, 0, 0, 0},
    {420, 1.7404, 0, 0, 0},
    {430, 1.5872, 0, 0, 0},
    {440, 1.8370, 0, 0, 0},
    {450, 2.0050, 0, 0.003, 0},
    {460, 2.0430, 0, 0.006, 0},
    {470, 1.9870, 0, 0.009, 0},
    {480, 2.0270, 0, 0.014, 0},
    {490, 1.8960, 0, 0.021, 0},
    {500, 1.9090, 0, 0.030, 0},
    {510, 1.9270, 0, 0.040, 0},
    {520, 1.8310, 0, 0.048, 0},
    {530, 1.8910, 0, 0.063, 0},
    {540, 1.8980, 0, 0.075, 0},
    {550, 1.8920, 0, 0.085, 0},
    {570, 1.8400, 0, 0.120, 0},
    {593, 1.7680, 0.075, 0.119, 0},
    {610, 1.7280, 0, 0.120, 0},
    {630, 1.6580, 0, 0.090, 0},
    {656, 1.5240, 0, 0.065, 0},
    {667.6, 1.5310, 0, 0.051, 0},
    {690, 1.4200, 0.016, 0.028, 0.15},
    {710, 1.3990, 0.0125, 0.018, 0},
    {718, 1.3740, 1.8, 0.015, 0},
    {724.4, 1.3730, 2.5, 0.012, 0},
    {740, 1.2980, 0.061, 0.010, 0},
    {752.5, 1.2690, 0.0008, 0.008, 0},
    {757.5, 1.2450, 0.0001, 0.007, 0},
    {762.5, 1.2230, 0.00001, 0.006, 4.0},
    {767.5, 1.2050, 0.00001, 0.005, 0.35},
    {780, 1.1830, 0.0006, 0, 0},
    {800, 1.1480, 0.036, 0, 0},
    {816, 1.0910, 1.6, 0, 0},
    {823.7, 1.0620, 2.5, 0, 0},
    {831.5, 1.0380, 0.5, 0, 0},
    {840, 1.0220, 0.155, 0, 0},
    {860, 0.9987, 0.00001, 0, 0},
    {880, 0.9472, 0.0026, 0, 0},
    {905, 0.8932, 7.0, 0, 0},
  };

  public SkyLight {
    if (!(sunElevationDegrees >= LOWEST_SUN_DEGREES && sunElevationDegrees <= 90)) {
      throw new IllegalArgumentException(
          "sunElevationDegrees is %s, must lie in [%s, 90]"
              .formatted(sunElevationDegrees, LOWEST_SUN_DEGREES));
    }
  }

  /**
   * A cloudless sky.
   *
   * @param sunElevationDegrees 3 to 90
   * @param dustOpticalDepth of the aerosol at 500 nm, 0 to 1: 0.05 in clean mountain air, 0.1 on a
   *     usual day, 0.3 and more when the steppe blows
   * @param siteHeightMeters above the sea, -500 to 6,000
   */
  public static SkyLight clear(
      double sunElevationDegrees, double dustOpticalDepth, double siteHeightMeters) {
    if (!(dustOpticalDepth >= 0 && dustOpticalDepth <= 1)) {
      throw new IllegalArgumentException(
          "dustOpticalDepth is %s, must lie in [0, 1]".formatted(dustOpticalDepth));
    }
    if (!(siteHeightMeters >= -500 && siteHeightMeters <= 6_000)) {
      throw new IllegalArgumentException(
          "siteHeightMeters is %s, must lie in [-500, 6000]".formatted(siteHeightMeters));
    }
    double[] direct = new double[2 * SUN.length];
    double[] diffuse = new double[2 * SUN.length];
    for (int line = 0; line < SUN.length; line++) {
      Air air = new Air(SUN[line], dustOpticalDepth, siteHeightMeters);
      double cosZenith = Math.sin(Math.toRadians(sunElevationDegrees));
      direct[2 * line] = SUN[line][0];
      diffuse[2 * line] = SUN[line][0];
      direct[2 * line + 1] = air.direct(cosZenith);
      diffuse[2 * line + 1] = air.diffuse(cosZenith);
    }
    return new SkyLight(
        Spectrum.through(direct), Spectrum.through(diffuse), Math.min(90, sunElevationDegrees));
  }

  /** W m⁻² nm⁻¹ of sun and sky together on level ground, as a light sensor on a drone sees it. */
  public Spectrum globalHorizontal() {
    return on(Math.sin(Math.toRadians(sunElevationDegrees)), 1);
  }

  /**
   * W m⁻² nm⁻¹ on a surface.
   *
   * @param cosineToSun of the angle between the surface's normal and the sun; 0 or less, or 0 for
   *     what lies in a shadow, gets no sun
   * @param skyShare of the sky that the surface sees, 0 to 1; the sky counts as even
   */
  public Spectrum on(double cosineToSun, double skyShare) {
    if (!(cosineToSun <= 1) || !(skyShare >= 0 && skyShare <= 1)) {
      throw new IllegalArgumentException(
          "cosineToSun is %s and skyShare %s, must be at most 1 and in [0, 1]"
              .formatted(cosineToSun, skyShare));
    }
    return directNormal.times(Math.max(0, cosineToSun)).plus(diffuseHorizontal.times(skyShare));
  }

  /**
   * The same instant under a cloud: no sun, and the whole light on level ground dimmed but of the
   * same colour, since cloud droplets scatter all wavelengths alike.
   *
   * @param lostShare of the light, 0 to 0.95: passing clouds take 0.1 to 0.4, a heavy sky 0.7
   */
  public SkyLight underCloud(double lostShare) {
    if (!(lostShare >= 0 && lostShare <= 0.95)) {
      throw new IllegalArgumentException(
          "lostShare is %s, must lie in [0, 0.95]".formatted(lostShare));
    }
    return new SkyLight(
        Spectrum.flat(0), globalHorizontal().times(1 - lostShare), sunElevationDegrees);
  }

  /** What the air does at one wavelength. */
  private static final class Air {
    private final double micrometers;
    private final double sunlight;
    private final double waterAbsorption;
    private final double ozoneAbsorption;
    private final double mixedAbsorption;
    private final double pressureShare;
    private final double waterCentimeters;
    private final double dustDepth;
    private final double dustAlbedo;

    Air(double[] line, double dustOpticalDepth, double siteHeightMeters) {
      micrometers = line[0] / 1_000;
      sunlight = line[1];
      waterAbsorption = line[2];
      ozoneAbsorption = line[3];
      mixedAbsorption = line[4];
      pressureShare = Math.exp(-siteHeightMeters / AIR_SCALE_METERS);
      waterCentimeters =
          WATER_CENTIMETERS_AT_SEA * Math.pow(0.5, siteHeightMeters / WATER_HALVING_METERS);
      dustDepth = dustOpticalDepth * Math.pow(micrometers / 0.5, -ANGSTROM_EXPONENT); // 2-7
      double octaves = Math.log(micrometers / 0.4);
      dustAlbedo = ALBEDO_AT_400 * Math.exp(-ALBEDO_FALL * octaves * octaves); // 3-16
    }

    double direct(double cosZenith) {
      double mass = airMass(cosZenith);
      return sunlight
          * molecules(mass)
          * Math.exp(-dustDepth * mass)
          * water(mass)
          * ozone(ozoneMass(cosZenith))
          * mixedGases(mass);
    }

    double diffuse(double cosZenith) {
      double mass = airMass(cosZenith);
      double dustAbsorbs = Math.exp(-(1 - dustAlbedo) * dustDepth * mass);
      double dustScatters = Math.exp(-dustAlbedo * dustDepth * mass);
      double molecules = molecules(mass);
      double reaching =
          sunlight
              * cosZenith
              * ozone(ozoneMass(cosZenith))
              * water(mass)
              * mixedGases(mass)
              * dustAbsorbs;
      double byMolecules = reaching * (1 - Math.pow(molecules, 0.95)) * 0.5; // 3-5
      double byDust =
          reaching * Math.pow(molecules, 1.5) * (1 - dustScatters) * downward(cosZenith); // 3-6
      double once = byMolecules + byDust;
      double sky = skyReflectance();
      double fromGround =
          (direct(cosZenith) * cosZenith + once)
              * sky
              * GROUND_REFLECTANCE
              / (1 - sky * GROUND_REFLECTANCE); // 3-7
      double blueCorrection = micrometers <= 0.45 ? Math.pow(micrometers + 0.55, 1.8) : 1; // 3-17
      return (once + fromGround) * blueCorrection;
    }

    /** Equation 3-8, as in the report's program. */
    private double skyReflectance() {
      double molecules = molecules(SKY_AIR_MASS);
      double dustAbsorbs = Math.exp(-(1 - dustAlbedo) * dustDepth * SKY_AIR_MASS);
      double dustScatters = Math.exp(-dustAlbedo * dustDepth * SKY_AIR_MASS);
      return mixedGases(SKY_AIR_MASS)
          * water(SKY_AIR_MASS)
          * dustAbsorbs
          * (0.5 * (1 - molecules)
              + (1 - downward(1 / SKY_AIR_MASS)) * molecules * (1 - dustScatters));
    }

    /** F. Kasten's formula of 1966, equation 2-5. */
    private static double airMass(double cosZenith) {
      double zenithDegrees = Math.toDegrees(Math.acos(cosZenith));
      return 1 / (cosZenith + 0.15 * Math.pow(93.885 - zenithDegrees, -1.253));
    }

    /** Equation 2-10, the ozone 22 km up. */
    private static double ozoneMass(double cosZenith) {
      double height = 22.0 / 6_370;
      return (1 + height) / Math.sqrt(cosZenith * cosZenith + 2 * height);
    }

    private double molecules(double mass) { // 2-4
      double squared = micrometers * micrometers;
      return Math.exp(-mass * pressureShare / (squared * squared * (115.6406 - 1.335 / squared)));
    }

    private double water(double mass) { // 2-8
      double amount = waterAbsorption * waterCentimeters * mass;
      return Math.exp(-0.2385 * amount / Math.pow(1 + 20.07 * amount, 0.45));
    }

    private double ozone(double ozoneMass) { // 2-9
      return Math.exp(-ozoneAbsorption * OZONE_ATM_CENTIMETERS * ozoneMass);
    }

    private double mixedGases(double mass) { // 2-11
      double amount = mixedAbsorption * mass * pressureShare;
      return Math.exp(-1.41 * amount / Math.pow(1 + 118.93 * amount, 0.45));
    }

    /** The share of what dust scatters that goes down, 3-11 to 3-14. */
    private static double downward(double cosZenith) {
      double log = Math.log(1 - ASYMMETRY);
      double a = log * (1.459 + log * (0.1595 + log * 0.4129));
      double b = log * (0.0783 + log * (-0.3824 - log * 0.5874));
      return 1 - 0.5 * Math.exp((a + b * cosZenith) * cosZenith);
    }
  }
}

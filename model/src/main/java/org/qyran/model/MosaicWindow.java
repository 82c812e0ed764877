package org.qyran.model;

/**
 * The piece of a mosaic that one frame is. Neighbouring windows overlap, so that what lies across
 * the border of one is whole in another; their cores do not, and together are the mosaic.
 *
 * @param mosaic all of it
 * @param leftPixels of the window, in the mosaic
 * @param topPixels of the window, in the mosaic
 * @param widthPixels of the window
 * @param heightPixels of the window
 * @param coreLeftPixels of the part that belongs to this window alone, in the mosaic
 * @param coreTopPixels of that part
 * @param coreWidthPixels of that part
 * @param coreHeightPixels of that part
 */
public record MosaicWindow(
    Mosaic mosaic,
    int leftPixels,
    int topPixels,
    int widthPixels,
    int heightPixels,
    int coreLeftPixels,
    int coreTopPixels,
    int coreWidthPixels,
    int coreHeightPixels) {

  public MosaicWindow {
    Require.inRange("leftPixels", leftPixels, 0, mosaic.widthPixels() - 1);
    Require.inRange("topPixels", topPixels, 0, mosaic.heightPixels() - 1);
    Require.inRange("widthPixels", widthPixels, 1, mosaic.widthPixels() - leftPixels);
    Require.inRange("heightPixels", heightPixels, 1, mosaic.heightPixels() - topPixels);
    Require.inRange("coreLeftPixels", coreLeftPixels, leftPixels, leftPixels + widthPixels - 1);
    Require.inRange("coreTopPixels", coreTopPixels, topPixels, topPixels + heightPixels - 1);
    Require.inRange(
        "coreWidthPixels", coreWidthPixels, 1, leftPixels + widthPixels - coreLeftPixels);
    Require.inRange(
        "coreHeightPixels", coreHeightPixels, 1, topPixels + heightPixels - coreTopPixels);
  }
}

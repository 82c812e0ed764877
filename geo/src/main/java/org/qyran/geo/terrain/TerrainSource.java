package org.qyran.geo.terrain;

import org.qyran.geo.elevation.SurfaceKind;

/**
 * Rasters of one kind that were handed in together, as a person is told of them.
 *
 * @param name of the file or folder
 * @param kind of surface that the heights are of
 * @param datum that they were taken to be measured from: never {@code OF_FILE}
 * @param spacingMeters from one value to the next in the finest of them
 * @param errorMeters one standard deviation of the heights
 * @param tiles files that they are made of
 */
public record TerrainSource(
    String name,
    SurfaceKind kind,
    TerrainSettings.Datum datum,
    double spacingMeters,
    double errorMeters,
    int tiles) {}

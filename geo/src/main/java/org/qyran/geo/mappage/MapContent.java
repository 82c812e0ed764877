package org.qyran.geo.mappage;

import java.util.List;
import java.util.SortedMap;

/**
 * What the page shows.
 *
 * @param targets {@code targets.geojson}
 * @param coverage {@code coverage.geojson}
 * @param footprints footprints of the frames, as GeoJSON
 * @param summary counts and warnings, as JSON
 * @param chips JPEG pictures by the name that targets give them
 * @param quicklooks small pictures of the frames
 */
public record MapContent(
    String targets,
    String coverage,
    String footprints,
    String summary,
    SortedMap<String, byte[]> chips,
    List<Quicklook> quicklooks) {}

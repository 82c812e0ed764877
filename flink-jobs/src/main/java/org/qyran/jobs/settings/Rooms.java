package org.qyran.jobs.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.qyran.detection.DetectionSettings;
import org.qyran.geo.adjust.AdjustSettings;
import org.qyran.geo.cover.CoverSettings;
import org.qyran.geo.fuse.FuseSettings;
import org.qyran.geo.fuse.TriageSettings;
import org.qyran.geo.locate.LocateSettings;
import org.qyran.geo.mosaic.MosaicSettings;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.ingest.metadata.ReadSettings;

/** The rooms that have settings, by the first word of their keys. */
final class Rooms {

  private Rooms() {}

  static Map<String, Class<? extends Record>> all() {
    Map<String, Class<? extends Record>> rooms = new LinkedHashMap<>();
    rooms.put("run", RunSettings.class);
    rooms.put("ingest", ReadSettings.class);
    rooms.put("raster", MosaicSettings.class);
    rooms.put("terrain", TerrainSettings.class);
    rooms.put("locate", LocateSettings.class);
    rooms.put("adjust", AdjustSettings.class);
    rooms.put("detect", DetectionSettings.class);
    rooms.put("fuse", FuseSettings.class);
    rooms.put("triage", TriageSettings.class);
    rooms.put("cover", CoverSettings.class);
    return Collections.unmodifiableMap(rooms);
  }
}

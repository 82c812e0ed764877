package org.qyran.sampledata.rig;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;
import org.qyran.sampledata.camera.Photographer;
import org.qyran.sampledata.flight.Shot;

/** A camera that flies. */
public interface Rig {

  /** Its name, as a person says it. */
  String name();

  /** What it records, in the order in which a country for it must be lit. */
  List<Band> bands();

  /** The camera that stands for it where lenses do not matter: for the truth. */
  CameraModel camera();

  /**
   * Files of one shot, the frame's first file first.
   *
   * @param photographer of a country in this rig's bands
   */
  SortedMap<String, byte[]> expose(Shot shot, Photographer photographer) throws IOException;

  /** Files that are taken on the ground before take-off; none for most. */
  SortedMap<String, byte[]> beforeTakeOff(Shot first) throws IOException;
}

package org.qyran.evaluation.truth;

import java.util.List;
import org.qyran.evaluation.geojson.GroundArea;

/**
 * A patch or structure that looks like a target and is none.
 *
 * @param id within its survey
 * @param name of its class, {@code nettle}
 * @param areas its outline
 */
public record Confuser(String id, String name, List<GroundArea> areas) {

  public Confuser {
    areas = List.copyOf(areas);
  }
}

package org.qyran.ingest.metadata;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.qyran.ingest.camera.CameraCatalog;

/**
 * How pictures are read.
 *
 * @param zone of camera clocks that do not say theirs, {@code Asia/Almaty} or {@code +05:00}; empty
 *     when it is not known, and such clocks are then taken for UTC
 * @param cameras path of a table of cameras that goes before the program's own; empty for none
 * @param panelPictures how the names of pictures of a reflectance panel begin, between commas:
 *     {@code IMG_0000, IMG_0412}; empty when they are to be found
 * @param panelReflectance of the panel, one number or one per band: {@code 0.5} or {@code blue
 *     0.49, red edge 0.5}; empty when the pictures or the panel's code say it
 */
public record ReadSettings(
    String zone, String cameras, String panelPictures, String panelReflectance) {

  public ReadSettings {
    if (!zone.isEmpty()) {
      try {
        ZoneId.of(zone);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "zone is '%s', must be a time zone such as Asia/Almaty or +05:00".formatted(zone), e);
      }
    }
    if (!cameras.isEmpty()) {
      catalog(cameras); // so that its mistakes are told with those of the other settings
    }
    PanelWord.reflectances(panelReflectance);
  }

  /** No word of a panel. */
  public ReadSettings(String zone, String cameras) {
    this(zone, cameras, "", "");
  }

  /** No zone, no table of one's own, and no word of a panel. */
  public static ReadSettings defaults() {
    return new ReadSettings("", "");
  }

  /** The tables of cameras in force. */
  public CameraCatalog catalog() {
    return catalog(cameras);
  }

  private static CameraCatalog catalog(String cameras) {
    if (cameras.isEmpty()) {
      return CameraCatalog.bundled();
    }
    try {
      return CameraCatalog.extendedBy(Path.of(cameras));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("cameras is '%s', must be a path".formatted(cameras), e);
    }
  }

  /** The zone of clocks that do not say theirs, where one is set. */
  public Optional<ZoneId> findZone() {
    return zone.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(zone));
  }
}

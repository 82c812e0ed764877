package org.qyran.geo.layer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qyran.geo.locate.CircularError;
import org.qyran.geo.survey.SurveyResult;
import org.qyran.geo.survey.UnplacedDetection;
import org.qyran.model.Detection;
import org.qyran.model.GeoPoint;
import org.qyran.model.Sighting;

/** A detection in the list of all detections, with a place or without. */
public final class ListedDetection {

  private final Detection detection;
  private final String flight;
  private final String file;
  private final String sha256;
  private final Instant time;
  private final @Nullable Sighting sighting;
  private final @Nullable String target;
  private final @Nullable String reason;

  private ListedDetection(Sighting sighting, @Nullable String target) {
    this.detection = sighting.detection();
    this.flight = sighting.flight();
    this.file = sighting.file();
    this.sha256 = sighting.sha256();
    this.time = sighting.time();
    this.sighting = sighting;
    this.target = target;
    this.reason = null;
  }

  private ListedDetection(UnplacedDetection unplaced) {
    this.detection = unplaced.detection();
    this.flight = unplaced.flight();
    this.file = unplaced.file();
    this.sha256 = unplaced.sha256();
    this.time = unplaced.time();
    this.sighting = null;
    this.target = null;
    this.reason = unplaced.reason().name();
  }

  static List<ListedDetection> all(SurveyResult result) {
    Map<String, String> targets = result.targetsByDetection();
    Comparator<ListedDetection> byFile =
        Comparator.comparing(ListedDetection::file).thenComparing(one -> one.detection().id());
    List<ListedDetection> all = new ArrayList<>();
    result.sightings().stream()
        .map(sighting -> new ListedDetection(sighting, targets.get(sighting.detection().id())))
        .sorted(byFile)
        .forEach(all::add);
    result.unplaced().stream().map(ListedDetection::new).sorted(byFile).forEach(all::add);
    return all;
  }

  Detection detection() {
    return detection;
  }

  String flight() {
    return flight;
  }

  String file() {
    return file;
  }

  String sha256() {
    return sha256;
  }

  Instant time() {
    return time;
  }

  Optional<List<GeoPoint>> findRing() {
    return Optional.ofNullable(sighting).map(Sighting::ring);
  }

  @Nullable Double areaSquareMeters() {
    return sighting == null ? null : (Double) sighting.areaSquareMeters();
  }

  @Nullable Double le90Meters() {
    return sighting == null ? null : (Double) sighting.le90Meters();
  }

  /** Of the part of the error that is this frame's alone. */
  @Nullable Double ce90OwnMeters() {
    return sighting == null ? null : (Double) CircularError.ce90Meters(sighting.own());
  }

  /** Of every corner of the ring, to the centimetre. */
  @Nullable List<BigDecimal> ringCe90Meters() {
    return sighting == null
        ? null
        : sighting.ringCe90Meters().stream().map(ce90 -> Property.rounded(ce90, 2)).toList();
  }

  @Nullable Boolean grazing() {
    return sighting == null ? null : (Boolean) sighting.grazing();
  }

  @Nullable Double ce90Meters() {
    return sighting == null ? null : (Double) sighting.ce90Meters();
  }

  @Nullable Double groundSamplingDistanceMeters() {
    return sighting == null ? null : (Double) sighting.groundSamplingDistanceMeters();
  }

  @Nullable Double offNadirDegrees() {
    return sighting == null ? null : (Double) sighting.offNadirDegrees();
  }

  @Nullable String target() {
    return target;
  }

  @Nullable String reason() {
    return reason;
  }
}

package org.qyran.geo.survey;

import java.time.Instant;
import org.qyran.model.Detection;
import org.qyran.model.IssueCode;

/**
 * A detection whose place on the ground is not known, and why. It is reported without coordinates.
 *
 * @param detection what was flagged
 * @param flight the flight
 * @param file the frame's first file
 * @param sha256 of that file
 * @param time UTC
 * @param reason why it has no place
 */
public record UnplacedDetection(
    Detection detection,
    String flight,
    String file,
    String sha256,
    Instant time,
    IssueCode reason) {}

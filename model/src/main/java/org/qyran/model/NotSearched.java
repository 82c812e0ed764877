package org.qyran.model;

/**
 * A detector that did not look at a frame, because it could have made nothing of it.
 *
 * @param flight the flight
 * @param file that stands for the frame
 * @param detector name and version
 * @param reason why, in the same words for all such frames
 */
public record NotSearched(String flight, String file, String detector, String reason) {

  public NotSearched {
    Require.notBlank("flight", flight);
    Require.notBlank("file", file);
    Require.notBlank("detector", detector);
    Require.notBlank("reason", reason);
  }
}

package org.qyran.ingest.telemetry.klv;

/**
 * What became of the bytes of a metadata stream, by cause.
 *
 * @param bytes of metadata that were looked at
 * @param sets that were read
 * @param otherSets that are whole and of a standard that says nothing of the camera
 * @param impossibleLengths sets whose length is none, or longer than any
 * @param wrongChecksums sets whose bytes do not add up
 * @param brokenSets sets whose items do not fill them
 * @param cutShort sets that end with the file
 * @param badItems items left out of sets that were read
 * @param droppedBytes that belong to no set
 * @param metadataStream false when a video carries no metadata at all
 */
public record KlvAccount(
    long bytes,
    long sets,
    long otherSets,
    long impossibleLengths,
    long wrongChecksums,
    long brokenSets,
    long cutShort,
    long badItems,
    long droppedBytes,
    boolean metadataStream) {

  /** Sets that could not be read. */
  public long damagedSets() {
    return impossibleLengths + wrongChecksums + brokenSets + cutShort;
  }
}

package org.qyran.jobs.step;

import org.qyran.ingest.upload.ReceivedFile;

/**
 * A received file and its flight.
 *
 * @param flight the flight
 * @param file what was received
 */
public record ReceivedInput(String flight, ReceivedFile file) {}

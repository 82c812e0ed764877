package org.qyran.jobs.io;

/**
 * One file that was handed in, not yet opened.
 *
 * @param flight the flight it belongs to
 * @param root the folder or single file that was handed in
 * @param path of this file
 */
public record InputFile(String flight, String root, String path) {}

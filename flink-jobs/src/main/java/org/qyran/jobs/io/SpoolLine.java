package org.qyran.jobs.io;

/**
 * One record on its way to the result folder.
 *
 * @param kind the spool file it belongs in
 * @param json the record, as on the topics
 */
public record SpoolLine(String kind, String json) {}

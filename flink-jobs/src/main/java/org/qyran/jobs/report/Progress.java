package org.qyran.jobs.report;

/** Is told how far a run has come; never more often than twice a second. */
@FunctionalInterface
public interface Progress {

  /**
   * Tells where the run stands.
   *
   * @param stage what is being done, a word
   * @param done how many are done
   * @param total of how many; 0 while not known
   */
  void at(String stage, long done, long total);

  /** Nobody watches. */
  static Progress unwatched() {
    return (stage, done, total) -> {};
  }
}

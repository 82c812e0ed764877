package org.qyran.evaluation.truth;

import java.nio.file.Path;
import java.util.List;

/**
 * What was really there.
 *
 * @param folder it was read from
 * @param facts which survey it is
 * @param targets to find
 * @param confusers that look like them
 * @param objects single trees, shrubs, boulders
 * @param poses of the cameras, one per file
 * @param visibility a row per frame and target that is at least partly in the frame
 * @param visibilityTold whether the truth says what each frame could have seen at all
 * @param notes what the truth lacks, each a sentence
 */
public record Truth(
    Path folder,
    SurveyFacts facts,
    List<TrueTarget> targets,
    List<Confuser> confusers,
    List<TrueObject> objects,
    List<TruePose> poses,
    List<Visibility> visibility,
    boolean visibilityTold,
    List<String> notes) {

  public Truth {
    targets = List.copyOf(targets);
    confusers = List.copyOf(confusers);
    objects = List.copyOf(objects);
    poses = List.copyOf(poses);
    visibility = List.copyOf(visibility);
    notes = List.copyOf(notes);
  }

  /** The rows of one target. */
  public List<Visibility> visibilityOf(String target) {
    return visibility.stream().filter(row -> row.target().equals(target)).toList();
  }
}

package org.qyran.model;

import java.util.List;

/**
 * Something a person should know about a whole run, said once.
 *
 * @param code in capitals, never renamed: {@code TIME_ZONE_ASSUMED}
 * @param message one or two sentences: what was seen, what it means, what to try
 * @param files concerned, sorted; may be empty when all are
 */
public record RunWarning(String code, String message, List<String> files) {

  public RunWarning {
    Require.notBlank("code", code);
    Require.notBlank("message", message);
    files = files.stream().sorted().distinct().toList();
  }
}

package org.qyran.jobs.settings;

import java.util.List;

/** Settings that cannot be used; the message lists every mistake, one a line. */
public final class SettingsException extends Exception {

  private static final long serialVersionUID = 1;

  SettingsException(List<String> mistakes) {
    super(String.join(System.lineSeparator(), mistakes));
  }
}

package org.qyran.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.qyran.sampledata.RealData;

/**
 * Keeps {@code docs/SETTINGS.md} true. A person writes the meanings; keys and defaults come from
 * the records. {@code -Dpage.update=true} rewrites the page and keeps the meanings.
 */
class SettingsPageTest {

  private static final Path PAGE = RealData.root().resolve("docs/SETTINGS.md");
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| `([^`]*)` \\| (.*) \\|");
  private static final String HEAD =
      """
      # Settings

      A properties file, handed in with `--config FILE`. Values carry their unit. All mistakes are reported together, and an
      unknown key names its nearest neighbour. The values in force are in every run's `report.json`.

      | Key | Default | Meaning |
      |---|---|---|
      """;

  @Test
  void thePageNamesEverySettingWithItsDefaultAndMeaning() throws IOException {
    String expected = page(meanings());
    if (Boolean.getBoolean("page.update")) {
      Files.writeString(PAGE, expected);
    }

    assertThat(PAGE).as("stale? run with -Dpage.update=true").hasContent(expected);
    assertThat(expected).as("a meaning is missing").doesNotContain("|  |");
  }

  private static String page(Map<String, String> meanings) {
    StringBuilder page = new StringBuilder(HEAD);
    Settings.defaults()
        .inForce()
        .forEach(
            (key, value) ->
                page.append(
                    "| `%s` | `%s` | %s |\n"
                        .formatted(key, value, meanings.getOrDefault(key, ""))));
    return page.toString();
  }

  private static Map<String, String> meanings() throws IOException {
    Map<String, String> meanings = new TreeMap<>();
    if (Files.exists(PAGE)) {
      for (String line : Files.readAllLines(PAGE)) {
        Matcher row = ROW.matcher(line);
        if (row.matches()) {
          meanings.put(row.group(1), row.group(3));
        }
      }
    }
    return meanings;
  }
}

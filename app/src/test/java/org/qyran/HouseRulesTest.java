package org.qyran;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The plan of the house. If a rule here is in your way, the plan changes first, in the open. */
class HouseRulesTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.qyran");

  private static final String[] SEE_ROOMS = {
    "org.qyran.jobs..",
    "org.qyran.evaluation..",
    "org.qyran.review..",
    "org.qyran.app..",
    "org.qyran.benchmarks..",
    "org.qyran.training.."
  };

  @Test
  void theWholeHouseIsOnTheClassPath() {
    assertThat(HOUSE.stream().map(JavaClass::getPackageName).distinct())
        .contains(
            "org.qyran.model",
            "org.qyran.sampledata",
            "org.qyran.ingest.frame",
            "org.qyran.detection",
            "org.qyran.geo.locate",
            "org.qyran.jobs",
            "org.qyran.evaluation",
            "org.qyran.training",
            "org.qyran.benchmarks",
            "org.qyran.app");
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("org.qyran.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void modelKnowsOnlyTheJdk() {
    classes()
        .that()
        .resideInAPackage("org.qyran.model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.qyran.model..", "java..", "org.jspecify..")
        .check(HOUSE);
  }

  @Test
  void roomsSeeTheModelAndNotEachOther() {
    slices()
        .matching("org.qyran.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(alwaysTrue(), resideInAPackage("org.qyran.model.."))
        .ignoreDependency(resideInAnyPackage(SEE_ROOMS), alwaysTrue())
        .check(HOUSE);
  }

  @Test
  void onlyThoseWhoJudgeAndThoseWhoShowSeeInventedSurveys() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.qyran.sampledata..",
            "org.qyran.evaluation..",
            "org.qyran.training..",
            "org.qyran.app..",
            "org.qyran.benchmarks..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.qyran.sampledata..")
        .because("what looks for things must not know where they were put")
        .check(HOUSE);
  }

  @Test
  void nothingThatLooksForThingsNamesTheFilesThatTellWhereTheyAre() throws IOException {
    Pattern answers =
        Pattern.compile("\"[^\"\\s]*\\b(truth\\b|confusers|visibility\\.csv|poses\\.csv)");
    Path root = Path.of(System.getProperty("qyran.root", ".."));
    int read = 0;
    for (String room : List.of("model", "ingest", "detection", "geo", "flink-jobs")) {
      try (Stream<Path> sources = Files.walk(root.resolve(room).resolve("src/main"))) {
        for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
          read++;
          assertThat(answers.matcher(Files.readString(source)).results().map(MatchResult::group))
              .as("words of docs/SIMULATION.md in %s", source)
              .isEmpty();
        }
      }
    }
    assertThat(read).isGreaterThan(100);
  }

  @Test
  void nobodySeesTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.qyran.app..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.qyran.app..")
        .check(HOUSE);
  }

  @Test
  void eachLibraryLivesInItsRoom() {
    livesIn(List.of("org.qyran.jobs.."), "org.apache.flink..");
    livesIn(List.of("org.qyran.detection.."), "org.opencv..", "org.bytedeco..");
    livesIn(List.of("org.qyran.detection.onnx"), "ai.onnxruntime..");
    livesIn(
        List.of("org.qyran.geo..", "org.qyran.evaluation..", "org.qyran.review.."),
        "org.locationtech.jts..",
        "org.geotools..",
        "org.sqlite..");
    livesIn(List.of("org.qyran.geo..", "org.qyran.detection.raster.."), "it.geosolutions..");
    livesIn(List.of("org.qyran.geo.crs.."), "org.locationtech.proj4j..");
    livesIn(
        List.of(
            "org.qyran.sampledata..",
            "org.qyran.ingest..",
            "org.qyran.jobs.publish..",
            "org.qyran.evaluation..",
            "org.qyran.app.locate.."),
        "org.apache.commons.csv..");
    livesIn(List.of("org.qyran.ingest.metadata.."), "com.drew..", "com.adobe..");
    livesIn(List.of("..wire..", "org.qyran.jobs.io.."), "org.apache.kafka..");
    livesIn(List.of("..wire..", "..geojson.."), "com.fasterxml.jackson..");
    livesIn(List.of("org.qyran.app.."), "picocli..", "me.tongfei..");
    livesIn(List.of("org.qyran.geo.adjust..", "org.qyran.evaluation.."), "org.hipparchus..");
    livesIn(List.of("org.qyran.geo.sun.."), "net.e175..");
    livesIn(List.of("org.qyran.training.fit.."), "ml.dmlc..");
    livesIn(
        List.of(
            "org.qyran.jobs..",
            "org.qyran.ingest.upload..",
            "org.qyran.review..",
            "org.qyran.app.."),
        "org.slf4j..");
  }

  @Test
  void nobodyAsksTheWallClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.qyran.app..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .because("a survey replayed next year must give the same answer")
        .check(HOUSE);
  }

  @Test
  void nobodyPrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.qyran.app..")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .check(HOUSE);
  }

  @Test
  void everyPackageIntroducesItselfAndPromisesNoNulls() {
    assertThat(HOUSE.stream().map(JavaClass::getPackage).distinct())
        .filteredOn(room -> !room.isAnnotatedWith(NullMarked.class))
        .extracting(JavaPackage::getName)
        .as("packages without a @NullMarked package-info")
        .isEmpty();
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Processor|Common)")
        .because("each of these words means the author had not yet found the name")
        .check(HOUSE);
  }

  private static void livesIn(List<String> homes, String... libraries) {
    noClasses()
        .that()
        .resideOutsideOfPackages(homes.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .check(HOUSE);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The jars that are published: each has a module name of its own, and the list of versions has each. */
class PackagingTest {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Pattern MODULE_NAME = Pattern.compile("<Automatic-Module-Name>([^<]+)</Automatic-Module-Name>");
  private static final Pattern ARTIFACT = Pattern.compile("</parent>\\s*<artifactId>([^<]+)</artifactId>");

  /** Benchmarks and tests are not published; the list of versions is no jar. */
  private static final Set<String> NOT_PUBLISHED = Set.of("harness", "bench", "jmh", "compat-tests", "framework-tests", "bom");

  private static List<String> publishedPoms() throws IOException {
    List<String> poms = new ArrayList<>();
    Matcher module = MODULE.matcher(Files.readString(Path.of("../pom.xml")));
    while (module.find()) {
      if (!NOT_PUBLISHED.contains(module.group(1))) {
        poms.add(Files.readString(Path.of("..", module.group(1), "pom.xml")));
      }
    }
    return poms;
  }

  @Test
  void everyJarHasAModuleNameOfItsOwn() throws IOException {
    Set<String> names = new TreeSet<>();
    List<String> poms = publishedPoms();
    for (String pom : poms) {
      Matcher name = MODULE_NAME.matcher(pom);
      assertThat(name.find()).as(artifact(pom)).isTrue();
      names.add(name.group(1));
    }
    assertThat(names).hasSameSizeAs(poms);
  }

  @Test
  void theListOfVersionsHasEveryJar() throws IOException {
    String versions = Files.readString(Path.of("../bom/pom.xml"));
    for (String pom : publishedPoms()) {
      assertThat(versions).contains("<artifactId>" + artifact(pom) + "</artifactId>");
    }
  }

  /** What repositories want to know of every jar; the modules inherit all but their names. */
  @Test
  void everyJarSaysWhatItIsAndWhoMadeIt() throws IOException {
    String parent = Files.readString(Path.of("../pom.xml"));
    for (String element : List.of("name", "description", "url", "licenses", "developers")) {
      assertThat(parent).contains("<" + element + ">");
    }
    for (String pom : publishedPoms()) {
      assertThat(pom).as(artifact(pom)).contains("<name>", "<description>");
    }
  }

  /** The same sources make the same jars. */
  @Test
  void buildsCanBeRepeated() throws IOException {
    String parent = Files.readString(Path.of("../pom.xml"));
    assertThat(parent).containsPattern("<project\\.build\\.outputTimestamp>\\d{4}-\\d\\d-\\d\\dT[^<]*Z</project\\.build\\.outputTimestamp>");
    assertThat(parent).contains("<notimestamp>true</notimestamp>");
  }

  private static String artifact(String pom) {
    Matcher artifact = ARTIFACT.matcher(pom);
    assertThat(artifact.find()).isTrue();
    return artifact.group(1);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The script {@code lumosql} knows every module that a command line may need. */
class LauncherTest {
  private static final Path LAUNCHER = Path.of("../lumosql");

  @Test
  void theShellUnderstandsIt() throws Exception {
    Process process = new ProcessBuilder("sh", "-n", LAUNCHER.toString()).redirectErrorStream(true).start();
    String complaints = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(complaints).isZero();
  }

  @Test
  void everyBackendIsBuiltWhenItIsAskedFor() throws IOException {
    List<String> backends = new ArrayList<>(List.of("crypto"));
    Matcher module = Pattern.compile("<module>(backend-[a-z]+)</module>").matcher(Files.readString(Path.of("../pom.xml")));
    while (module.find()) {
      backends.add(module.group(1));
    }
    assertThat(backends).hasSizeGreaterThan(4);
    List<String> built = words("modules");
    built.addAll(words("engines"));
    assertThat(built).containsAll(backends);
  }

  private static List<String> words(String variable) throws IOException {
    Matcher assignment = Pattern.compile("(?m)^" + variable + "=\"([^\"]*)\"").matcher(Files.readString(LAUNCHER));
    assertThat(assignment.find()).as(variable).isTrue();
    return new ArrayList<>(List.of(assignment.group(1).split(" ")));
  }
}

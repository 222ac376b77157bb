// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lumosql.bench.targets.Engine;
import org.lumosql.bench.targets.Option;
import org.lumosql.bench.targets.Settings;
import org.lumosql.bench.targets.TargetList;

/** The commands that documents show are understood, and what the tool lists is all there is. */
class DocumentedCommandsTest {
  private static final Pattern WORD = Pattern.compile("([^\\s']*'[^']*'|[^\\s]+)");

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group().replace("'", ""));
    }
    return words;
  }

  @Test
  void everyCommandInDocumentsIsUnderstood() throws Exception {
    int count = 0;
    for (String document : List.of("docs/benchmarks.md", "CONTRIBUTING.md", "README.md")) {
      for (String line : Files.readAllLines(Path.of("..", document))) {
        if (line.startsWith("./lumosql bench ")) {
          List<String> words = words(line.substring("./lumosql bench ".length()));
          BenchCommand.commandLine().parseArgs(words.toArray(String[]::new));
          if (List.of("run", "test", "targets").contains(words.get(0))) {
            targets(words.subList(1, words.size()));
          }
          count++;
        }
      }
    }
    assertThat(count).isGreaterThan(7);
  }

  private static void targets(List<String> words) throws Exception {
    List<String> names = new ArrayList<>();
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).startsWith("-")) {
        i++;
      } else if (Settings.isSetting(words.get(i))) {
        settings.add(words.get(i));
      } else {
        names.add(words.get(i));
      }
    }
    assertThat(TargetList.of(Settings.of(null, settings), names)).isNotEmpty();
  }

  @Test
  void whatListsEverything() {
    String text = Commands.run("what", "native", "DATASIZE=1 2").out();
    for (Engine engine : Engine.values()) {
      assertThat(text).contains("\n  " + engine.label() + " ");
    }
    for (Option option : Option.values()) {
      assertThat(text).contains("\n  " + option.label() + " ");
    }
    assertThat(text).contains("   2  0010  1000 INSERTs", "      0025  Row counts (checked, not timed)", "TARGETS\n  native  ", "  given: DATASIZE=1 2");
    assertThat(text).contains("native+datasize-2");
  }

  @Test
  void targetsArePrinted() {
    assertThat(Commands.run("targets", "lmdb", "3.54.1", "DATASIZE=1 2").out()).isEqualTo("lmdb-0.9.3\nlmdb-0.9.3+datasize-2\n3.54.1\n3.54.1++datasize-2\n");
    Commands.Printed refused = Commands.run("targets", "oracle");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.errors()).contains("no engine \"oracle\"");
  }

  @Test
  void aMissingCommandIsSaid() {
    assertThat(Commands.run().status()).isEqualTo(2);
    assertThat(Commands.run("dance").errors()).contains("dance");
  }
}

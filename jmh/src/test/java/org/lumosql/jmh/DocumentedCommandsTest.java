// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The commands of docs/benchmarks.md are those that there are. */
class DocumentedCommandsTest {
  private static final Pattern COMMAND = Pattern.compile("lumosql-jmh\\.jar((?: [^`\\[|]+)?)");

  private static List<String[]> documented() throws Exception {
    List<String[]> commands = new ArrayList<>();
    Matcher matcher = COMMAND.matcher(Files.readString(Path.of("..", "docs", "benchmarks.md")));
    while (matcher.find()) {
      commands.add(matcher.group(1).strip().split(" "));
    }
    return commands;
  }

  private static Set<BenchmarkListEntry> matching(String name) {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Pattern pattern = Pattern.compile(name);
    Set<BenchmarkListEntry> found = new TreeSet<>();
    for (BenchmarkListEntry entry : BenchmarkList.defaultList().getAll(OutputFormatFactory.createFormatInstance(nowhere, VerboseMode.SILENT), List.of())) {
      if (pattern.matcher(entry.getUsername()).find()) {
        found.add(entry);
      }
    }
    return found;
  }

  private static Set<String> parameters(Class<?> type) {
    Set<String> names = new TreeSet<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      Arrays.stream(each.getDeclaredFields()).filter(field -> field.isAnnotationPresent(Param.class)).map(Field::getName).forEach(names::add);
    }
    return names;
  }

  @Test
  void benchmarksAndTheirParametersAreThere() throws Exception {
    int count = 0;
    for (String[] command : documented()) {
      if (command[0].isEmpty() || Main.commands().contains(command[0])) {
        continue;
      }
      count++;
      Set<BenchmarkListEntry> found = matching(command[0]);
      assertThat(found).as(command[0]).isNotEmpty();
      for (int i = 1; i < command.length; i++) {
        if (command[i - 1].equals("-p")) {
          String parameter = command[i].replaceFirst("=.*", "");
          for (BenchmarkListEntry entry : found) {
            assertThat(parameters(Class.forName(entry.getUserClassQName()))).as(command[0]).contains(parameter);
          }
        }
      }
    }
    assertThat(count).isGreaterThan(8);
  }

  @Test
  void quickCommandsAreDocumentedAndWorkloadsAreNamed() throws Exception {
    Set<String> named = new TreeSet<>();
    for (String[] command : documented()) {
      if (command[0].equals("quick") && command.length > 1 && command[1].matches("[a-z]+")) {
        named.add(command[1]);
      }
    }
    String text = Files.readString(Path.of("..", "docs", "benchmarks.md"));
    if (text.contains("`… quick analytic [NAME…]`")) {
      named.add("analytic");
    }
    assertThat(named).isEqualTo(new TreeSet<>(Main.quickCommands()));
    for (Workloads workload : Workloads.values()) {
      assertThat(text).contains("`" + workload + "`");
    }
  }

  @Test
  void figuresAreThoseOfCommands() throws Exception {
    String text = Files.readString(Path.of("..", "docs", "benchmarks.md"));
    List<String> commands = Pattern.compile("<!-- figures: (.+?) -->").matcher(text).results().map(place -> place.group(1)).toList();
    assertThat(commands).hasSizeGreaterThan(8).doesNotHaveDuplicates();
    for (String command : commands) {
      String[] words = command.replaceFirst("^(-\\S+ )*", "").split(" ");
      assertThat(words[0]).as(command).isEqualTo("quick");
      assertThat(words.length == 1 || Main.quickCommands().contains(words[1])).as(command).isTrue();
    }
  }
}

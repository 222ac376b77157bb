// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lumosql.shell.output.Output;
import org.lumosql.shell.session.Shell;

/** {@code .help}. The words are in a resource: an entry begins with a line that begins with a dot. */
final class HelpCommand {
  private HelpCommand() {}

  static boolean help(Shell shell, Words words) {
    String pattern = null;
    boolean all = false;
    for (String word : words.from(1)) {
      if ("all".equals(Words.option(word))) {
        all = true;
      } else {
        pattern = word;
      }
    }
    int shown = pattern == null ? showList(shell.out(), all) : show(shell.out(), pattern);
    if (shown == 0) {
      shell.out().print("Nothing matches '").print(pattern).print("'\n");
    }
    return true;
  }

  /** One line for each command, or all lines. */
  private static int showList(Output out, boolean all) {
    for (String line : lines()) {
      if (all || line.startsWith(".")) {
        out.println(line);
      }
    }
    return 1;
  }

  /** Shows the entries of commands that begin so; if there is none, those that hold the word. Returns how many. */
  static int show(Output out, String pattern) {
    String word = pattern.startsWith(".") ? pattern.substring(1) : pattern;
    List<List<String>> entries = entries();
    List<List<String>> found = new ArrayList<>();
    for (List<String> entry : entries) {
      if (entry.get(0).startsWith(word, 1)) {
        found.add(entry);
      }
    }
    if (found.size() == 1) {
      found.get(0).forEach(out::println);
      return 1;
    }
    if (!found.isEmpty()) {
      found.forEach(entry -> out.println(entry.get(0)));
      return found.size();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    for (List<String> entry : entries) {
      if (String.join("\n", entry).toLowerCase(Locale.ROOT).contains(lower)) {
        entry.forEach(out::println);
        found.add(entry);
      }
    }
    return found.size();
  }

  private static List<List<String>> entries() {
    List<List<String>> entries = new ArrayList<>();
    for (String line : lines()) {
      if (line.startsWith(".")) {
        entries.add(new ArrayList<>());
      }
      entries.get(entries.size() - 1).add(line);
    }
    return entries;
  }

  private static List<String> lines() {
    try (InputStream text = HelpCommand.class.getResourceAsStream("help.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document with places for figures: {@code <!-- figures: COMMAND -->}, what the command printed, {@code <!-- end of figures -->}. Each place is read and written by
 * itself, so that what others write into the document meanwhile is kept.
 */
final class MeasuredDocument {
  private static final Pattern PLACE = Pattern.compile("(?ms)^<!-- figures: (?<command>[^\\n]+?) -->\\n(?<figures>.*?)^<!-- end of figures -->$");

  private final Path file;

  MeasuredDocument(Path file) {
    this.file = file;
  }

  /** The commands, in the order of their places. */
  List<String> commands() throws IOException {
    return PLACE.matcher(Files.readString(file)).results().map(MatchResult::group).map(MeasuredDocument::command).toList();
  }

  private static String command(String place) {
    return place.substring("<!-- figures: ".length(), place.indexOf(" -->"));
  }

  /** Puts figures into the place of a command. @throws IllegalStateException if the place has gone */
  void put(String command, String figures) throws IOException {
    String text = Files.readString(file);
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      if (place.group("command").equals(command)) {
        Files.writeString(file, text.substring(0, place.start("figures")) + "\n" + figures.strip() + "\n\n" + text.substring(place.end("figures")));
        return;
      }
    }
    throw new IllegalStateException(file + " has no place for the figures of: " + command);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the answers of C SQLite into golden files, and those of our engine where a file says that it answers differently on purpose. */
public final class GoldenRecorder {
  private GoldenRecorder() {}

  /** Rewrites a file. @return whether anything changed */
  public static boolean record(Path path, String name) throws IOException {
    String before = Files.readString(path);
    GoldenFile file = GoldenParser.parse(name, before);
    String after = recorded(file).text();
    if (after.equals(before)) {
      return false;
    }
    Files.writeString(path, after);
    return true;
  }

  /** The file with the answers that C SQLite gives now. Its local time is that of the process, so that TZ must be as the file says. */
  static GoldenFile recorded(GoldenFile file) throws IOException {
    List<List<String>> answers =
        GoldenRunner.inFolder(
            folder ->
                GoldenRunner.answers(
                    file,
                    SqliteSession.open(file.runsOn("memory") ? ":memory:" : folder.resolve("golden.db").toString()),
                    folder));
    Map<String, List<List<String>>> own = ownAnswers(file);
    Iterator<List<String>> next = answers.iterator();
    List<GoldenFile.Paragraph> paragraphs = new ArrayList<>();
    int number = 0;
    for (GoldenFile.Paragraph paragraph : file.paragraphs()) {
      List<GoldenFile.Case> cases = new ArrayList<>();
      for (GoldenFile.Case one : paragraph.cases()) {
        if (one.isComment()) {
          cases.add(one);
          continue;
        }
        Map<String, List<String>> labelled = new LinkedHashMap<>();
        for (String label : one.ownAnswers().keySet()) {
          labelled.put(label, own.get(label).get(number));
        }
        cases.add(one.with(next.next(), labelled));
        number++;
      }
      paragraphs.add(new GoldenFile.Paragraph(cases));
    }
    return new GoldenFile(file.name(), file.directives(), paragraphs);
  }

  /** Our answers to all statements by label, for the labels that the file has. */
  private static Map<String, List<List<String>>> ownAnswers(GoldenFile file) throws IOException {
    Map<String, List<List<String>>> own = new LinkedHashMap<>();
    for (GoldenFile.Case one : file.cases()) {
      for (String label : one.ownAnswers().keySet()) {
        if (!own.containsKey(label)) {
          GoldenBackend backend = backend(file, label);
          own.put(
              label,
              GoldenRunner.inFolder(
                  folder -> GoldenRunner.answers(file, new EngineSession(backend.opener().open(folder)), folder)));
        }
      }
    }
    return own;
  }

  private static GoldenBackend backend(GoldenFile file, String label) {
    List<GoldenBackend> all = new ArrayList<>(GoldenBackend.ALL);
    all.addAll(GoldenBackend.SLOW);
    for (GoldenBackend backend : all) {
      boolean isMeant = backend.name().equals(label) || backend.kind().equals(label);
      if (label.equals(GoldenFile.HERE) ? file.runsOn(backend.kind()) : isMeant) {
        return backend;
      }
    }
    throw new IllegalArgumentException(file.name() + ": no backend of kind " + label);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Golden files on every backend: {@code -Dgolden.rewrite=true} records C SQLite's answers first, {@code -Dgolden.name=part} chooses files. */
class GoldenTest {
  static final Path FOLDER = Path.of("src/test/resources/golden");

  private static List<String> names() throws IOException {
    String part = System.getProperty("golden.name", "");
    return GoldenFiles.names(FOLDER).stream().filter(name -> name.contains(part)).toList();
  }

  @TestFactory
  List<DynamicTest> everyFileOnEveryBackend() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : names()) {
      GoldenFile file = GoldenFiles.read(FOLDER, name);
      if (Boolean.getBoolean("golden.rewrite") && file.timezone().equals("UTC")) {
        GoldenRecorder.record(GoldenFiles.path(FOLDER, name), name);
        file = GoldenFiles.read(FOLDER, name);
      }
      for (GoldenBackend backend : GoldenBackend.ALL) {
        GoldenFile recorded = file;
        if (file.runsOn(backend.kind())) {
          tests.add(
              DynamicTest.dynamicTest(
                  name + " on " + backend, () -> assertThat(GoldenRunner.run(recorded, backend)).isEmpty()));
        }
      }
    }
    return tests;
  }

  /** How many files there are for one that the default tests run on the slow backends. */
  private static final int SAMPLE = 12;

  private static List<DynamicTest> onSlowBackends(int every) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    List<String> names = names();
    for (int i = 0; i < names.size(); i += every) {
      String name = names.get(i);
      GoldenFile file = GoldenFiles.read(FOLDER, name);
      for (GoldenBackend backend : GoldenBackend.SLOW) {
        if (file.runsOn(backend.kind())) {
          tests.add(
              DynamicTest.dynamicTest(
                  name + " on " + backend, () -> assertThat(GoldenRunner.run(file, backend)).isEmpty()));
        }
      }
    }
    return tests;
  }

  @Test
  void noBackendIsLeftOut() {
    List<GoldenBackend> all = new ArrayList<>(GoldenBackend.ALL);
    all.addAll(GoldenBackend.SLOW);
    assertThat(all).extracting(GoldenBackend::name).contains("lmdb", "bdb", "rocksdb", "keyvalue", "trees");
  }

  @TestFactory
  List<DynamicTest> someFilesOnSlowBackends() throws IOException {
    return onSlowBackends(SAMPLE);
  }

  @Tag("slow")
  @TestFactory
  List<DynamicTest> everyFileOnSlowBackends() throws IOException {
    return onSlowBackends(1);
  }

  /** The library in the tests and the one that was recorded are the same; a file that was edited by hand is found out. */
  @TestFactory
  List<DynamicTest> answersAreThoseOfTheLibrary() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : names()) {
      GoldenFile file = GoldenFiles.read(FOLDER, name);
      if (file.timezone().equals("UTC")) {
        tests.add(
            DynamicTest.dynamicTest(
                name, () -> assertThat(GoldenRecorder.recorded(file).text()).isEqualTo(file.text())));
      }
    }
    return tests;
  }

  /** What is text in one encoding is the same text in another. */
  @TestFactory
  List<DynamicTest> filesDoTheSameInUtf16() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : names()) {
      GoldenFile file = GoldenFiles.read(FOLDER, name);
      if (!file.directives().containsKey("encoding") && file.timezone().equals("UTC") && file.runsOn("memory")) {
        for (String encoding : List.of("UTF-16le", "UTF-16be")) {
          tests.add(
              DynamicTest.dynamicTest(
                  name + " in " + encoding, () -> assertThat(GoldenRunner.compare(file, encoding)).isEmpty()));
        }
      }
    }
    return tests;
  }

  @Test
  void differencesOnPurposeAreDifferent() throws IOException {
    for (String name : GoldenFiles.names(FOLDER)) {
      for (GoldenFile.Case one : GoldenFiles.read(FOLDER, name).cases()) {
        one.ownAnswers().forEach(
            (label, answer) -> {
              assertThat(answer).as(name + ":" + one.line()).isNotEqualTo(one.answer());
              assertThat(one.above()).as("a reason above " + name + ":" + one.line()).isNotEmpty();
            });
      }
    }
  }
}

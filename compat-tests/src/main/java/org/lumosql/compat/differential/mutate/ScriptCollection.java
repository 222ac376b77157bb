// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.mutate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.lumosql.compat.differential.generate.Randomness;
import org.lumosql.compat.golden.GoldenFile;
import org.lumosql.compat.golden.GoldenFiles;
import org.lumosql.compat.run.Script;
import org.lumosql.compat.run.Scripts;
import org.lumosql.compat.slt.SltParser;
import org.lumosql.compat.slt.SltRecord;
import org.lumosql.compat.sqltest.SqlTestFile;

/** Scripts to make mutants of: golden files, Turso's {@code .sqltest} files, sqllogictest scripts. */
public final class ScriptCollection {
  private static final int LONGEST_SCRIPT = 120;
  private static final Pattern SURROUNDINGS = Pattern.compile("\\{dir}|-- (backends|encoding|timezone): ");

  /** Reads a script's statements. */
  @FunctionalInterface
  private interface Source {
    List<String> statements(Randomness random) throws IOException;
  }

  private final List<Source> sources = new ArrayList<>();

  private ScriptCollection() {}

  /**
   * The scripts of folders and files.
   *
   * @param part scripts whose names contain it
   */
  public static ScriptCollection in(List<Path> paths, String part) throws IOException {
    ScriptCollection collection = new ScriptCollection();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
      collection.add(path, part);
    }
    if (collection.sources.isEmpty()) {
      throw new IOException("no scripts in " + paths);
    }
    return collection;
  }

  private void add(Path path, String part) throws IOException {
    Path archive = Files.isDirectory(path) ? path.resolve("sqltest.zip") : path;
    if (archive.endsWith("sqltest.zip") && Files.exists(archive)) {
      addSqlTests(archive, part);
      return;
    }
    if (Files.isDirectory(path)) {
      for (String name : GoldenFiles.names(path)) {
        if (name.contains(part)) {
          sources.add(random -> golden(path, name));
        }
      }
    }
    for (Script script : Scripts.in(path)) {
      if (script.name().contains(part)) {
        sources.add(random -> logic(script, random));
      }
    }
  }

  private void addSqlTests(Path archive, String part) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> e.getName().endsWith(".sqltest") && e.getName().contains(part)).toList()) {
        SqlTestFile file = SqlTestFile.parse(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        if (!file.skipped() && file.databases().stream().noneMatch(name -> name.endsWith(".db"))) {
          sources.add(random -> tests(file, random));
        }
      }
    }
  }

  /** The statements of one script. */
  List<String> any(Randomness random) {
    try {
      return random.of(sources).statements(random);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Until the first change that means something else here: queries with answers of ours are left out. */
  private static List<String> golden(Path folder, String name) throws IOException {
    GoldenFile file = GoldenFiles.read(folder, name);
    List<String> statements = new ArrayList<>();
    if (SURROUNDINGS.matcher(Files.readString(GoldenFiles.path(folder, name))).find()) {
      return statements;
    }
    for (GoldenFile.Case one : file.cases()) {
      if (one.ownAnswers().isEmpty()) {
        statements.add(withoutSemicolon(one.sql()));
      } else if (StatementKind.of(one.sql()) != StatementKind.QUERY) {
        break;
      }
    }
    return statements;
  }

  private static String withoutSemicolon(String sql) {
    String text = sql.strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1).strip() : text;
  }

  /** Some tests of a file, with what they need. */
  private static List<String> tests(SqlTestFile file, Randomness random) {
    List<String> statements = new ArrayList<>();
    List<String> done = new ArrayList<>();
    while (!file.tests().isEmpty() && statements.size() < LONGEST_SCRIPT && random.chance(95)) {
      SqlTestFile.TestCase test = random.of(file.tests());
      for (String setup : test.setups()) {
        if (!done.contains(setup) && file.setups().containsKey(setup)) {
          done.add(setup);
          statements.addAll(TextTokens.statements(file.setups().get(setup)));
        }
      }
      statements.addAll(TextTokens.statements(test.sql()));
    }
    return statements;
  }

  /** The changes at the beginning of a script, and some of its queries. */
  private static List<String> logic(Script script, Randomness random) throws IOException {
    List<SltRecord> records;
    try (BufferedReader in = script.open()) {
      records = SltParser.parse(in).records();
    }
    List<String> statements = new ArrayList<>();
    long queries = records.stream().filter(SltRecord.Query.class::isInstance).count();
    int percent = (int) Math.max(1, Math.min(100, 6000 / Math.max(1, queries)));
    for (SltRecord one : records) {
      if (one instanceof SltRecord.Statement statement && statements.size() < LONGEST_SCRIPT) {
        statements.add(statement.sql());
      } else if (one instanceof SltRecord.Query query && random.chance(percent)) {
        statements.add(query.sql());
      }
    }
    return statements;
  }
}

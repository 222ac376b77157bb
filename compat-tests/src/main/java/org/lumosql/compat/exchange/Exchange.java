// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lumosql.compat.support.ScratchFolder;
import org.lumosql.compat.support.Side;
import org.lumosql.compat.support.Store;
import org.lumosql.convert.Converter;
import org.lumosql.engine.EngineException;

/**
 * A database of random tables that the two engines change in turn. After each hand-over both find it sound, with the
 * contents of the model. A plain file is the same for both; what C SQLite cannot open is converted to a file for it, and back.
 */
public final class Exchange {
  static final String[] JOURNAL_MODES = {"delete", "truncate", "persist", "memory", "off", "wal"};
  static final int[] PAGE_SIZES = {512, 1024, 2048, 4096, 8192, 16384, 32768, 65536};
  static final String[] ENCODINGS = {"UTF-8", "UTF-16le", "UTF-16be"};
  private static final String[] SUFFIXES = {"", "-journal", "-wal", "-shm"};

  /** What engines keep beside a database. */
  private static final String[] OWN_SUFFIXES = {"", "-journal", "-wal", "-shm", "-lock", "-writer"};

  private static final int KEYS = 150;

  private final Path file;
  private final Path own;
  private final Store store;
  private final Random random;
  private TreeMap<String, TableModel> tables = new TreeMap<>();
  private final List<String> indexes = new ArrayList<>();
  private int names;

  /** What the file is made as. */
  record Shape(String journalMode, int pageSize, String encoding, int autoVacuum) {
    static Shape random(Random random) {
      return new Shape(
          JOURNAL_MODES[random.nextInt(JOURNAL_MODES.length)],
          PAGE_SIZES[random.nextInt(PAGE_SIZES.length)],
          ENCODINGS[random.nextInt(ENCODINGS.length)],
          random.nextInt(3));
    }
  }

  /** @param file the plain file that C SQLite has; ours too if the store is one, and else it lies beside it */
  Exchange(Path file, Store store, long seed) {
    this.file = file;
    this.store = store;
    this.own = store.isPlainFile() ? file : Path.of(file + "-own");
    this.random = new Random(seed);
  }

  private Side open(Side.Engine engine) throws SQLException {
    return engine.open(engine == Side.Engine.SQLITE ? file.toString() : store.uri(own));
  }

  /** What one engine has changed goes to the other. */
  private void handOver(Side.Engine from) throws IOException {
    if (store.isPlainFile()) {
      return;
    }
    boolean isOurs = from == Side.Engine.LUMO;
    for (String suffix : OWN_SUFFIXES) {
      ScratchFolder.delete(Path.of((isOurs ? file : own) + suffix));
    }
    String plain = "file:" + file + "?backend=file";
    String ours = store.uri(own);
    new Converter(isOurs ? ours : plain, isOurs ? plain : ours, (step, name, entries, isDone) -> {}).run();
  }

  /** Returns the number of hand-overs. */
  int run(Shape shape, int handOvers) throws IOException, SQLException {
    Side.Engine engine = random.nextBoolean() ? Side.Engine.LUMO : Side.Engine.SQLITE;
    try (Side side = open(engine)) {
      side.execute("PRAGMA page_size = " + shape.pageSize());
      side.execute("PRAGMA encoding = '" + shape.encoding() + "'");
      side.execute("PRAGMA auto_vacuum = " + shape.autoVacuum());
      createTable(side);
    }
    try {
      for (int i = 0; i < handOvers; i++) {
        change(engine, shape);
        handOver(engine);
        for (Side.Engine reader : Side.Engine.values()) {
          check(reader, shape);
        }
        engine = engine.other();
      }
    } catch (SQLException | EngineException | AssertionError e) {
      throw new AssertionError(store + ", " + shape + ": " + e.getMessage(), e);
    }
    return handOvers;
  }

  private void check(Side.Engine reader, Shape shape) throws SQLException {
    try (Side side = open(reader)) {
      assertThat(side.query("PRAGMA integrity_check")).as("integrity_check by %s", reader).containsExactly("tok");
      assertThat(side.query("PRAGMA encoding")).containsExactly("t" + shape.encoding());
      if (store.isPlainFile()) { // a copy is made as its place wants it
        assertThat(side.query("PRAGMA page_size")).containsExactly("i" + shape.pageSize());
        assertThat(side.query("PRAGMA auto_vacuum")).containsExactly("i" + shape.autoVacuum());
      }
      assertThat(side.query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"))
          .containsExactlyElementsOf(tables.keySet().stream().map(name -> "t" + name).toList());
      for (TableModel table : tables.values()) {
        assertThat(side.query("SELECT * FROM " + table.name() + " ORDER BY id"))
            .as("%s read by %s", table.sql(), reader)
            .isEqualTo(table.lines());
      }
    }
  }

  private void change(Side.Engine engine, Shape shape) throws SQLException {
    try (Side side = open(engine)) {
      side.execute("PRAGMA journal_mode = " + shape.journalMode());
      side.execute("PRAGMA synchronous = off");
      side.execute("PRAGMA cache_size = " + (random.nextBoolean() ? 10 : 500));
      int transactions = 1 + random.nextInt(4);
      for (int i = 0; i < transactions; i++) {
        transaction(side, shape);
      }
      switch (random.nextInt(6)) {
        case 0 -> side.execute("VACUUM");
        case 1 -> side.execute("PRAGMA incremental_vacuum(" + random.nextInt(20) + ")");
        case 2 -> side.query("PRAGMA wal_checkpoint(truncate)");
        case 3 -> side.execute("REINDEX");
        default -> assertThat(side.query("PRAGMA quick_check")).containsExactly("tok");
      }
    }
  }

  private void transaction(Side side, Shape shape) throws SQLException {
    TreeMap<String, TableModel> before = copy();
    List<String> indexesBefore = new ArrayList<>(indexes);
    side.execute("BEGIN");
    int steps = random.nextInt(40);
    for (int i = 0; i < steps; i++) {
      step(side);
    }
    // without a journal a rollback leaves the file as it may be
    if (!shape.journalMode().equals("off") && random.nextInt(4) == 0) {
      side.execute("ROLLBACK");
      tables = before;
      indexes.clear();
      indexes.addAll(indexesBefore);
    } else {
      side.execute("COMMIT");
    }
  }

  private TreeMap<String, TableModel> copy() {
    TreeMap<String, TableModel> copy = new TreeMap<>();
    tables.forEach((name, table) -> copy.put(name, table.copy()));
    return copy;
  }

  private void step(Side side) throws SQLException {
    TableModel table = new ArrayList<>(tables.values()).get(random.nextInt(tables.size()));
    switch (random.nextInt(60)) {
      case 0 -> createTable(side);
      case 1 -> dropTable(side, table);
      case 2, 3 -> createIndex(side, table);
      case 4 -> dropIndex(side);
      case 5 -> {
        if (table.canGrow()) {
          side.execute(table.addColumn());
        }
      }
      case 6, 7, 8, 9, 10, 11, 12, 13 -> deleteRange(side, table);
      case 14, 15, 16, 17, 18, 19, 20, 21, 22, 23 -> update(side, table);
      case 24, 25 -> renumber(side, table);
      default -> insert(side, table);
    }
  }

  private void createTable(Side side) throws SQLException {
    TableModel table = new TableModel("t" + names++, random);
    side.execute(table.sql());
    tables.put(table.name(), table);
  }

  private void dropTable(Side side, TableModel table) throws SQLException {
    if (tables.size() > 1) {
      side.execute("DROP TABLE " + table.name());
      tables.remove(table.name());
      indexes.removeIf(index -> index.startsWith(table.name() + "_"));
    }
  }

  private void createIndex(Side side, TableModel table) throws SQLException {
    if (indexes.size() < 8) {
      String index = table.name() + "_" + names++;
      side.execute(table.indexSql(index, random));
      indexes.add(index);
    }
  }

  private void dropIndex(Side side) throws SQLException {
    if (!indexes.isEmpty()) {
      side.execute("DROP INDEX " + indexes.remove(random.nextInt(indexes.size())));
    }
  }

  private void insert(Side side, TableModel table) throws SQLException {
    Object[] row = new Object[table.columns()];
    Object[] parameters = new Object[row.length + 1];
    long key = random.nextInt(KEYS);
    parameters[0] = key;
    StringBuilder sql = new StringBuilder("INSERT OR REPLACE INTO " + table.name() + " VALUES(?");
    for (int i = 0; i < row.length; i++) {
      row[i] = table.value(i, random);
      parameters[i + 1] = row[i];
      sql.append(", ?");
    }
    side.execute(sql.append(")").toString(), parameters);
    table.rows().put(key, row);
  }

  private void update(Side side, TableModel table) throws SQLException {
    long from = random.nextInt(KEYS);
    long to = from + random.nextInt(10);
    int column = random.nextInt(table.columns());
    Object value = table.value(column, random);
    side.execute(
        "UPDATE " + table.name() + " SET c" + column + " = ? WHERE id BETWEEN ? AND ?", value, from, to);
    table
        .rows()
        .subMap(from, true, to, true)
        .replaceAll(
            (key, row) -> {
              Object[] changed = row.clone();
              changed[column] = value;
              return changed;
            });
  }

  private void renumber(Side side, TableModel table) throws SQLException {
    long from = random.nextInt(KEYS);
    long to = random.nextInt(KEYS);
    side.execute("UPDATE OR REPLACE " + table.name() + " SET id = ? WHERE id = ?", to, from);
    Object[] row = table.rows().remove(from);
    if (row != null) {
      table.rows().put(to, row);
    }
  }

  private void deleteRange(Side side, TableModel table) throws SQLException {
    if (random.nextInt(20) == 0) {
      side.execute("DELETE FROM " + table.name());
      table.rows().clear();
      return;
    }
    long from = random.nextInt(KEYS);
    long to = from + random.nextInt(12);
    side.execute("DELETE FROM " + table.name() + " WHERE id BETWEEN ? AND ?", from, to);
    table.rows().subMap(from, true, to, true).clear();
  }

  /** One exchange of ten hand-overs over a database of its own; returns their number. */
  public static long one(Path scratch, Store store, long seed) throws IOException, SQLException {
    Path directory = Files.createDirectory(scratch.resolve("exchange-" + seed));
    Path file = directory.resolve("exchange.db");
    Exchange exchange = new Exchange(file, store, seed);
    int done = exchange.run(Shape.random(new Random(seed)), 10);
    for (String suffix : SUFFIXES) {
      Files.deleteIfExists(Path.of(file + suffix));
    }
    if (!exchange.own.equals(file)) {
      for (String suffix : OWN_SUFFIXES) {
        ScratchFolder.delete(Path.of(exchange.own + suffix));
      }
    }
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).as("files left").isEmpty();
    }
    Files.delete(directory);
    return done;
  }
}

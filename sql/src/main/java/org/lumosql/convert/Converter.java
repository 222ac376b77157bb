// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.convert;

import java.util.List;
import java.util.Map;
import org.lumosql.btree.OpenOptions;
import org.lumosql.engine.Connection;
import org.lumosql.engine.ConnectionOptions;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.engine.TreeSummary;
import org.lumosql.error.ResultCode;

/**
 * Copies a database into a new one, which may be in another engine, and verifies the copy: every table and index must have the same number of
 * entries and the same checksum over their rowids and records. The source is opened for reading. Tables, indexes, views, triggers, {@code user_version} and
 * {@code application_id} come along; so do rowids.
 */
public final class Converter {
  private final String source;
  private final String target;
  private final Progress progress;

  /** Told what is going on. */
  @FunctionalInterface
  public interface Progress {
    /**
     * @param step what is done at the moment
     * @param name of the table or index
     * @param entries how many of its entries have been dealt with
     * @param isDone whether these are all
     */
    void at(Step step, String name, long entries, boolean isDone);
  }

  /** The steps, in their order. */
  public enum Step {
    COPYING,
    READING_SOURCE,
    READING_TARGET
  }

  /**
   * @param source path or {@code file:} URI
   * @param target path or {@code file:} URI, with parameters that say how to store it: {@code file:new.db?backend=lmdb}
   */
  public Converter(String source, String target, Progress progress) {
    this.source = source;
    this.target = target;
    this.progress = progress;
  }

  /**
   * Does it, and returns what has been copied and verified.
   *
   * @throws EngineException ERROR if the target is there already; CORRUPT if the copy is not the same; SCHEMA if the source was changed meanwhile; and what
   *     reading and writing may throw. The target is then to be removed
   */
  public List<TreeSummary> run() {
    try (Connection from = Connection.open(source, options(OpenOptions.Access.READ_ONLY))) {
      long version = number(from, "PRAGMA data_version");
      from.setCopyListener((name, entries, isDone) -> progress.at(Step.COPYING, name, entries, isDone));
      try (Statement copying = from.prepare("VACUUM INTO ?")) {
        copying.bindText(1, target);
        copying.step();
      }
      from.setCopyListener((name, entries, isDone) -> progress.at(Step.READING_SOURCE, name, entries, isDone));
      List<TreeSummary> given = from.summaries("main");
      String headers = headers(from);
      if (number(from, "PRAGMA data_version") != version) {
        throw new EngineException(ResultCode.SCHEMA, "the source was changed while it was copied");
      }
      try (Connection to = Connection.open(target, options(OpenOptions.Access.READ_WRITE))) {
        to.setCopyListener((name, entries, isDone) -> progress.at(Step.READING_TARGET, name, entries, isDone));
        requireSame(given, to.summaries("main"));
        if (!headers.equals(headers(to))) {
          throw new EngineException(ResultCode.CORRUPT, "the copy has other views, triggers or header values");
        }
      }
      return given;
    }
  }

  private static ConnectionOptions options(OpenOptions.Access access) {
    return new ConnectionOptions(access, Map.of(), 10_000);
  }

  private static long number(Connection connection, String sql) {
    try (Statement statement = connection.prepare(sql)) {
      return statement.step() ? statement.columnLong(0) : 0;
    }
  }

  /** What is not in trees. */
  private static String headers(Connection connection) {
    StringBuilder text = new StringBuilder();
    String views = "SELECT group_concat(quote(type) || quote(name) || quote(tbl_name) || quote(sql)) FROM"
        + " (SELECT * FROM sqlite_schema WHERE coalesce(rootpage, 0) = 0 ORDER BY type, name)";
    for (String sql : List.of(views, "PRAGMA encoding", "PRAGMA user_version", "PRAGMA application_id")) {
      try (Statement statement = connection.prepare(sql)) {
        statement.step();
        text.append(statement.columnText(0)).append('\n');
      }
    }
    return text.toString();
  }

  private static void requireSame(List<TreeSummary> given, List<TreeSummary> copied) {
    for (int i = 0; i < Math.min(given.size(), copied.size()); i++) {
      if (!given.get(i).equals(copied.get(i))) {
        throw new EngineException(ResultCode.CORRUPT, "the copy differs: " + copied.get(i) + " instead of " + given.get(i));
      }
    }
    if (given.size() != copied.size()) {
      throw new EngineException(
          ResultCode.CORRUPT, "the copy has " + copied.size() + " tables and indexes instead of " + given.size());
    }
  }
}

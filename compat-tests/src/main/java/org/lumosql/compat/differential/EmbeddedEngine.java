// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.lumosql.compat.keyvalue.ScratchDatabase;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.schema.Optimisation;
import org.lumosql.value.Register;

/** This project's engine through its Java API. */
final class EmbeddedEngine implements Engine, Switchable {
  private static final int INSTRUCTIONS_BETWEEN_LOOKS = 20_000;

  private final Connection connection;
  private final Deadline deadline = new Deadline();

  /** Null if the database is in memory. */
  private final ScratchDatabase scratch;

  EmbeddedEngine(String database) {
    this(database, null);
  }

  EmbeddedEngine(ScratchDatabase scratch) {
    this(scratch.name(), scratch);
    connection.execute("PRAGMA synchronous = OFF");
  }

  private EmbeddedEngine(String database, ScratchDatabase scratch) {
    this.scratch = scratch;
    connection = Connection.open(database);
    connection.setProgressHandler(INSTRUCTIONS_BETWEEN_LOOKS, deadline::isOver);
  }

  @Override
  public Outcome run(String sql) {
    deadline.start();
    try (Statement statement = connection.prepare(sql)) {
      int count = statement.columnCount();
      List<String> names = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        names.add(statement.columnName(i));
      }
      List<String[]> rows = new ArrayList<>();
      while (statement.step()) {
        String[] row = new String[count];
        for (int i = 0; i < count; i++) {
          row[i] = text(statement, i);
        }
        rows.add(row);
      }
      return new Outcome(names, rows, 0, null);
    } catch (EngineException e) {
      return Outcome.error(e.code().code(), e.getMessage());
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      return Outcome.crash(e);
    }
  }

  @Override
  public void switchOptimisations(boolean on) {
    for (Optimisation optimisation : Optimisation.values()) {
      connection.setOptimisation(optimisation, on);
    }
  }

  private static String text(Statement statement, int column) {
    return switch (statement.columnType(column)) {
      case Register.NULL -> "n";
      case Register.INTEGER -> "i" + statement.columnLong(column);
      case Register.REAL -> "r" + statement.columnDouble(column);
      case Register.TEXT -> "t" + statement.columnText(column);
      default -> "x" + HexFormat.of().formatHex(statement.columnBlob(column));
    };
  }

  @Override
  public void close() {
    connection.close();
    if (scratch != null) {
      scratch.close();
    }
  }
}

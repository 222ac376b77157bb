// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.StoreException;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Program;

/**
 * Runs the programs of the C library's compiler, as its EXPLAIN prints them, on our machine and compares rows and errors with what the C
 * library does with the same statements.
 */
abstract class SqliteProgramTestCase {
  final TestHost host = new TestHost();
  Connection connection;
  Statement statement;

  @BeforeEach
  void connect() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    statement = connection.createStatement();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  /** Makes tables in the C library, and the same trees here. */
  void define(String... definitions) throws SQLException {
    for (String sql : definitions) {
      statement.execute(sql);
    }
    List<Object[]> roots = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery("SELECT type, rootpage, sql FROM sqlite_schema WHERE rootpage > 1")) {
      while (rows.next()) {
        boolean table = rows.getString(1).equals("table");
        boolean withoutRowid = table && rows.getString(3).toUpperCase(java.util.Locale.ROOT).contains("WITHOUT ROWID");
        roots.add(new Object[] {rows.getInt(2), table && !withoutRowid});
      }
    }
    for (Object[] root : roots) {
      host.main.createTree((Integer) root[0], (Boolean) root[1] ? TreeKind.TABLE : TreeKind.INDEX);
    }
    try (ResultSet rows = statement.executeQuery("PRAGMA schema_version")) {
      rows.next();
      host.main.setMeta(org.lumosql.btree.MetaValue.SCHEMA_VERSION, rows.getInt(1));
    }
  }

  List<String> theirs(String sql) throws SQLException {
    List<String> result = new ArrayList<>();
    boolean returnsRows;
    try {
      returnsRows = statement.execute(sql);
      if (!returnsRows) {
        return result;
      }
      try (ResultSet rows = statement.getResultSet()) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          StringBuilder row = new StringBuilder();
          for (int i = 1; i <= columns; i++) {
            row.append(describe(rows.getObject(i))).append('|');
          }
          result.add(row.toString());
        }
      }
    } catch (SQLException failure) {
      String message = failure.getMessage();
      result.add("error " + message.substring(message.indexOf('(') + 1, message.lastIndexOf(')')));
    }
    return result;
  }

  private static String describe(Object value) {
    if (value instanceof byte[]) {
      return "x" + java.util.HexFormat.of().formatHex((byte[]) value);
    }
    if (value instanceof Integer || value instanceof Long) {
      return "i" + value;
    }
    return value instanceof Double ? "r" + value : value == null ? "NULL" : "t" + value;
  }

  private String describe(Register value) {
    switch (value.type()) {
      case Register.NULL:
        return "NULL";
      case Register.INTEGER:
        return "i" + value.integer();
      case Register.REAL:
        return "r" + value.real();
      case Register.TEXT:
        return "t" + value.string(host.encoding);
      default:
        return "x"
            + java.util.HexFormat.of().formatHex(value.bytes(), value.offset(), value.offset() + value.length());
    }
  }

  List<String> ours(String sql) throws SQLException {
    boolean reads = sql.toUpperCase(java.util.Locale.ROOT).startsWith("SELECT")
        || sql.toUpperCase(java.util.Locale.ROOT).startsWith("WITH")
        || sql.toUpperCase(java.util.Locale.ROOT).startsWith("VALUES");
    int flags = reads ? Program.READ_ONLY : Program.COUNTS_CHANGES | Program.NEEDS_STATEMENT_SAVEPOINT;
    Program program = ExplainedProgram.of(statement, sql, host.encoding, flags);
    host.writers = reads ? 0 : 1;
    List<String> result = new ArrayList<>();
    try (Machine machine = new Machine(program, host)) {
      while (machine.step()) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < machine.columnCount(); i++) {
          row.append(describe(machine.column(i))).append('|');
        }
        result.add(row.toString());
      }
    } catch (StoreException failure) {
      result.add("error " + failure.userMessage());
    }
    return result;
  }

  void check(String... statements) throws SQLException {
    for (String sql : statements) {
      List<String> ours = ours(sql);
      assertThat(ours).as(sql).isEqualTo(theirs(sql));
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.tpch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import org.lumosql.bench.suite.Dialect;

/** The database files, made by C SQLite once for a directory and copied for each engine, so that all have the same bytes. */
public final class TpchDatabase {
  private static final String[] TABLES = {
    "CREATE TABLE region(r_regionkey INTEGER PRIMARY KEY, r_name TEXT NOT NULL, r_comment TEXT)",
    "CREATE TABLE nation(n_nationkey INTEGER PRIMARY KEY, n_name TEXT NOT NULL, n_regionkey INTEGER NOT NULL REFERENCES region, n_comment TEXT)",
    "CREATE TABLE supplier(s_suppkey INTEGER PRIMARY KEY, s_name TEXT NOT NULL, s_address TEXT NOT NULL,"
        + " s_nationkey INTEGER NOT NULL REFERENCES nation, s_phone TEXT NOT NULL, s_acctbal REAL NOT NULL, s_comment TEXT NOT NULL)",
    "CREATE TABLE part(p_partkey INTEGER PRIMARY KEY, p_name TEXT NOT NULL, p_mfgr TEXT NOT NULL, p_brand TEXT NOT NULL, p_type TEXT NOT NULL,"
        + " p_size INTEGER NOT NULL, p_container TEXT NOT NULL, p_retailprice REAL NOT NULL, p_comment TEXT NOT NULL)",
    "CREATE TABLE partsupp(ps_partkey INTEGER NOT NULL REFERENCES part, ps_suppkey INTEGER NOT NULL REFERENCES supplier,"
        + " ps_availqty INTEGER NOT NULL, ps_supplycost REAL NOT NULL, ps_comment TEXT NOT NULL, PRIMARY KEY(ps_partkey, ps_suppkey))",
    "CREATE TABLE customer(c_custkey INTEGER PRIMARY KEY, c_name TEXT NOT NULL, c_address TEXT NOT NULL,"
        + " c_nationkey INTEGER NOT NULL REFERENCES nation, c_phone TEXT NOT NULL, c_acctbal REAL NOT NULL, c_mktsegment TEXT NOT NULL,"
        + " c_comment TEXT NOT NULL)",
    "CREATE TABLE orders(o_orderkey INTEGER PRIMARY KEY, o_custkey INTEGER NOT NULL REFERENCES customer, o_orderstatus TEXT NOT NULL,"
        + " o_totalprice REAL NOT NULL, o_orderdate TEXT NOT NULL, o_orderpriority TEXT NOT NULL, o_clerk TEXT NOT NULL,"
        + " o_shippriority INTEGER NOT NULL, o_comment TEXT NOT NULL)",
    "CREATE TABLE lineitem(l_orderkey INTEGER NOT NULL REFERENCES orders, l_partkey INTEGER NOT NULL, l_suppkey INTEGER NOT NULL,"
        + " l_linenumber INTEGER NOT NULL, l_quantity REAL NOT NULL, l_extendedprice REAL NOT NULL, l_discount REAL NOT NULL,"
        + " l_tax REAL NOT NULL, l_returnflag TEXT NOT NULL, l_linestatus TEXT NOT NULL, l_shipdate TEXT NOT NULL, l_commitdate TEXT NOT NULL,"
        + " l_receiptdate TEXT NOT NULL, l_shipinstruct TEXT NOT NULL, l_shipmode TEXT NOT NULL, l_comment TEXT NOT NULL,"
        + " PRIMARY KEY(l_orderkey, l_linenumber), FOREIGN KEY(l_partkey, l_suppkey) REFERENCES partsupp)",
  };

  private static final String[] FOREIGN_KEY_INDEXES = {
    "CREATE INDEX nation_region ON nation(n_regionkey)",
    "CREATE INDEX supplier_nation ON supplier(s_nationkey)",
    "CREATE INDEX partsupp_supplier ON partsupp(ps_suppkey)",
    "CREATE INDEX customer_nation ON customer(c_nationkey)",
    "CREATE INDEX orders_customer ON orders(o_custkey)",
    "CREATE INDEX lineitem_partsupp ON lineitem(l_partkey, l_suppkey)",
    "CREATE INDEX lineitem_supplier ON lineitem(l_suppkey)",
  };

  private TpchDatabase() {}

  /** What the planner is offered: primary keys alone or indexes on foreign keys too, without or with statistics. */
  public enum Design {
    KEYS,
    KEYS_ANALYZED,
    INDEXES,
    INDEXES_ANALYZED;

    boolean hasIndexes() {
      return this == INDEXES || this == INDEXES_ANALYZED;
    }

    boolean isAnalyzed() {
      return this == KEYS_ANALYZED || this == INDEXES_ANALYZED;
    }
  }

  /**
   * A file for one user alone.
   *
   * @param user whose copy it is
   */
  public static Path file(Path directory, double scale, Design design, String user) throws SQLException, IOException {
    Path original = original(directory, scale, design);
    String name = original.getFileName().toString();
    Path copy = directory.resolve(name.substring(0, name.length() - 3) + "-" + user.toLowerCase(Locale.ROOT) + ".db");
    if (!Files.exists(copy)) {
      copy(original, copy);
    }
    return copy;
  }

  private static Path original(Path directory, double scale, Design design) throws SQLException, IOException {
    Path file = directory.resolve(String.format(Locale.ROOT, scale < 0.01 ? "tpch-%.3f-%s.db" : "tpch-%.2f-%s.db", scale, design.name().toLowerCase(Locale.ROOT)));
    if (!Files.exists(file)) {
      Path made = Files.createTempFile(directory, "making", ".db");
      if (design != Design.KEYS) {
        Files.copy(original(directory, scale, Design.KEYS), made, StandardCopyOption.REPLACE_EXISTING);
      }
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + made)) {
        if (design == Design.KEYS) {
          fill(connection, scale, TABLES);
        }
        if (design.hasIndexes()) {
          execute(connection, FOREIGN_KEY_INDEXES);
        }
        if (design.isAnalyzed()) {
          execute(connection, "ANALYZE");
        }
      }
      Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private static void copy(Path original, Path copy) throws IOException {
    Path made = Files.createTempFile(copy.getParent(), "making", ".db");
    Files.copy(original, made, StandardCopyOption.REPLACE_EXISTING);
    Files.move(made, copy, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Makes the tables and indexes in any database, with its types; statistics only in those that are SQLite's. */
  public static void fill(Connection connection, double scale, Design design, Dialect dialect) throws SQLException {
    boolean isSqlite = dialect == Dialect.SQLITE;
    fill(connection, scale, isSqlite ? TABLES : Arrays.stream(TABLES).map(TpchDatabase::inStandardTypes).toArray(String[]::new));
    if (design.hasIndexes()) {
      execute(connection, FOREIGN_KEY_INDEXES);
    }
    if (design.isAnalyzed() && isSqlite) {
      execute(connection, "ANALYZE");
    }
  }

  /** Without foreign keys, which SQLite does not check by default either. */
  private static String inStandardTypes(String table) {
    return table
        .replaceAll(", FOREIGN KEY\\(.*?\\) REFERENCES \\w+", "")
        .replaceAll(" REFERENCES \\w+", "")
        .replace(" TEXT", " VARCHAR(200)")
        .replace(" REAL", " DOUBLE PRECISION");
  }

  private static void fill(Connection connection, double scale, String... tables) throws SQLException {
    execute(connection, tables);
    connection.setAutoCommit(false);
    new TpchRows(connection, scale).insert();
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;

/** The calls that both drivers are asked: each getter with each kind of value, each setter, all metadata, all kinds of misuse. */
final class DriverCalls {
  private static final String[] SCHEMA = {
    "CREATE TABLE Artist(ArtistId INTEGER NOT NULL, Name NVARCHAR(120), CONSTRAINT PK_Artist PRIMARY KEY (ArtistId))",
    "CREATE TABLE Album(AlbumId INTEGER PRIMARY KEY AUTOINCREMENT, Title NVARCHAR(160) NOT NULL DEFAULT 'none',"
        + " ArtistId INTEGER NOT NULL, Price NUMERIC(10,2), Cover BLOB, Released DATETIME, Rating REAL, Anything,"
        + " Flag BOOLEAN, Day DATE, Big BIGINT, Notes TEXT, Small SMALLINT, Tiny TINYINT, Amount DECIMAL(8,3), Letters CHAR(3),"
        + " Approx DOUBLE, Fl FLOAT(5), Doc CLOB, Bin BINARY(16), Moment TIMESTAMP, Twice AS (AlbumId*2), Kept INT AS (AlbumId+1) STORED,"
        + " CONSTRAINT FK_Artist FOREIGN KEY (ArtistId) REFERENCES Artist (ArtistId) ON DELETE CASCADE ON UPDATE NO ACTION)",
    "CREATE TABLE Playing(List INT, Position INT, AlbumId INT REFERENCES Album, PRIMARY KEY(List, Position))",
    "CREATE TABLE Item(A INT, B TEXT, L INT, P INT, FOREIGN KEY(L, P) REFERENCES Playing(List, Position) ON UPDATE CASCADE"
        + " ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(A) REFERENCES Artist, UNIQUE(A, B)) ",
    "CREATE TABLE Pair(Word TEXT, Number INT, PRIMARY KEY(Word)) WITHOUT ROWID",
    "CREATE TABLE \"odd 'name_%\"(\"a b\" TEXT, \"c\"\"d\" INT)",
    "CREATE INDEX AlbumArtist ON Album(ArtistId, Title DESC)",
    "CREATE UNIQUE INDEX AlbumTitle ON Album(Title)",
    "CREATE INDEX Expressions ON Album(lower(Title), Rating) WHERE Rating > 1",
    "CREATE VIEW Titles AS SELECT Title, ArtistId AS Who FROM Album",
    "CREATE TEMP TABLE Scratch(x INT, y TEXT)",
    "INSERT INTO Artist VALUES(1,'AC/DC'),(2,'Accept'),(3,NULL)",
    "INSERT INTO Album(AlbumId,Title,ArtistId,Price,Cover,Released,Rating,Anything) VALUES"
        + "(1,'First',1,9.99,x'00ff','2024-05-06 07:08:09',4.5,'text'),"
        + "(2,'Second',1,10,NULL,1714979289000,-0.5,5000000000),(3,'Third',2,NULL,x'','2024-05-06 07:08:09.123',1e300,2.5)"
  };

  /** SQL expressions whose values getters are tried on. */
  static final List<String> VALUES =
      List.of(
          "NULL", "0", "1", "-7", "127", "300", "70000", "2147483648", "-9223372036854775808", "1714979289000", "0.0", "1.5", "-2.999", "1e300", "9e999",
          "2460436.797326", "''", "'0'", "'1'", "'12abc'", "'abc'", "'true'", "'3.75'", "' 42 '", "'2024-05-06'", "'2024-05-06 07:08:09'",
          "'2024-05-06 07:08:09.123'", "'2024-05-06T07:08:09Z'", "'07:08:09'", "'caf\u00e9 \ud83d\ude00'", "x''", "x'00ff10'", "x'343261'");

  static final List<Class<?>> CLASSES =
      List.of(
          Object.class, String.class, Integer.class, Long.class, Short.class, Byte.class, Boolean.class, Double.class, Float.class, BigDecimal.class,
          BigInteger.class, byte[].class, Date.class, Time.class, Timestamp.class, java.util.Date.class, LocalDate.class, LocalTime.class,
          LocalDateTime.class, Instant.class, OffsetDateTime.class, ZonedDateTime.class, UUID.class, Blob.class, Clob.class, int.class, List.class);

  private final CallTable table = new CallTable();
  private final Connection connection;

  private DriverCalls(Connection connection) {
    this.connection = connection;
  }

  /** All answers of a driver, by call. */
  static Map<String, String> answers(java.sql.Driver driver, String url) throws Exception {
    DriverCalls calls = new DriverCalls(driver.connect(url, new java.util.Properties()));
    calls.ask();
    closeQuietly(calls.connection);
    calls.closedObjects(driver.connect(url, new java.util.Properties()));
    calls.closedConnection(driver.connect(url, new java.util.Properties()));
    return calls.table.answers();
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException finalizedTwice) {
      // what sqlite-jdbc says after some failures and after calls of closed statements
      assert finalizedTwice != null;
    }
  }

  private void ask() throws Exception {
    createSchema();
    getters();
    setters();
    resultColumns();
    parameters();
    facts();
    schemaQueries();
    connectionCalls();
    statements();
    errors();
  }

  private void createSchema() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : SCHEMA) {
        statement.executeUpdate(sql);
      }
    }
  }

  // ---- values ----------------------------------------------------------------------------------------------------------------------

  private static Calendar calendar() {
    return Calendar.getInstance(TimeZone.getTimeZone("GMT+05:00"));
  }

  private void getters() throws SQLException {
    for (String value : VALUES) {
      for (Method method : CallTable.methods(ResultSet.class)) {
        if (method.getName().startsWith("get") && method.getParameterCount() > 0 && method.getParameterTypes()[0] == int.class) {
          // a row for each, because sqlite-jdbc's getters change the value that they read
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery("SELECT " + value + " AS v")) {
            rows.next();
            getter(value, rows, method);
          }
        }
      }
    }
  }

  private void getter(String value, ResultSet rows, Method method) throws SQLException {
    String name = "get " + value + ": ";
    if (method.getParameterCount() == 1) {
      table.record(name, rows, method, 1);
    } else if (method.getParameterTypes()[1] == Class.class) {
      for (Class<?> type : CLASSES) {
        try (Statement statement = connection.createStatement();
            ResultSet row = statement.executeQuery("SELECT " + value + " AS v")) {
          row.next();
          table.record(name, row, method, 1, type);
        }
      }
    } else if (method.getParameterTypes()[1] == Calendar.class) {
      table.record(name + method.getName() + " with calendar", () -> method.invoke(rows, 1, calendar()));
    }
  }

  /** Values that are bound. */
  private static Map<String, Object> parametersToSet() {
    Map<String, Object> values = new java.util.LinkedHashMap<>();
    values.put("null", null);
    values.put("Integer", 5);
    values.put("Long", 1L << 40);
    values.put("Short", (short) 3);
    values.put("Byte", (byte) -3);
    values.put("Double", 2.5);
    values.put("Float", 0.1f);
    values.put("Boolean", true);
    values.put("String", "text");
    values.put("Character", 'c');
    values.put("byte[]", new byte[] {1, 2});
    values.put("BigDecimal", new BigDecimal("12345678901234567890.5"));
    values.put("BigDecimal small", new BigDecimal("1.50"));
    values.put("BigInteger", BigInteger.valueOf(77));
    values.put("BigInteger huge", BigInteger.ONE.shiftLeft(80));
    values.put("Date", new Date(1714979289123L));
    values.put("Time", new Time(1714979289123L));
    values.put("Timestamp", new Timestamp(1714979289123L));
    values.put("java.util.Date", new java.util.Date(1714979289123L));
    values.put("LocalDate", LocalDate.of(2024, 5, 6));
    values.put("LocalTime", LocalTime.of(7, 8, 9));
    values.put("LocalDateTime", LocalDateTime.of(2024, 5, 6, 7, 8, 9));
    values.put("Instant", Instant.ofEpochMilli(1714979289123L));
    values.put("UUID", new UUID(1, 2));
    values.put("NaN", Double.NaN);
    values.put("Infinity", Double.POSITIVE_INFINITY);
    values.put("enum", Thread.State.NEW);
    return values;
  }

  private void setters() throws SQLException {
    for (Map.Entry<String, Object> value : parametersToSet().entrySet()) {
      for (String how : List.of("setObject", "setObject VARCHAR", "setObject INTEGER", "setObject BLOB", "setObject TIMESTAMP", "setObject DECIMAL scale 1")) {
        table.record("set " + value.getKey() + ": " + how, () -> stored(statement -> setObject(statement, how, value.getValue())));
      }
    }
    table.record("set: setString null", () -> stored(statement -> statement.setString(1, null)));
    table.record("set: setBytes null", () -> stored(statement -> statement.setBytes(1, null)));
    table.record("set: setBigDecimal", () -> stored(statement -> statement.setBigDecimal(1, new BigDecimal("1.50"))));
    table.record("set: setBigDecimal null", () -> stored(statement -> statement.setBigDecimal(1, null)));
    table.record("set: setDate", () -> stored(statement -> statement.setDate(1, new Date(1714979289123L))));
    table.record("set: setDate null", () -> stored(statement -> statement.setDate(1, null)));
    table.record("set: setDate calendar", () -> stored(statement -> statement.setDate(1, new Date(1714979289123L), calendar())));
    table.record("set: setTime calendar", () -> stored(statement -> statement.setTime(1, new Time(1714979289123L), calendar())));
    table.record("set: setTimestamp calendar", () -> stored(statement -> statement.setTimestamp(1, new Timestamp(1714979289123L), calendar())));
    table.record("set: setTimestamp null", () -> stored(statement -> statement.setTimestamp(1, null)));
    table.record("set: setNull", () -> stored(statement -> statement.setNull(1, Types.INTEGER)));
    table.record("set: setNull name", () -> stored(statement -> statement.setNull(1, Types.INTEGER, "x")));
    table.record("set: setURL", () -> stored(statement -> statement.setURL(1, java.net.URI.create("http://localhost/x").toURL())));
    byte[] text = "caf\u00e9 x".getBytes(StandardCharsets.UTF_8);
    table.record("set: setBinaryStream", () -> stored(statement -> statement.setBinaryStream(1, new java.io.ByteArrayInputStream(text))));
    table.record("set: setBinaryStream length", () -> stored(statement -> statement.setBinaryStream(1, new java.io.ByteArrayInputStream(text), 3)));
    table.record("set: setBinaryStream null", () -> stored(statement -> statement.setBinaryStream(1, null)));
    table.record("set: setBinaryStream null length", () -> stored(statement -> statement.setBinaryStream(1, null, 0)));
    table.record("set: setAsciiStream length", () -> stored(statement -> statement.setAsciiStream(1, new java.io.ByteArrayInputStream(text), 3)));
    table.record("set: setAsciiStream", () -> stored(statement -> statement.setAsciiStream(1, new java.io.ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII)))));
    table.record("set: setCharacterStream", () -> stored(statement -> statement.setCharacterStream(1, new java.io.StringReader("caf\u00e9"))));
    table.record("set: setCharacterStream length", () -> stored(statement -> statement.setCharacterStream(1, new java.io.StringReader("caf\u00e9"), 2)));
    table.record("set: setClob reader", () -> stored(statement -> statement.setClob(1, new java.io.StringReader("caf\u00e9"))));
    table.record("set: setNString", () -> stored(statement -> statement.setNString(1, "n")));
    table.record("set: setBlob stream", () -> stored(statement -> statement.setBlob(1, new java.io.ByteArrayInputStream(text))));
    table.record("set: wrong index 0", () -> stored(statement -> statement.setInt(0, 1)));
    table.record("set: wrong index 2", () -> stored(statement -> statement.setInt(2, 1)));
    table.record("set: nothing set", () -> stored(statement -> { }));
    table.record("set: cleared", () -> stored(statement -> { statement.setInt(1, 5); statement.clearParameters(); }));
  }

  private interface Setter {
    void set(PreparedStatement statement) throws Exception;
  }

  private String stored(Setter setter) throws Exception {
    try (PreparedStatement statement = connection.prepareStatement("SELECT typeof(?1), quote(?1)")) {
      setter.set(statement);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1) + " " + rows.getString(2);
      }
    }
  }

  private static void setObject(PreparedStatement statement, String how, Object value) throws SQLException {
    switch (how) {
      case "setObject" -> statement.setObject(1, value);
      case "setObject VARCHAR" -> statement.setObject(1, value, Types.VARCHAR);
      case "setObject INTEGER" -> statement.setObject(1, value, Types.INTEGER);
      case "setObject BLOB" -> statement.setObject(1, value, Types.BLOB);
      case "setObject TIMESTAMP" -> statement.setObject(1, value, Types.TIMESTAMP);
      default -> statement.setObject(1, value, Types.DECIMAL, 1);
    }
  }

  // ---- metadata --------------------------------------------------------------------------------------------------------------------

  private void resultColumns() throws SQLException {
    for (String sql :
        List.of(
            "SELECT * FROM Album", "SELECT count(*), AlbumId AS id, a.Title || 'x', 1, 1.5, 'x', x'00', NULL, Who FROM Album a JOIN Titles USING(Title)",
            "SELECT * FROM Titles", "SELECT rowid, * FROM Pair, Artist", "SELECT Price+1, cast(Rating AS TEXT), max(Title), Released FROM Album",
            "SELECT \"a b\" FROM \"odd 'name_%\"")) {
      for (boolean onRow : new boolean[] {false, true}) {
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(sql)) {
          if (onRow) {
            rows.next();
          }
          ResultSetMetaData columns = rows.getMetaData();
          table.record((onRow ? "row " : "before ") + sql + ": count", columns::getColumnCount);
          for (int i = 0; i <= columns.getColumnCount() + 1; i++) {
            for (Method method : CallTable.methods(ResultSetMetaData.class)) {
              if (method.getParameterCount() == 1 && method.getParameterTypes()[0] == int.class) {
                table.record((onRow ? "row " : "before ") + sql + ": ", columns, method, i);
              }
            }
          }
        }
      }
    }
  }

  private void parameters() throws SQLException {
    for (String sql : List.of("SELECT ?, ?2, :name, 1", "INSERT INTO Artist VALUES(?, ?)", "SELECT 1")) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        ParameterMetaData parameters = statement.getParameterMetaData();
        table.record("parameters of " + sql + ": count", parameters::getParameterCount);
        for (int i = 0; i <= 4; i++) {
          for (Method method : CallTable.methods(ParameterMetaData.class)) {
            if (method.getParameterCount() == 1 && method.getParameterTypes()[0] == int.class) {
              table.record("parameters of " + sql + ": ", parameters, method, i);
            }
          }
        }
        table.record("columns of " + sql + " before it runs", () -> statement.getMetaData() == null ? null : statement.getMetaData().getColumnCount());
      }
    }
  }

  private void facts() throws SQLException {
    DatabaseMetaData facts = connection.getMetaData();
    for (Method method : CallTable.methods(DatabaseMetaData.class)) {
      Class<?>[] types = method.getParameterTypes();
      if (types.length == 0) {
        table.record("fact ", facts, method);
      } else if (types.length == 1 && types[0] == int.class) {
        for (int i = -1; i < 10; i++) {
          table.record("fact ", facts, method, i);
        }
        for (int i = 1003; i < 1009; i++) {
          table.record("fact ", facts, method, i);
        }
      } else if (types.length == 2 && types[0] == int.class && types[1] == int.class) {
        for (int i = 1003; i < 1006; i++) {
          table.record("fact ", facts, method, i, ResultSet.CONCUR_READ_ONLY);
          table.record("fact ", facts, method, i, ResultSet.CONCUR_UPDATABLE);
        }
      }
    }
  }

  private void schemaQueries() throws SQLException {
    DatabaseMetaData facts = connection.getMetaData();
    String[] names = {null, "%", "Album", "ALBUM", "album", "A%", "%l_y%", "Titles", "Scratch", "sqlite_schema", "sqlite_sequence", "Pair", "Playing", "Item", "Artist", "missing", "", "odd 'name_%", "odd 'name\\_\\%"};
    for (String name : names) {
      table.record("tables " + name, () -> facts.getTables(null, null, name, null));
      table.record("columns " + name, () -> facts.getColumns(null, null, name, null));
      table.record("primary key " + name, () -> facts.getPrimaryKeys(null, null, name));
      table.record("imported keys " + name, () -> facts.getImportedKeys(null, null, name));
      table.record("exported keys " + name, () -> facts.getExportedKeys(null, null, name));
      table.record("indexes " + name, () -> facts.getIndexInfo(null, null, name, false, true));
      table.record("unique indexes " + name, () -> facts.getIndexInfo(null, null, name, true, true));
      table.record("best row " + name, () -> facts.getBestRowIdentifier(null, null, name, DatabaseMetaData.bestRowSession, true));
      table.record("versions " + name, () -> facts.getVersionColumns(null, null, name));
      table.record("procedures " + name, () -> facts.getProcedures(null, null, name));
      table.record("procedure columns " + name, () -> facts.getProcedureColumns(null, null, name, null));
      table.record("function columns " + name, () -> facts.getFunctionColumns(null, null, name, null));
      table.record("privileges " + name, () -> facts.getTablePrivileges(null, null, name));
      table.record("column privileges " + name, () -> facts.getColumnPrivileges(null, null, name, null));
      table.record("super tables " + name, () -> facts.getSuperTables(null, null, name));
      table.record("super types " + name, () -> facts.getSuperTypes(null, null, name));
      table.record("types " + name, () -> facts.getUDTs(null, null, name, null));
      table.record("attributes " + name, () -> facts.getAttributes(null, null, name, null));
      table.record("pseudo columns " + name, () -> facts.getPseudoColumns(null, null, name, null));
    }
    table.record("functions abs", () -> facts.getFunctions(null, null, "abs"));
    table.record("columns Album.%id", () -> facts.getColumns(null, null, "Album", "%id"));
    table.record("columns Album.Title", () -> facts.getColumns(null, null, "Album", "Title"));
    table.record("columns main.Album", () -> facts.getColumns("main", "main", "Album", "Title"));
    table.record("columns empty names", () -> facts.getColumns("", "", "Album", "Title"));
    for (String kind : List.of("TABLE", "VIEW", "SYSTEM TABLE", "GLOBAL TEMPORARY", "LOCAL TEMPORARY", "table", "INDEX")) {
      table.record("tables of kind " + kind, () -> facts.getTables(null, null, "%", new String[] {kind}));
    }
    table.record("tables of two kinds", () -> facts.getTables(null, null, "%", new String[] {"TABLE", "VIEW"}));
    table.record("tables of no kind", () -> facts.getTables(null, null, "%", new String[0]));
    table.record("tables main", () -> facts.getTables("main", "main", "%", null));
    table.record("references", () -> facts.getCrossReference(null, null, "Artist", null, null, "Album"));
    table.record("references to Playing", () -> facts.getCrossReference(null, null, "Playing", null, null, "Item"));
    table.record("schemas like", () -> facts.getSchemas(null, "%"));
  }

  // ---- connections and statements ----------------------------------------------------------------------------------------------------

  private void connectionCalls() throws SQLException {
    for (String name :
        List.of("getAutoCommit", "getCatalog", "getSchema", "getHoldability", "getTransactionIsolation", "getTypeMap", "getWarnings", "isReadOnly", "isClosed",
            "getClientInfo", "getNetworkTimeout", "createBlob", "createClob", "createNClob", "createSQLXML", "commit", "rollback", "setSavepoint", "clearWarnings")) {
      for (Method method : CallTable.methods(Connection.class)) {
        if (method.getName().equals(name) && method.getParameterCount() == 0) {
          table.record("connection ", connection, method);
        }
      }
    }
    table.record("connection setCatalog", () -> { connection.setCatalog("x"); return connection.getCatalog(); });
    table.record("connection setSchema", () -> { connection.setSchema("x"); return connection.getSchema(); });
    for (int level : new int[] {0, 1, 2, 4, 8, 3}) {
      table.record("connection isolation " + level, () -> { connection.setTransactionIsolation(level); return connection.getTransactionIsolation(); });
    }
    table.record("connection isolation back", () -> { connection.setTransactionIsolation(8); return connection.getTransactionIsolation(); });
    for (int holdability : new int[] {1, 2, 0}) {
      table.record("connection holdability " + holdability, () -> { connection.setHoldability(holdability); return connection.getHoldability(); });
    }
    table.record("connection isValid", () -> connection.isValid(1));
    table.record("connection isValid -1", () -> connection.isValid(-1));
    table.record("connection nativeSQL", () -> connection.nativeSQL("SELECT {fn now()}"));
    table.record("connection prepareCall", () -> connection.prepareCall("x"));
    table.record("connection createArrayOf", () -> connection.createArrayOf("x", new Object[0]));
    table.record("connection createStruct", () -> connection.createStruct("x", new Object[0]));
    table.record("connection getClientInfo x", () -> connection.getClientInfo("ApplicationName"));
    table.record("connection setClientInfo x", () -> { connection.setClientInfo("ApplicationName", "y"); return null; });
    table.record("connection unwrap", () -> connection.unwrap(Connection.class) == connection);
    table.record("connection isWrapperFor", () -> connection.isWrapperFor(Connection.class));
    table.record("connection isWrapperFor String", () -> connection.isWrapperFor(String.class));
    table.record("connection unwrap String", () -> connection.unwrap(String.class));
    for (int type : new int[] {1003, 1004, 1005}) {
      for (int concurrency : new int[] {1007, 1008}) {
        table.record("connection createStatement " + type + " " + concurrency, () -> connection.createStatement(type, concurrency));
        table.record("connection prepareStatement " + type + " " + concurrency, () -> connection.prepareStatement("SELECT 1", type, concurrency));
      }
    }
    table.record("connection createStatement hold", () -> connection.createStatement(1003, 1007, 1));
    table.record("connection prepareStatement hold", () -> connection.prepareStatement("SELECT 1", 1003, 1007, 1));
  }

  private void statements() throws SQLException {
    restoreTable();
    Statement statement = connection.createStatement();
    for (Method method : CallTable.methods(Statement.class)) {
      if ((method.getName().startsWith("get") || method.getName().startsWith("is")) && method.getParameterCount() == 0) {
        table.record("new statement ", statement, method);
      }
    }
    statement.close();
    String[] scripts = {
      "SELECT 1", "", "  ", "-- comment", ";", "CREATE TABLE t1(a)", "DROP TABLE IF EXISTS t2", "CREATE TABLE t2(a)", "INSERT INTO t1 VALUES(1),(2)", "UPDATE t1 SET a=a+1", "DELETE FROM t1 WHERE a>100",
      "INSERT INTO t1 VALUES(3) RETURNING a", "SELECT * FROM t1 WHERE 0", "PRAGMA user_version", "PRAGMA user_version=3", "DROP TABLE IF EXISTS none",
      "SELECT 1; SELECT 2", "UPDATE t1 SET a=1; UPDATE t1 SET a=2", "SELECT 1;", "VALUES(1),(2)", "WITH x AS (SELECT 1) INSERT INTO t1 SELECT * FROM x",
      "EXPLAIN SELECT 1", "BEGIN", "COMMIT", "REPLACE INTO t1 VALUES(9)", "SELECT", "SELECT * FROM nothing", "DROP TABLE t1",
      "PRAGMA journal_mode", "PRAGMA foreign_keys=0", "PRAGMA table_info(Artist)", "ANALYZE", "VACUUM"
    };
    for (String sql : scripts) {
      for (String how : List.of("execute", "executeQuery", "executeUpdate", "prepared execute", "prepared executeQuery", "prepared executeUpdate")) {
        table.record(how + ": " + sql, () -> run(how, sql));
      }
    }
    table.record("statement maxRows", () -> { try (Statement s = connection.createStatement()) { s.setMaxRows(2); return CallTable.show(s.executeQuery("VALUES(1),(2),(3)")) + s.getMaxRows(); } });
    for (int number : new int[] {-1, 0, 10}) {
      table.record("statement setMaxRows " + number, () -> { try (Statement s = connection.createStatement()) { s.setMaxRows(number); return s.getMaxRows(); } });
      table.record("statement setFetchSize " + number, () -> { try (Statement s = connection.createStatement()) { s.setFetchSize(number); return s.getFetchSize(); } });
      table.record("statement setQueryTimeout " + number, () -> { try (Statement s = connection.createStatement()) { s.setQueryTimeout(number); return s.getQueryTimeout(); } });
      table.record("statement setMaxFieldSize " + number, () -> { try (Statement s = connection.createStatement()) { s.setMaxFieldSize(number); return s.getMaxFieldSize(); } });
    }
    for (int direction : new int[] {1000, 1001, 1002}) {
      table.record("statement setFetchDirection " + direction, () -> { try (Statement s = connection.createStatement()) { s.setFetchDirection(direction); return s.getFetchDirection(); } });
    }
    table.record("statement setFetchSize minimum", () -> { try (Statement s = connection.createStatement()) { s.setFetchSize(Integer.MIN_VALUE); return s.getFetchSize(); } });
    table.record("statement setCursorName", () -> { try (Statement s = connection.createStatement()) { s.setCursorName("x"); return null; } });
    table.record("statement empty batch", () -> { try (Statement s = connection.createStatement()) { return s.executeBatch(); } });
    table.record("statement batch", () -> { try (Statement s = connection.createStatement()) { s.addBatch("INSERT INTO t1 VALUES(1)"); s.addBatch("UPDATE t1 SET a=3"); s.addBatch("DELETE FROM t1"); return s.executeBatch(); } });
    table.record("statement batch with query", () -> { try (Statement s = connection.createStatement()) { s.addBatch("SELECT 1"); return s.executeBatch(); } });
    table.record("statement prepared batch", () -> { try (PreparedStatement s = connection.prepareStatement("INSERT INTO t1 VALUES(?)")) { s.setInt(1, 1); s.addBatch(); s.setInt(1, 2); s.addBatch(); return s.executeBatch(); } });
    table.record("statement prepared addBatch sql", () -> { try (PreparedStatement s = connection.prepareStatement("INSERT INTO t1 VALUES(?)")) { s.addBatch("x"); return null; } });
    for (String method : List.of("execute", "executeQuery", "executeUpdate")) {
      table.record("statement prepared with sql " + method, () -> { try (PreparedStatement s = connection.prepareStatement("SELECT 1")) { return method.equals("execute") ? s.execute("SELECT 2") : method.equals("executeQuery") ? s.executeQuery("SELECT 2") : (Object) s.executeUpdate("SELECT 2"); } });
    }
    try (Statement s = connection.createStatement(); ResultSet rows = s.executeQuery("VALUES(1),(2)")) {
      for (String at : List.of("before", "first", "second", "after")) {
        for (Method method : CallTable.methods(ResultSet.class)) {
          if (method.getParameterCount() == 0 && !Set.of("next", "close", "getStatement", "getMetaData").contains(method.getName())) {
            table.record("rows " + at + " ", rows, method);
          }
        }
        table.record("rows " + at + " getInt", () -> rows.getInt(1));
        table.record("rows " + at + " getInt 0", () -> rows.getInt(0));
        table.record("rows " + at + " getInt 2", () -> rows.getInt(2));
        table.record("rows " + at + " getInt name", () -> rows.getInt("nothing"));
        table.record("rows " + at + " find COLUMN1", () -> rows.findColumn("COLUMN1"));
        table.record("rows " + at + " absolute", () -> rows.absolute(1));
        table.record("rows " + at + " relative", () -> rows.relative(1));
        table.record("rows " + at + " updateInt", () -> { rows.updateInt(1, 1); return null; });
        table.record("rows " + at + " setFetchDirection", () -> { rows.setFetchDirection(1001); return null; });
        table.record("rows " + at + " next", rows::next);
      }
    }
  }

  private String run(String how, String sql) throws SQLException {
    restoreTable();
    try (Statement statement = how.startsWith("prepared") ? connection.prepareStatement(sql) : connection.createStatement()) {
      StringBuilder answer = new StringBuilder();
      switch (how) {
        case "execute" -> answer.append(statement.execute(sql));
        case "executeQuery" -> answer.append(CallTable.show(statement.executeQuery(sql)));
        case "executeUpdate" -> answer.append(statement.executeUpdate(sql));
        case "prepared execute" -> answer.append(((PreparedStatement) statement).execute());
        case "prepared executeQuery" -> answer.append(CallTable.show(((PreparedStatement) statement).executeQuery()));
        default -> answer.append(((PreparedStatement) statement).executeUpdate());
      }
      if (how.endsWith("execute")) {
        answer.append(" count ").append(statement.getUpdateCount());
        ResultSet rows = statement.getResultSet();
        answer.append(" rows ").append(CallTable.show(rows));
        answer.append(" more ").append(statement.getMoreResults()).append(' ').append(statement.getUpdateCount());
      }
      return answer.toString();
    }
  }

  /** What earlier statements did differently must not show in later ones. */
  private void restoreTable() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE IF NOT EXISTS t1(a)");
      statement.executeUpdate("DELETE FROM t1");
      statement.executeUpdate("INSERT INTO t1 VALUES(1),(2)");
      try {
        statement.executeUpdate("COMMIT");
      } catch (SQLException noTransaction) {
        // is what is wanted
        assert noTransaction != null;
      }
    }
  }

  private void errors() {
    String[] statements = {
      "SELECT nothing FROM Artist", "SELECT * FROM Nowhere", "SELEC 1", "SELECT 'open", "INSERT INTO Artist VALUES(1,'again')",
      "INSERT INTO Artist(ArtistId,Name) VALUES('x','wrong')", "INSERT INTO Album(Title) VALUES(NULL)", "INSERT INTO Artist VALUES(1)", "SELECT abs(1,2)",
      "SELECT missing(1)", "ATTACH 'no/such/directory/x.db' AS y", "PRAGMA foreign_keys=1", "INSERT INTO Album(Title,ArtistId) VALUES('t',99)", "PRAGMA foreign_keys=0",
      "CREATE TABLE Artist(a)", "SELECT raise(ABORT,'x')", "SELECT json('{')", "SELECT zeroblob(2000000000)", "ROLLBACK", "RELEASE nothing",
      "INSERT INTO Pair VALUES('a',1)", "INSERT INTO Pair VALUES('a',2)", "CREATE UNIQUE INDEX u ON Item(A)", "SELECT * FROM Artist WHERE", "SELECT 1 FROM (SELECT 2"
    };
    for (String sql : statements) {
      table.record("error of " + sql, () -> { try (Statement s = connection.createStatement()) { return s.execute(sql); } });
    }
  }

  /** Each method without arguments, and some with, of objects that were closed. */
  private void closedObjects(Connection open) throws SQLException {
    Statement statement = open.createStatement();
    ResultSet rows = statement.executeQuery("SELECT 1 AS a");
    rows.close();
    closed("closed rows ", rows, ResultSet.class);
    table.record("closed rows getInt", () -> rows.getInt(1));
    table.record("closed rows getString name", () -> rows.getString("a"));
    ResultSet second = statement.executeQuery("SELECT 1 AS a");
    ResultSet third = statement.executeQuery("SELECT 2 AS a");
    table.record("rows closed by the next execution", second::isClosed);
    statement.close();
    table.record("rows closed by their statement", third::isClosed);
    closed("closed statement ", statement, Statement.class);
    table.record("closed statement execute", () -> statement.execute("SELECT 1"));
    PreparedStatement prepared = open.prepareStatement("SELECT ?");
    prepared.close();
    closed("closed prepared ", prepared, PreparedStatement.class);
    table.record("closed prepared setInt", () -> { prepared.setInt(1, 1); return null; });
    closeQuietly(open);
  }

  private void closedConnection(Connection closed) throws SQLException {
    Statement orphan = closed.createStatement();
    PreparedStatement orphanPrepared = closed.prepareStatement("SELECT 1");
    ResultSet orphanRows = orphan.executeQuery("SELECT 1");
    closed.close();
    table.record("closed connection: close again", () -> { closed.close(); return null; });
    table.record("closed connection: statement closed", orphan::isClosed);
    table.record("closed connection: rows closed", orphanRows::isClosed);
    table.record("closed connection: next", orphanRows::next);
    table.record("closed connection: execute", () -> orphan.execute("SELECT 1"));
    table.record("closed connection: prepared", () -> orphanPrepared.executeQuery());
    table.record("closed connection: close statement", () -> { orphan.close(); return null; });
    closed("closed connection ", closed, Connection.class);
    table.record("closed connection prepareStatement", () -> closed.prepareStatement("SELECT 1"));
    table.record("closed connection isValid", () -> closed.isValid(0));
  }

  private void closed(String name, Object object, Class<?> type) {
    for (Method method : CallTable.methods(type)) {
      if (method.getParameterCount() == 0 && !Set.of("close", "cancel").contains(method.getName())) {
        table.record(name, object, method);
      }
    }
  }
}

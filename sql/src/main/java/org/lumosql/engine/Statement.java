// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.TextEncoding;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.parse.ParameterTexts;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Program;
import org.lumosql.vdbe.exec.Machine;

/**
 * A compiled statement: bind parameters, step through rows, read columns, reset, again.
 *
 * <p>Columns and parameters convert as SQLite's C interface does (https://sqlite.org/c3ref/column_blob.html). Columns count from 0, parameters from 1.
 * What a column accessor returns is the caller's; {@link #columnValue} alone is a view that the next step overwrites. If the schema has changed since the
 * statement was compiled, the first step compiles it again. Used by the connection's thread.
 */
public final class Statement implements AutoCloseable {
  private static final int MAXIMUM_RECOMPILES = 50;

  private final Session session;
  private final CompiledCache cache;
  private CompiledStatement compiled;
  private boolean running;
  /** Whether parameters may have other values than when it was compiled. Those that nobody binds are NULL, but no plan is made for that. */
  private boolean isRebound;
  private boolean closed;
  private long startedAt;
  /** Large values of the present row that were asked for; null if none was. */
  private LargeValue[] largeValues;

  private Statement(Session session, CompiledCache cache, CompiledStatement compiled) {
    this.session = session;
    this.cache = cache;
    this.compiled = compiled;
  }

  /**
   * Compiles the statement that begins at an offset of a script.
   *
   * @param internal the engine's own: errors stay what they are for the statement around it
   */
  static Statement prepare(Session session, String script, int from, boolean internal) {
    if (internal) {
      session.catalog().beginOwnStatements();
      try {
        return new Statement(session, null, CompiledStatement.compile(session, script, from));
      } finally {
        session.catalog().endOwnStatements();
      }
    }
    return new Statement(session, null, compiled(session, script, from));
  }

  private static CompiledStatement compiled(Session session, String script, int from) {
    try {
      return CompiledStatement.compile(session, script, from);
    } catch (SqlException e) {
      throw EngineException.of(e, script);
    } catch (StoreException e) {
      throw EngineException.of(e, script);
    }
  }

  /** Compiles a query that the engine made itself. @param text stands for its SQL in errors */
  static Statement ofQuery(Session session, org.lumosql.sql.ast.Statement.Query query, String text) {
    session.catalog().beginOwnStatements();
    try {
      return new Statement(session, null, CompiledStatement.of(session, query, text));
    } finally {
      session.catalog().endOwnStatements();
    }
  }

  /** Takes the statement from the cache, or compiles it and will leave it there when closed. */
  static Statement cached(Session session, CompiledCache cache, String sql) {
    // an authorizer is asked about each statement that is prepared
    CompiledStatement found = session.catalog().hasAuthorizer() ? null : cache.take(sql);
    Statement statement = new Statement(session, cache, found != null ? found : compiled(session, sql));
    statement.isRebound = found != null;
    return statement;
  }

  private static CompiledStatement compiled(Session session, String sql) {
    try {
      return CompiledStatement.compile(session, sql);
    } catch (SqlException e) {
      throw EngineException.of(e, sql);
    } catch (StoreException e) {
      throw EngineException.of(e, sql);
    }
  }

  // ---- about the statement -----------------------------------------------------------------------------------------------------

  /** Whether there was nothing but space and comments. */
  public boolean isEmpty() {
    return compiled.program() == null;
  }

  /** The statement's own text, without what follows it in a script. */
  public String sql() {
    return compiled.sql();
  }

  /** The text with the values of the parameters in their places. */
  public String expandedSql() {
    requireOpen();
    return ParameterTexts.replaced(sql(), this::literal);
  }

  private String literal(int number) {
    Register value = compiled.machine().parameter(number);
    if (value.isDistant()) {
      return "/* " + value.length() + " bytes of a stream */ NULL";
    }
    switch (value.type()) {
      case Register.NULL:
        return "NULL";
      case Register.TEXT:
        return '\'' + value.string(session.encoding()).replace("'", "''") + '\'';
      case Register.BLOB:
        return "x'" + HexFormat.of().formatHex(value.bytes(), value.offset(), value.offset() + value.length()) + "'";
      default:
        Register text = new Register();
        text.viewOf(value);
        session.conversion().stringify(text);
        return text.string(session.encoding());
    }
  }

  /** Where the statement puts its rows if it is an INSERT; null if not. Reads the text again: for uses that are rare. */
  public InsertTarget insertTarget() {
    try {
      return isEmpty() ? null : InsertTarget.of(session, sql());
    } catch (SqlException e) {
      throw EngineException.of(e, sql());
    }
  }

  /** The text of the same statement with a RETURNING clause; a name is quoted. Requires: an INSERT, UPDATE or DELETE that has none. */
  public String sqlReturning(List<String> columns) {
    StringBuilder text = new StringBuilder(ParameterTexts.trimmed(sql())).append(" RETURNING ");
    for (int i = 0; i < columns.size(); i++) {
      text.append(i == 0 ? "\"" : ", \"").append(columns.get(i).replace("\"", "\"\"")).append('"');
    }
    return text.toString();
  }

  /** Offset in the script behind the statement. */
  public int end() {
    return compiled.end();
  }

  /** Whether it cannot change the database by itself. */
  public boolean isReadOnly() {
    return compiled.program() == null || compiled.program().has(Program.READ_ONLY);
  }

  /** Whether it is an EXPLAIN or EXPLAIN QUERY PLAN. */
  public boolean isExplain() {
    return compiled.program() != null
        && (compiled.program().has(Program.EXPLAIN) || compiled.program().has(Program.EXPLAIN_QUERY_PLAN));
  }

  /** Number of result columns; 0 if it gives no rows. */
  public int columnCount() {
    return columns().size();
  }

  /** What the statement was compiled to; null if it is empty. */
  Program program() {
    return compiled.program();
  }

  private List<Program.ResultColumn> columns() {
    return compiled.program() == null ? List.of() : compiled.program().columns();
  }

  /** The label of a result column, as SQLite names it. */
  public String columnName(int column) {
    return resultColumn(column).name();
  }

  /** The declared type of the table column that the result column is, or null. */
  public String columnDeclaredType(int column) {
    return resultColumn(column).declaredType();
  }

  /** Where a result column comes from: database, table and column; fields are null for expressions. */
  public Program.ResultColumn resultColumn(int column) {
    if (column < 0 || column >= columnCount()) {
      throw new EngineException(ResultCode.RANGE, "column index " + column + " out of range, number of columns: " + columnCount());
    }
    return columns().get(column);
  }

  // ---- parameters --------------------------------------------------------------------------------------------------------------

  public int parameterCount() {
    return compiled.program() == null ? 0 : compiled.program().parameters().size();
  }

  /** The name of a parameter with its prefix, or null. */
  public String parameterName(int number) {
    return compiled.program().parameters().get(number - 1);
  }

  /** The number of a parameter by its name with prefix; 0 if there is none. */
  public int parameterNumber(String name) {
    return compiled.program() == null ? 0 : compiled.program().parameters().indexOf(name) + 1;
  }

  public void bindNull(int number) {
    parameter(number).setNull();
  }

  public void bindLong(int number, long value) {
    parameter(number).setInteger(value);
  }

  /** Binds a double; a NaN is NULL. */
  public void bindDouble(int number, double value) {
    parameter(number).setReal(value);
  }

  /** Binds a text; null is NULL. */
  public void bindText(int number, String value) {
    if (value == null) {
      bindNull(number);
    } else {
      parameter(number).setText(value, session.encoding());
    }
  }

  /** Binds a text of UTF-8, copied, without making a string of it where the database holds texts so. */
  public void bindText(int number, byte[] utf8, int offset, int length) {
    Register parameter = parameter(number);
    if (session.encoding() == TextEncoding.UTF8) {
      parameter.setText(utf8, offset, length);
    } else {
      parameter.setText(new String(utf8, offset, length, StandardCharsets.UTF_8), session.encoding());
    }
  }

  /** Binds a copy of a blob; null is NULL. */
  public void bindBlob(int number, byte[] value) {
    if (value == null) {
      bindNull(number);
    } else {
      parameter(number).setBlob(value, 0, value.length);
    }
  }

  public void bindZeroBlob(int number, int length) {
    parameter(number).setZeroBlob(length);
  }

  /**
   * Binds a text or blob that is read from a stream when the statement runs: piece by piece while the row is stored, where nothing but that row needs it, otherwise as a whole.
   * A large one need not be in memory then. For one execution.
   *
   * @param isText whether it is a text, in {@link Connection#encoding()}; else it is a blob
   * @param length bytes; it is an error if the stream has fewer
   */
  public void bindStream(int number, boolean isText, int length, java.io.InputStream stream) {
    parameter(number); // checks
    compiled.machine().setLargeParameter(number, isText ? Register.TEXT : Register.BLOB, length, new StreamSource(stream));
  }

  public void clearBindings() {
    requireOpen();
    if (compiled.program() != null) {
      compiled.machine().clearBindings();
      isRebound = true;
    }
  }

  private Register parameter(int number) {
    requireOpen();
    if (running) {
      throw new EngineException(ResultCode.MISUSE, "parameters can be bound only before the first step or after a reset");
    }
    if (number < 1 || number > parameterCount()) {
      throw new EngineException(ResultCode.RANGE, "parameter " + number + " of " + parameterCount());
    }
    isRebound = true;
    return compiled.machine().parameter(number);
  }

  // ---- running -----------------------------------------------------------------------------------------------------------------

  /**
   * Runs to the next row.
   *
   * @return false at the end; the next call starts again
   * @throws EngineException if it fails; changes are undone as its conflict clauses say
   */
  public boolean step() {
    requireOpen();
    if (compiled.program() == null) {
      return false;
    }
    Thread before = session.enter();
    try {
      if (running) {
        return advance();
      }
      return start();
    } catch (SqlException e) {
      throw EngineException.of(e, sql());
    } catch (StoreException e) {
      throw EngineException.of(e, sql());
    } finally {
      session.leave(before);
    }
  }

  private boolean start() {
    session.clearInterrupt();
    for (int attempt = 0; ; attempt++) {
      if (compiled.isExpired(session) || isRebound && compiled.isPlannedForOthers()) {
        compiled = compiled.again(session);
      }
      isRebound = false;
      if (session.active().count() > 0 && !isQuery()) {
        session.active().keepLargeValues(this);
      }
      try {
        running = true;
        session.active().started(this);
        if (session.hooks().statementListener() != null && attempt == 0) {
          startedAt = System.nanoTime();
          session.hooks().statementListener().started(this);
        }
        return advance();
      } catch (StoreException e) {
        if (e.code() != ResultCode.SCHEMA || attempt == MAXIMUM_RECOMPILES) {
          throw e;
        }
        session.schemaChanges().reset();
      }
    }
  }

  /** Whether it surely changes nothing, not even that a transaction is open. */
  private boolean isQuery() {
    return compiled.program().has(Program.READ_ONLY) && columnCount() > 0;
  }

  private boolean advance() {
    boolean row = false;
    forgetLargeValues();
    try {
      row = compiled.machine().step();
      if (row && session.hooks().statementListener() != null) {
        session.hooks().statementListener().row(this);
      }
      return row;
    } finally {
      if (!row) {
        ended();
      }
    }
  }

  private void ended() {
    if (running) {
      running = false;
      session.active().ended(this);
      if (startedAt != 0) {
        long since = startedAt;
        startedAt = 0;
        if (session.hooks().statementListener() != null) {
          session.hooks().statementListener().ended(this, System.nanoTime() - since);
        }
      }
    }
  }

  /** Whether a step has given a row and the end was not reached. */
  public boolean isRunning() {
    return running;
  }

  /** Ends an execution that is under way and makes the statement ready for another. Parameters keep their values. */
  public void reset() {
    requireOpen();
    forgetLargeValues();
    if (compiled.program() != null) {
      try {
        compiled.machine().reset();
      } catch (StoreException e) {
        throw EngineException.of(e, sql());
      } finally {
        ended();
      }
    }
  }

  // ---- columns of the present row ------------------------------------------------------------------------------------------------

  /** The value itself: a view that is valid until the next step, reset or close. Texts are in {@link Connection#encoding()}. */
  public Register columnValue(int column) {
    Machine machine = machine(column);
    try {
      return machine.column(column);
    } catch (StoreException e) {
      throw EngineException.of(e, sql());
    } catch (OutOfMemoryError e) {
      throw EngineException.of(new StoreException(ResultCode.NOMEM, "out of memory", e), sql());
    }
  }

  private Machine machine(int column) {
    requireOpen();
    Machine machine = compiled.program() == null ? null : compiled.machine();
    if (machine == null || column < 0 || column >= machine.columnCount()) {
      throw new EngineException(ResultCode.RANGE, "column index " + column + " out of range, number of columns: "
          + (machine == null ? 0 : machine.columnCount()));
    }
    return machine;
  }

  /** One of the type constants of {@link Register}. */
  public int columnType(int column) {
    return machine(column).columnAsItIs(column).type();
  }

  public boolean isNull(int column) {
    return machine(column).columnAsItIs(column).isNull();
  }

  /**
   * A text or blob that is large, to be read piece by piece: it was not read from the database yet. Null if the value is of another kind, is in memory already, or was
   * asked for by one of the other accessors before; they have it then.
   */
  public LargeValue columnLarge(int column) {
    Machine machine = machine(column);
    if (!machine.columnAsItIs(column).isDistant()) {
      return null;
    }
    if (largeValues == null) {
      largeValues = new LargeValue[machine.columnCount()];
    }
    if (largeValues[column] == null) {
      largeValues[column] = new LargeValue(session, machine.columnAsItIs(column));
    }
    return largeValues[column];
  }

  private void forgetLargeValues() {
    if (largeValues != null) {
      for (LargeValue value : largeValues) {
        if (value != null) {
          value.rowIsGone();
        }
      }
      largeValues = null;
    }
  }

  /** Copies large values of the present row: it will be changed perhaps. */
  void keepLargeValues() {
    Machine machine = compiled.machine();
    for (int i = 0; i < machine.columnCount(); i++) {
      Register value = machine.columnAsItIs(i);
      if (value.isDistant()) {
        LargeValue large = columnLarge(i);
        large.keep();
        value.setDistant(value.type(), value.length(), large.source());
      }
    }
    if (largeValues != null) {
      for (LargeValue value : largeValues) {
        if (value != null) {
          value.keep();
        }
      }
    }
  }

  /** The value as an integer, converted as CAST does; NULL is 0. */
  public long columnLong(int column) {
    Register value = columnValue(column);
    return value.type() == Register.INTEGER ? value.integer() : session.conversion().toInteger(value);
  }

  /** The value as a double, converted as CAST does; NULL is 0. */
  public double columnDouble(int column) {
    Register value = columnValue(column);
    return value.type() == Register.REAL ? value.real() : session.conversion().toReal(value);
  }

  /** The value as a text; NULL is null. */
  public String columnText(int column) {
    return ColumnValues.text(session, columnValue(column));
  }

  /** The value's bytes; of a number those of its text; NULL is null. */
  public byte[] columnBlob(int column) {
    return ColumnValues.bytes(session, columnValue(column));
  }

  // ---- the end -----------------------------------------------------------------------------------------------------------------

  private void requireOpen() {
    if (closed) {
      throw new EngineException(ResultCode.MISUSE, "the statement is closed");
    }
    if (session.isClosed()) {
      throw new EngineException(ResultCode.MISUSE, "the connection is closed");
    }
  }

  /** Ends the execution and gives the program back to the connection's cache. Closing twice is harmless. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    forgetLargeValues();
    if (compiled.program() == null) {
      return;
    }
    try {
      compiled.release();
      if (cache != null && !session.isClosed()) {
        cache.give(compiled);
      }
    } catch (StoreException e) {
      throw EngineException.of(e, compiled.sql());
    } finally {
      ended();
    }
  }
}

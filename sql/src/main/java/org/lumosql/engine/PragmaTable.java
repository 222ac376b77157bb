// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.List;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.function.Arguments;
import org.lumosql.function.FunctionContext;
import org.lumosql.record.TextEncoding;
import org.lumosql.schema.Authority;
import org.lumosql.schema.Authorizer;
import org.lumosql.sql.SqlException;
import org.lumosql.value.Register;
import org.lumosql.vdbe.IndexPlan;
import org.lumosql.vdbe.VirtualCursor;
import org.lumosql.vdbe.VirtualTable;

/**
 * A pragma's rows as a virtual table: for PRAGMA itself with a fixed value, and for {@code pragma_name(argument, schema)} with hidden columns
 * {@code arg} and {@code schema} (https://sqlite.org/pragma.html#pragfunc).
 */
final class PragmaTable implements VirtualTable {
  private static final int ROWS_FOR_ARGUMENT = 20;

  private final Session session;
  private final Pragma pragma;
  private final String schemaName;
  private final int database;
  private final String value;
  private final boolean isNumber;
  private final boolean isStatement;

  /** For {@code pragma_name(…)} in queries. */
  PragmaTable(Session session, Pragma pragma) {
    this(session, pragma, null, Session.MAIN, null, false, false);
  }

  /** For PRAGMA. @param isNumber whether the value was written as a number; arguments of functions never are */
  PragmaTable(Session session, Pragma pragma, String schemaName, int database, String value, boolean isNumber) {
    this(session, pragma, schemaName, database, value, isNumber, true);
  }

  private PragmaTable(
      Session session, Pragma pragma, String schemaName, int database, String value, boolean isNumber, boolean isStatement) {
    this.session = session;
    this.pragma = pragma;
    this.schemaName = schemaName;
    this.database = database;
    this.value = value;
    this.isNumber = isNumber;
    this.isStatement = isStatement;
  }

  @Override
  public String declaration() {
    StringBuilder text = new StringBuilder("CREATE TABLE x(");
    String separator = "";
    for (String column : pragma.columns()) {
      text.append(separator).append('"').append(column).append('"');
      separator = ", ";
    }
    if (!pragma.has(Pragma.NO_ARGUMENT)) {
      text.append(", arg HIDDEN");
    }
    if (!pragma.has(Pragma.NO_SCHEMA)) {
      text.append(", schema HIDDEN");
    }
    return text.append(')').toString();
  }

  @Override
  public boolean plan(IndexPlan plan) {
    // without a hidden column for arguments the bit of the schema is the first
    boolean takesArgument = !pragma.has(Pragma.NO_ARGUMENT);
    boolean takesSchema = !pragma.has(Pragma.NO_SCHEMA);
    // and a schema without an argument is only compared, as in SQLite
    boolean readsSchema = takesSchema && (!takesArgument || ArgumentPlan.isGiven(plan, pragma.columns().size()));
    if (!takesArgument && !takesSchema) {
      plan.setEstimate(1, plan.estimatedRows());
      return true;
    }
    int hidden = (takesArgument ? 1 : 0) + (readsSchema ? 1 : 0);
    if (!ArgumentPlan.take(plan, pragma.columns().size(), hidden, 0)) {
      return false;
    }
    int estimate = plan.argumentCount() > 0 ? ROWS_FOR_ARGUMENT : Integer.MAX_VALUE;
    plan.setEstimate(estimate, estimate);
    plan.setIndex(0, null); // the number of values says it all
    return true;
  }

  @Override
  public VirtualCursor open() {
    return new Rows();
  }

  private final class Rows implements VirtualCursor {
    private List<Object[]> rows = List.of();
    private int position;
    private RuntimeException failure;
    private String argument;
    private String schema;

    @Override
    public void filter(int indexNumber, String indexText, Register[] registers, int first, int count) {
      argument = value;
      schema = schemaName;
      int next = first;
      if (!pragma.has(Pragma.NO_ARGUMENT) && count > 0) {
        argument = text(registers[next++]);
      }
      if (!pragma.has(Pragma.NO_SCHEMA) && next < first + count) {
        schema = text(registers[next]);
      }
      int number = schema == null ? database : session.catalog().number(schema);
      if (number < 0) {
        throw StoreException.withMessage(ResultCode.ERROR, "unknown database '" + schema + "'");
      }
      position = 0;
      failure = null;
      rows = isPermitted() ? run(number) : List.of();
    }

    /** Asks about a pragma that a query calls, whose argument is known only now; the statement PRAGMA was asked about when it was compiled. */
    private boolean isPermitted() {
      if (isStatement || !session.catalog().hasAuthorizer()) {
        return true;
      }
      Authority outer = session.catalog().beginStatement();
      try {
        Authority authority = session.catalog().authority();
        return authority == null || authority.permits(Authorizer.Action.PRAGMA, pragma.name(), argument, schema);
      } catch (SqlException e) {
        throw e.toStoreException();
      } finally {
        session.catalog().endStatement(outer);
      }
    }

    private List<Object[]> run(int number) {
      if (pragma.has(Pragma.NEEDS_SCHEMA)) {
        for (int i = 0; i < session.databaseCount(); i++) {
          session.loadedSchema(i);
        }
      }
      PragmaCall call = new PragmaCall(session, schema, number, argument, isNumber);
      pragma.body().run(call);
      failure = call.failure();
      return call.rows();
    }

    /** Arguments of table-valued functions are UTF-8 whatever the database has. */
    private String text(Register register) {
      return register.isNull() ? null : Arguments.text(register).string(TextEncoding.UTF8);
    }

    @Override
    public boolean isAtEnd() {
      if (position < rows.size()) {
        return false;
      }
      if (failure != null) {
        throw failure;
      }
      return true;
    }

    @Override
    public void next() {
      position++;
    }

    @Override
    public void column(FunctionContext context, int column) {
      Object[] row = rows.get(position);
      boolean isArgument = column == pragma.columns().size() && !pragma.has(Pragma.NO_ARGUMENT);
      Object cell = column < row.length ? row[column] : isArgument ? argument : schema;
      if (cell instanceof Long number) {
        context.result().setInteger(number);
      } else if (cell instanceof Integer number) {
        context.result().setInteger(number);
      } else if (cell instanceof Boolean truth) {
        context.result().setBoolean(truth);
      } else if (cell instanceof Double number) {
        context.result().setReal(number);
      } else if (cell != null) {
        context.setResult(cell.toString());
      }
    }

    @Override
    public long rowid() {
      return position;
    }

    @Override
    public void close() {}
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.lumosql.error.ResultCode;
import org.lumosql.function.BuiltinFunctions;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.function.FunctionRegistry;
import org.lumosql.record.Ascii;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.TextEncoding;
import org.lumosql.schema.Authority;
import org.lumosql.schema.Authorizer;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Index;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.ParameterValues;
import org.lumosql.schema.Schema;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.value.Register;
import org.lumosql.vdbe.VirtualTable;

/** What the compiler may know of a connection: schemas by name, functions, collations, settings. */
final class Catalog implements Databases {
  private final Session session;
  private final FunctionRegistry functions = new FunctionRegistry(BuiltinFunctions.registry());
  private final Map<String, Collation> collations = new LinkedHashMap<>();
  private final EnumSet<Setting> settings =
      EnumSet.of(
          Setting.SHORT_COLUMN_NAMES,
          Setting.DOUBLE_QUOTED_STRINGS_DML,
          Setting.DOUBLE_QUOTED_STRINGS_DDL,
          Setting.TRUSTED_SCHEMA,
          Setting.AUTOMATIC_INDEX);
  private final Set<Optimisation> switchedOff = EnumSet.noneOf(Optimisation.class);
  private Authorizer authorizer;
  private Authority authority;
  /** Statements of the engine's own that are being compiled. */
  private int ownStatements;
  private ParameterValues parameterValues;
  private IntFunction<Register> offeredValues;
  private TextEncoding collationEncoding;
  private Object collationVersion = new Object();

  Catalog(Session session) {
    this.session = session;
    // only virtual tables have one that does something; it is the connection's own, as in SQLite
    functions.add(
        FunctionDefinition.scalar(
            "match",
            2,
            0,
            (context, registers, first, count) -> {
              throw context.error("unable to use function MATCH in the requested context");
            }));
  }

  @Override
  public int count() {
    return session.databaseCount();
  }

  @Override
  public String name(int database) {
    return session.database(database).name();
  }

  @Override
  public int number(String name) {
    for (int i = session.databaseCount() - 1; i >= 0; i--) {
      if (Ascii.equal(session.database(i).name(), name)) {
        return i;
      }
    }
    // "main" always names the main database, whatever it is called
    return Ascii.equal(name, "main") ? 0 : -1;
  }

  @Override
  public Schema schema(int database) {
    return session.loadedSchema(database);
  }

  @Override
  public Table findTable(String schemaName, String name) {
    if (schemaName != null) {
      int database = number(schemaName);
      Table found = database < 0 ? null : inDatabase(database, name);
      return found == null ? session.virtualTables().eponymousTable(name) : found; // those belong to no database, and may be named in any
    }
    if (Ascii.equal(name, "sqlite_schema") || Ascii.equal(name, "sqlite_master")) {
      // every database has one; without a schema it is that of main
      return inDatabase(0, name);
    }
    for (int i = 0; i < count(); i++) {
      Table found = inDatabase(searchOrder(i), name);
      if (found != null) {
        return found;
      }
    }
    return session.virtualTables().eponymousTable(name);
  }

  @Override
  public VirtualTable virtualTable(Table table) {
    return session.virtualTables().of(table);
  }

  private Table inDatabase(int database, String name) {
    Schema schema = schema(database);
    Table found = schema.table(name);
    if (found == null && name.length() > 7 && name.regionMatches(true, 0, "sqlite_", 0, 7)) {
      String rest = Ascii.lower(name.substring(7));
      boolean isSchemaTable =
          rest.equals("schema") || rest.equals("master")
              || database == 1 && (rest.equals("temp_schema") || rest.equals("temp_master"));
      return isSchemaTable ? schema.table(Schema.schemaTableName(database)) : null;
    }
    return found;
  }

  /** temp, main, then the attached databases. */
  private static int searchOrder(int position) {
    return position == 0 ? 1 : position == 1 ? 0 : position;
  }

  @Override
  public Index findIndex(String schemaName, String name) {
    for (int i = 0; i < count(); i++) {
      int database = searchOrder(i);
      if (schemaName == null || number(schemaName) == database) {
        Index found = schema(database).index(name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  @Override
  public FunctionRegistry functions() {
    return functions;
  }

  @Override
  public TextEncoding encoding() {
    return session.encoding();
  }

  @Override
  public Collation collation(String name) {
    followEncoding();
    return collations.get(Ascii.lower(name));
  }

  @Override
  public Object collationVersion() {
    followEncoding();
    return collationVersion;
  }

  private void followEncoding() {
    TextEncoding encoding = encoding();
    if (collationEncoding != encoding) {
      collationEncoding = encoding;
      collationVersion = new Object();
      collations.put("binary", Collations.binary());
      collations.put("nocase", Collations.nocase(encoding));
      collations.put("rtrim", Collations.rtrim(encoding));
    }
  }

  /** Adds or replaces a collation of the user. */
  void addCollation(Collation collation) {
    followEncoding();
    collationVersion = new Object();
    collations.put(Ascii.lower(collation.name()), collation);
  }

  void removeCollation(String name) {
    collationVersion = new Object();
    collations.remove(Ascii.lower(name));
  }

  /** Names of all collations, for {@code PRAGMA collation_list}. */
  Iterable<Collation> collations() {
    followEncoding();
    return collations.values();
  }

  @Override
  public Collation requireCollation(String name) {
    Collation found = collation(name);
    if (found == null) {
      throw new SqlException(ResultCode.ERROR_MISSING_COLLSEQ, "no such collation sequence: " + name, -1);
    }
    return found;
  }

  @Override
  public int limit(int which) {
    return session.limit(which);
  }

  @Override
  public boolean isOn(Setting setting) {
    return settings.contains(setting);
  }

  void set(Setting setting, boolean on) {
    if (on) {
      settings.add(setting);
    } else {
      settings.remove(setting);
    }
    session.expirePrograms();
  }

  /** {@code PRAGMA defer_foreign_keys} lasts for one transaction. */
  void endDeferForeignKeys() {
    settings.remove(Setting.DEFER_FOREIGN_KEYS);
  }

  @Override
  public int analysisLimit() {
    return session.memory().analysisLimit();
  }

  @Override
  public boolean hasPreUpdateListener() {
    return session.hooks().hasPreUpdateListener();
  }

  // ---- the authorizer ------------------------------------------------------------------------------------------------------------

  /** @param authorizer null for none */
  void setAuthorizer(Authorizer authorizer) {
    this.authorizer = authorizer;
    session.expirePrograms();
  }

  boolean hasAuthorizer() {
    return authorizer != null;
  }

  @Override
  public Authority authority() {
    return authority == null || authority.isSuspended() ? null : authority;
  }

  /** The compiling of a statement begins. @return what {@link #endStatement} is to be given */
  Authority beginStatement() {
    Authority before = authority;
    authority = authorizer == null || ownStatements > 0 ? null : new Authority(authorizer, this);
    return before;
  }

  void endStatement(Authority before) {
    authority = before;
  }

  /** A statement with parameters is about to be compiled again with these values of theirs; null when that is done. */
  void offerValues(IntFunction<Register> values) {
    offeredValues = values;
  }

  /** The compiling of a statement begins. @return what {@link #endParameters} is to be given */
  ParameterValues beginParameters(boolean hasParameters) {
    ParameterValues before = parameterValues;
    parameterValues = hasParameters ? new ParameterValues(before == null ? offeredValues : null) : null;
    return before;
  }

  void endParameters(ParameterValues before) {
    parameterValues = before;
  }

  @Override
  public ParameterValues parameterValues() {
    return parameterValues;
  }

  /** Up to {@link #endOwnStatements} nobody is asked what statements may do: the engine compiles them for itself. */
  void beginOwnStatements() {
    ownStatements++;
  }

  void endOwnStatements() {
    ownStatements--;
  }

  @Override
  public boolean isOptimisationOn(Optimisation optimisation) {
    return !switchedOff.contains(optimisation);
  }

  void setOptimisation(Optimisation optimisation, boolean on) {
    if (on) {
      switchedOff.remove(optimisation);
    } else {
      switchedOff.add(optimisation);
    }
    session.expirePrograms();
  }
}

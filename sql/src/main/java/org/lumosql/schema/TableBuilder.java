// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lumosql.record.Ascii;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ColumnDefinition;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.ForeignKeyClause;
import org.lumosql.sql.ast.IndexedColumn;
import org.lumosql.sql.ast.Statement.CreateTable;
import org.lumosql.sql.ast.TableConstraint;
import org.lumosql.value.Affinity;

/**
 * Makes a {@link Table} and the indexes of its constraints from a CREATE TABLE, with SQLite's rules and messages
 * (https://sqlite.org/lang_createtable.html). Used for new tables and for those read from the schema table. One object per table.
 */
public final class TableBuilder {
  private static final List<String> STRICT_TYPES = List.of("INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY");

  private final CreateTable statement;
  private final int database;
  private final String schemaName;
  private final List<DraftColumn> columns = new ArrayList<>();
  private final List<Table.CheckConstraint> checks = new ArrayList<>();
  private final List<ForeignKey> foreignKeys = new ArrayList<>();
  private final List<DraftKey> keys = new ArrayList<>();
  /** Null if the definition is known to be good. */
  private Checks moreChecks;
  private boolean checksTypes = true;
  private boolean hasPrimaryKey;
  /** Most columns of a key. */
  private int keyLimit;
  private int rowidAlias = -1;
  /** The PRIMARY KEY that is the rowid, unless the table turns out to have none. */
  private List<Index.Part> rowidKey;
  private ConflictAction rowidConflict = ConflictAction.DEFAULT;
  private boolean autoincrement;

  /** A table and the indexes that its constraints imply, not yet added to a schema. */
  public record Result(Table table, List<Index> indexes) {}

  private static final class DraftColumn {
    String name;
    String type;
    Affinity affinity;
    String collation = "BINARY";
    ConflictAction notNull;
    Expression defaultValue;
    String defaultText;
    Expression generated;
    boolean stored;
    int primaryKeyPosition;
  }

  private record DraftKey(List<Index.Part> parts, Index.Origin origin, ConflictAction onConflict) {}

  /**
   * @param database number of the database
   * @param schemaName its name
   */
  public TableBuilder(CreateTable statement, int database, String schemaName) {
    this.statement = statement;
    this.database = database;
    this.schemaName = schemaName;
  }

  /** Leaves it to the caller to look at the types of a STRICT table. */
  public TableBuilder withoutTypeCheck() {
    checksTypes = false;
    return this;
  }

  /** What is looked at while the columns and keys are read, before what is wrong with the table as a whole. */
  public interface Checks {
    /** @throws SqlException if the collation is unknown */
    void collation(String name);

    /** @throws SqlException if it is no constant */
    void defaultValue(String column, Expression value);
  }

  public TableBuilder checking(Checks more) {
    moreChecks = more;
    return this;
  }

  /**
   * @param sql the text for the schema table
   * @param columnLimit most columns allowed
   * @throws SqlException if the definition is wrong
   */
  public Result build(String sql, int columnLimit) {
    keyLimit = columnLimit;
    for (ColumnDefinition column : statement.columns()) {
      addColumn(column, columnLimit);
    }
    for (ColumnDefinition column : statement.columns()) {
      addColumnConstraints(column);
    }
    statement.constraints().forEach(this::addTableConstraint);
    if (statement.strict()) {
      checkStrictTypes();
    }
    List<Integer> primaryKey = List.of();
    if (statement.withoutRowid()) {
      primaryKey = withoutRowidKey();
    }
    requireStoredColumn();
    Table table = new Table(definition(sql, primaryKey), 0);
    return new Result(table, indexes(table));
  }

  // ---- columns ---------------------------------------------------------------------------------------------------------------

  private void addColumn(ColumnDefinition definition, int columnLimit) {
    if (columns.size() >= columnLimit) {
      throw new SqlException("too many columns on " + statement.name().name(), definition.position());
    }
    if (find(definition.name()) >= 0) {
      throw new SqlException("duplicate column name: " + definition.name());
    }
    DraftColumn column = new DraftColumn();
    column.name = definition.name();
    column.type = definition.type();
    column.affinity = Affinity.ofDeclaredType(definition.type());
    if (statement.strict() && Ascii.equal("ANY", definition.type())) {
      column.affinity = Affinity.BLOB;
    }
    for (ColumnDefinition.ColumnConstraint constraint : definition.constraints()) {
      if (constraint instanceof ColumnDefinition.Generated && column.defaultValue != null) {
        throw new SqlException("error in generated column \"" + definition.name() + "\"");
      }
      applyToColumn(column, constraint);
    }
    if (column.generated != null && column.defaultValue != null) {
      throw new SqlException("cannot use DEFAULT on a generated column");
    }
    columns.add(column);
  }

  private void applyToColumn(DraftColumn column, ColumnDefinition.ColumnConstraint constraint) {
    if (constraint instanceof ColumnDefinition.NotNull notNull) {
      column.notNull = orAbort(notNull.onConflict());
    } else if (constraint instanceof ColumnDefinition.Default value) {
      if (moreChecks != null) {
        moreChecks.defaultValue(column.name, value.value());
      }
      column.defaultValue = value.value();
      column.defaultText = value.text();
    } else if (constraint instanceof ColumnDefinition.Collation collation) {
      if (moreChecks != null) {
        moreChecks.collation(collation.collation());
      }
      column.collation = collation.collation();
    } else if (constraint instanceof ColumnDefinition.Generated generated) {
      column.generated = generated.expression();
      column.stored = generated.stored();
    }
  }

  private void addColumnConstraints(ColumnDefinition definition) {
    int number = find(definition.name());
    Index.Part part = new Index.Part(number, null, columns.get(number).collation, false);
    for (ColumnDefinition.ColumnConstraint constraint : definition.constraints()) {
      if (constraint instanceof ColumnDefinition.PrimaryKey key) {
        Index.Part keyPart = new Index.Part(number, null, part.collation(), key.descending());
        addPrimaryKey(List.of(keyPart), key.onConflict(), key.autoincrement(), key.descending());
      } else if (constraint instanceof ColumnDefinition.Unique unique) {
        addKey(List.of(part), Index.Origin.UNIQUE, unique.onConflict());
      } else if (constraint instanceof ColumnDefinition.Check check) {
        checks.add(new Table.CheckConstraint(check.name(), check.expression(), check.text(), check.onConflict()));
      } else if (constraint instanceof ColumnDefinition.References references) {
        addForeignKey(List.of(definition.name()), references.clause(), true);
      }
    }
  }

  // ---- table constraints -----------------------------------------------------------------------------------------------------

  private void addTableConstraint(TableConstraint constraint) {
    if (constraint instanceof TableConstraint.PrimaryKey key) {
      addPrimaryKey(parts(key.columns()), key.onConflict(), key.autoincrement(), false);
    } else if (constraint instanceof TableConstraint.Unique unique) {
      addKey(parts(unique.columns()), Index.Origin.UNIQUE, unique.onConflict());
    } else if (constraint instanceof TableConstraint.Check check) {
      checks.add(new Table.CheckConstraint(check.name(), check.expression(), check.text(), check.onConflict()));
    } else if (constraint instanceof TableConstraint.ForeignKey foreignKey) {
      addForeignKey(foreignKey.columns(), foreignKey.clause(), false);
    }
  }

  private List<Index.Part> parts(List<IndexedColumn> indexed) {
    if (indexed.size() > keyLimit) {
      throw new SqlException("too many columns in index");
    }
    List<Index.Part> parts = new ArrayList<>();
    for (IndexedColumn term : indexed) {
      Expression expression = term.expression().unwrapped();
      String collation = null;
      int collations = 0;
      while (expression instanceof Expression.Collate collate) {
        collation = collation == null ? collate.collation() : collation; // the outermost counts
        expression = collate.operand().unwrapped();
        collations++;
      }
      String name = null;
      boolean isQuoted = false;
      if (expression instanceof Expression.ColumnReference reference && reference.table() == null) {
        name = reference.column();
        isQuoted = reference.isDoubleQuoted();
      } else if (expression instanceof Expression.StringLiteral literal && collations < 2) {
        name = literal.value();
      }
      if (name == null || isQuoted && find(name) < 0) {
        throw new SqlException("expressions prohibited in PRIMARY KEY and UNIQUE constraints");
      }
      int number = find(name);
      if (number < 0) {
        throw new SqlException("no such column: " + name, expression.position());
      }
      if (collation != null && moreChecks != null) {
        moreChecks.collation(collation);
      }
      parts.add(
          new Index.Part(
              number, null, collation == null ? columns.get(number).collation : collation, term.descending()));
    }
    return parts;
  }

  private void addPrimaryKey(
      List<Index.Part> parts, ConflictAction onConflict, boolean autoincrementAsked, boolean columnDescending) {
    if (hasPrimaryKey) {
      throw new SqlException("table \"" + statement.name().name() + "\" has more than one primary key", -1);
    }
    hasPrimaryKey = true;
    int position = 1;
    for (Index.Part part : parts) {
      DraftColumn column = columns.get(part.column());
      if (column.generated != null) {
        throw new SqlException("generated columns cannot be part of the PRIMARY KEY", -1);
      }
      if (column.primaryKeyPosition == 0) {
        column.primaryKeyPosition = position;
      }
      position++;
    }
    DraftColumn first = columns.get(parts.get(0).column());
    boolean integerKey = parts.size() == 1 && Ascii.equal("INTEGER", first.type) && !columnDescending;
    if (integerKey) {
      rowidAlias = parts.get(0).column();
      rowidKey = parts;
      rowidConflict = onConflict;
      autoincrement = autoincrementAsked;
    }
    if (autoincrementAsked && !integerKey) {
      throw new SqlException("AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY", -1);
    }
    if (!integerKey) {
      addKey(parts, Index.Origin.PRIMARY_KEY, onConflict);
    }
  }

  private void addKey(List<Index.Part> parts, Index.Origin origin, ConflictAction onConflict) {
    for (int i = 0; i < keys.size(); i++) {
      DraftKey other = keys.get(i);
      if (sameKey(other.parts(), parts)) {
        mergeConflict(i, other, origin, onConflict);
        return;
      }
    }
    keys.add(new DraftKey(parts, origin, onConflict));
  }

  private void mergeConflict(int at, DraftKey other, Index.Origin origin, ConflictAction onConflict) {
    if (other.onConflict() != onConflict
        && other.onConflict() != ConflictAction.DEFAULT
        && onConflict != ConflictAction.DEFAULT) {
      throw new SqlException("conflicting ON CONFLICT clauses specified", -1);
    }
    ConflictAction action = other.onConflict() == ConflictAction.DEFAULT ? onConflict : other.onConflict();
    Index.Origin merged = origin == Index.Origin.PRIMARY_KEY ? origin : other.origin();
    keys.set(at, new DraftKey(other.parts(), merged, action));
  }

  private static boolean sameKey(List<Index.Part> left, List<Index.Part> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (left.get(i).column() != right.get(i).column()
          || !Ascii.equal(left.get(i).collation(), right.get(i).collation())) {
        return false;
      }
    }
    return true;
  }

  private void addForeignKey(List<String> names, ForeignKeyClause clause, boolean ofColumn) {
    if (ofColumn && clause.columns() != null && clause.columns().size() != 1) {
      throw new SqlException(
          "foreign key on " + names.get(0) + " should reference only one column of table " + clause.table(), -1);
    }
    if (clause.columns() != null && clause.columns().size() != names.size()) {
      throw new SqlException(
          "number of columns in foreign key does not match the number of columns in the referenced table", -1);
    }
    List<Integer> numbers = new ArrayList<>();
    for (String name : names) {
      int number = find(name);
      if (number < 0) {
        throw new SqlException("unknown column \"" + name + "\" in foreign key definition", -1);
      }
      numbers.add(number);
    }
    // the newest first, as PRAGMA foreign_key_list numbers them
    foreignKeys.add(
        0,
        new ForeignKey(
            List.copyOf(numbers),
            clause.table(),
            clause.columns(),
            clause.onDelete(),
            clause.onUpdate(),
            clause.match(),
            clause.deferrable() && clause.initiallyDeferred()));
  }

  // ---- the table as a whole --------------------------------------------------------------------------------------------------

  /** @throws SqlException if a column of a STRICT table has no type, or none of those that are allowed */
  public static void requireStrictType(String table, String column, String type) {
    if (type == null) {
      throw new SqlException("missing datatype for " + table + "." + column, -1);
    }
    if (!STRICT_TYPES.contains(type.toUpperCase(Locale.ROOT))) {
      throw new SqlException("unknown datatype for " + table + "." + column + ": \"" + type + "\"", -1);
    }
  }

  private void checkStrictTypes() {
    for (DraftColumn column : columns) {
      if (checksTypes) {
        requireStrictType(statement.name().name(), column.name, column.type);
      }
      if (column.primaryKeyPosition > 0 && !isRowidAlias(column) && column.notNull == null) {
        column.notNull = ConflictAction.ABORT;
      }
    }
  }

  private boolean isRowidAlias(DraftColumn column) {
    return rowidAlias >= 0 && !statement.withoutRowid() && columns.get(rowidAlias) == column;
  }

  private void requireStoredColumn() {
    if (columns.stream().allMatch(column -> column.generated != null)) {
      throw new SqlException("must have at least one non-generated column", -1);
    }
  }

  private List<Integer> withoutRowidKey() {
    if (!hasPrimaryKey) {
      throw new SqlException("PRIMARY KEY missing on table " + statement.name().name(), -1);
    }
    if (autoincrement) {
      throw new SqlException("AUTOINCREMENT not allowed on WITHOUT ROWID tables", -1);
    }
    if (rowidKey != null) {
      // what would be the rowid gets its index when the whole table is known, behind those of UNIQUE; a COLLATE of its own is forgotten
      Index.Part part = rowidKey.get(0);
      Index.Part key = new Index.Part(part.column(), null, columns.get(part.column()).collation, part.descending());
      addKey(List.of(key), Index.Origin.PRIMARY_KEY, rowidConflict);
    }
    rowidAlias = -1;
    List<Integer> key = new ArrayList<>();
    for (Index.Part part : primaryKey().parts()) {
      if (!key.contains(part.column())) {
        key.add(part.column());
        DraftColumn column = columns.get(part.column());
        if (column.notNull == null) {
          column.notNull = ConflictAction.ABORT;
        }
      }
    }
    return key;
  }

  private DraftKey primaryKey() {
    return keys.stream().filter(key -> key.origin() == Index.Origin.PRIMARY_KEY).findFirst().orElseThrow();
  }

  private Table.Definition definition(String sql, List<Integer> primaryKey) {
    List<Column> finished = new ArrayList<>();
    for (DraftColumn column : columns) {
      finished.add(
          new Column(
              column.name,
              column.type,
              column.affinity,
              column.collation,
              column.notNull,
              column.defaultValue,
              column.defaultText,
              column.generated,
              column.stored,
              false,
              column.primaryKeyPosition));
    }
    return new Table.Definition(
        database,
        schemaName,
        statement.name().name(),
        Table.Kind.TABLE,
        finished,
        primaryKey,
        rowidAlias,
        rowidConflict,
        autoincrement,
        statement.withoutRowid(),
        statement.strict(),
        checks,
        foreignKeys,
        null,
        null,
        null,
        List.of(),
        sql);
  }

  private List<Index> indexes(Table table) {
    List<Index> indexes = new ArrayList<>();
    int number = 1;
    for (DraftKey key : keys) {
      String name = "sqlite_autoindex_" + table.name() + "_" + number++;
      boolean isTable = !table.hasRowid() && key.origin() == Index.Origin.PRIMARY_KEY;
      List<Index.Part> declared = isTable ? withoutRepetition(key.parts()) : key.parts();
      indexes.add(
          new Index(
              new Index.Definition(
                  database,
                  name,
                  IndexBuilder.withRowIdentity(table, declared, isTable),
                  declared.size(),
                  true,
                  key.origin(),
                  key.onConflict(),
                  null,
                  isTable,
                  null),
              table,
              0));
    }
    // other indexes of a WITHOUT ROWID table end in its key: they are completed once that key is known
    return IndexBuilder.completed(table, indexes);
  }

  private static List<Index.Part> withoutRepetition(List<Index.Part> parts) {
    List<Index.Part> distinct = new ArrayList<>();
    for (Index.Part part : parts) {
      if (distinct.stream().noneMatch(other -> other.column() == part.column())) {
        distinct.add(part);
      }
    }
    return distinct;
  }

  private int find(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (Ascii.equal(columns.get(i).name, name)) {
        return i;
      }
    }
    return -1;
  }

  private static ConflictAction orAbort(ConflictAction action) {
    return action == ConflictAction.DEFAULT ? ConflictAction.ABORT : action;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lumosql.error.ResultCode;
import org.lumosql.record.Ascii;
import org.lumosql.record.Collation;
import org.lumosql.schema.Authority;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.schema.ForeignKey;
import org.lumosql.schema.Index;
import org.lumosql.schema.Schema;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.ast.ForeignKeyClause.Action;
import org.lumosql.sql.compile.Destination;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * What foreign keys demand when rows of a table change (https://sqlite.org/foreignkeys.html). Violations are counted:
 * a row that refers to
 * nothing adds one, a row that is gone or found its parent takes one away; the count must be zero when the statement
 * ends, or the
 * transaction for deferred keys.
 */
final class ForeignKeys {
  private static final int NULL_IS_EQUAL_OR_JUMPS = 0x10;
  private static final int NOT_NULL = 0x90;
  private static final int FOREIGN_KEY_KIND = 4;

  private final Target target;
  private final Environment environment;
  private final boolean enforced;
  private final List<ForeignKey> own;
  private final List<Schema.Reference> referencing;
  private boolean failsAtOnce;

  ForeignKeys(Target target) {
    this.target = target;
    this.environment = target.environment();
    this.enforced = environment.isOn(Setting.FOREIGN_KEYS);
    this.own = enforced ? target.table().definition().foreignKeys() : List.of();
    this.referencing = enforced ? environment.databases().schema(target.table().database()).referencesTo(target.table().name()) : List.of();
  }

  /**
   * The statement stores but one row, of which nothing but this check can go wrong: a missing parent need not be
   * counted.
   */
  void setFailsAtOnce() {
    failsAtOnce = !environment.isOn(Setting.DEFER_FOREIGN_KEYS);
  }

  /** Whether a deleted row concerns foreign keys at all. */
  boolean isParentOrChild() {
    return enforced && (!own.isEmpty() || !referencing.isEmpty());
  }

  /** Whether an UPDATE concerns foreign keys. */
  boolean areConcerned(Changed changed) {
    return isParentOrChild()
        && (own.stream().anyMatch(key -> concerns(key, changed))
            || referencing.stream().anyMatch(use -> concerns(use, changed)));
  }

  /** Whether the old row must be gone before the new one is stored: actions run, or the table refers to itself. */
  boolean needDeletion(Changed changed) {
    for (ForeignKey key : own) {
      if (Ascii.equal(key.parent(), target.table().name()) && concerns(key, changed)) {
        return true;
      }
    }
    return referencing.stream()
        .anyMatch(use -> use.key().onUpdate() != Action.NO_ACTION && concerns(use, changed));
  }

  /** Marks the columns that some key is about. */
  void markColumns(boolean[] needed) {
    for (int column = 0; column < needed.length; column++) {
      int wanted = column;
      needed[column] |= own.stream().anyMatch(key -> key.columns().contains(wanted)) || referencing.stream().anyMatch(use -> refersTo(use.key(), wanted));
    }
  }

  private boolean refersTo(ForeignKey key, int column) {
    List<String> names = key.parentColumns();
    Table parent = target.table();
    String name = parent.columnName(column);
    return names == null ? parent.column(column).primaryKeyPosition() > 0 : names.stream().anyMatch(other -> Ascii.equal(name, other));
  }

  private boolean concerns(ForeignKey key, Changed changed) {
    return changed == null || key.columns().stream().anyMatch(column -> changes(column, changed));
  }

  /** Whether parent columns change; asked by their names, so that a key without a parent index is none of an UPDATE's business that does not. */
  private boolean concerns(Schema.Reference use, Changed changed) {
    if (changed == null) {
      return true;
    }
    for (int column = 0; column < target.table().columnCount(); column++) {
      if (refersTo(use.key(), column) && changes(column, changed)) {
        return true;
      }
    }
    return false;
  }

  private boolean changes(int column, Changed changed) {
    Table table = target.table();
    return changed.column(column) || table.hasRowid() && column == table.rowidAlias() && changed.rowid();
  }

  /**
   * Fails if a key of a child does not match the table, whether or not the change concerns that key. If there are several, SQLite tells the last one that it
   * meets: it looks at all children, at the keys in question (no further than to the first mistake), and at those that act.
   *
   * @param changed what an UPDATE changes, null for a DELETE
   */
  void requireKeys(Changed changed) {
    if (environment.isInternal()) {
      return;
    }
    SqlException failure = null;
    for (Schema.Reference use : referencing) {
      failure = later(mistake(use.child(), use.key(), target.table()), failure);
    }
    if (failure == null) {
      return;
    }
    throw actionMistake(changed, later(firstMistake(changed), failure));
  }

  /** The last mistake in a key that acts, if there is one. */
  private SqlException actionMistake(Changed changed, SqlException before) {
    SqlException failure = before;
    for (Schema.Reference use : referencing) {
      if (acts(use, changed)) {
        failure = later(mistake(use.child(), use.key(), target.table()), failure);
      }
    }
    return failure;
  }

  /**
   * A trigger that was to run before could not be compiled: SQLite tells rather what is wrong with the keys that it looks at after that.
   *
   * @param changed what an UPDATE changes, else null
   */
  SqlException insteadOf(SqlException trigger, Changed changed) {
    if (environment.isInternal()) {
      return trigger;
    }
    SqlException failure = later(firstMistake(changed), trigger);
    return changed == null ? failure : actionMistake(changed, failure);
  }

  private static SqlException later(SqlException found, SqlException before) {
    return found == null ? before : found;
  }

  private SqlException firstMistake(Changed changed) {
    for (ForeignKey key : own) {
      boolean isSelf = Ascii.equal(key.parent(), target.table().name());
      if (isSelf || concerns(key, changed)) {
        Table parent = parent(key);
        SqlException mistake = parent == null ? noParent(key) : mistake(target.table(), key, parent);
        if (mistake != null) {
          return mistake;
        }
      }
    }
    for (Schema.Reference use : referencing) {
      SqlException mistake = !isNeutral(use) && concerns(use, changed) ? mistake(use.child(), use.key(), target.table()) : null;
      if (mistake != null) {
        return mistake;
      }
    }
    return null;
  }

  private SqlException mistake(Table child, ForeignKey key, Table parent) {
    try {
      ForeignKeyMap.of(environment.databases(), child, key, parent);
      return null;
    } catch (SqlException e) {
      return e;
    }
  }

  private Table parent(ForeignKey key) {
    return environment.databases().findTable(schemaName(), key.parent());
  }

  private String schemaName() {
    return environment.databases().name(target.table().database());
  }

  private SqlException noParent(ForeignKey key) {
    return new SqlException("no such table: " + schemaName() + "." + key.parent());
  }

  // ---- counting violations ----------------------------------------------------------------------------------------

  /**
   * Emits the counting for a row that goes away, one that comes, or both.
   *
   * @param old null for an INSERT
   * @param fresh null for a DELETE
   * @param changed what an UPDATE changes, else null
   */
  void check(RowRegisters old, RowRegisters fresh, Changed changed) {
    for (ForeignKey key : own) {
      boolean isSelf = Ascii.equal(key.parent(), target.table().name());
      if (isSelf || concerns(key, changed)) {
        checkChild(key, old, fresh);
      }
    }
    for (Schema.Reference use : referencing) {
      if (!isNeutral(use) && concerns(use, changed)) {
        checkParent(use, old, fresh);
      }
    }
  }

  /** Whether a key is no matter of the statement: one new row alone neither makes nor repairs an immediate violation of others. */
  private boolean isNeutral(Schema.Reference use) {
    return failsAtOnce && !use.key().deferred();
  }

  private void checkChild(ForeignKey key, RowRegisters old, RowRegisters fresh) {
    Table table = target.table();
    Table parent = parent(key);
    if (parent == null) {
      if (environment.isInternal()) {
        forget(key, old);
        return;
      }
      throw noParent(key);
    }
    ForeignKeyMap map = mapUnlessDropped(table, key, parent);
    if (map == null) {
      return;
    }
    Authority authority = environment.databases().authority();
    if (authority != null) {
      map.parentColumns().forEach(column -> authority.reads(parent, parent.columnName(column)));
    }
    if (!failsAtOnce || key.deferred()) {
      environment.context().needStatementSavepoint();
    }
    if (old != null) {
      lookUpParent(map, old, -1);
    }
    if (fresh != null) {
      lookUpParent(map, fresh, 1);
    }
  }

  /** A table that is being dropped may refer to what is no key, and be referred to so: then null. */
  private ForeignKeyMap mapUnlessDropped(Table child, ForeignKey key, Table parent) {
    try {
      return ForeignKeyMap.of(environment.databases(), child, key, parent);
    } catch (SqlException mismatch) {
      if (environment.isInternal()) {
        return null;
      }
      throw mismatch;
    }
  }

  /** Emits code that takes back the violation that a row of a missing parent is; the table is being dropped. */
  private void forget(ForeignKey key, RowRegisters old) {
    ProgramBuilder program = environment.program();
    int none = program.newLabel();
    for (int column : key.columns()) {
      program.emit(Opcode.IsNull, old.columnRegister(column), none);
    }
    program.emit(Opcode.FkCounter, counter(key), -1);
    program.place(none);
  }

  private static int counter(ForeignKey key) {
    return key.deferred() ? 1 : 0;
  }

  /** Emits code that counts the row as a violation, or takes it back, unless its parent is there. */
  private void lookUpParent(ForeignKeyMap map, RowRegisters row, int increment) {
    ProgramBuilder program = environment.program();
    int satisfied = program.newLabel();
    int cursor = program.newCursor();
    if (increment < 0) {
      program.emit(Opcode.FkIfZero, counter(map.key()), satisfied);
    }
    for (int column : map.childColumns()) {
      program.emit(Opcode.IsNull, row.columnRegister(column), satisfied);
    }
    environment.context().useDatabase(map.parent().database());
    if (map.index() == null) {
      lookUpRowid(map, row, increment, cursor, satisfied);
    } else {
      lookUpKey(map, row, increment, cursor, satisfied);
    }
    if (failsAtOnce && !map.key().deferred()) {
      int code = ResultCode.CONSTRAINT_FOREIGNKEY.code();
      program.emit(Opcode.Halt, code, ConflictAction.ABORT.ordinal(), 0, null, FOREIGN_KEY_KIND);
    } else {
      program.emit(Opcode.FkCounter, counter(map.key()), increment);
    }
    program.place(satisfied);
    program.emit(Opcode.Close, cursor);
  }

  private void lookUpRowid(ForeignKeyMap map, RowRegisters row, int increment, int cursor, int satisfied) {
    ProgramBuilder program = environment.program();
    int value = program.newRegister();
    int missing = program.newLabel();
    program.emit(Opcode.SCopy, row.columnRegister(map.childColumns().get(0)), value);
    program.emit(Opcode.MustBeInt, value, missing);
    if (map.isSelfReference() && increment > 0) {
      program.emit(Opcode.Eq, row.rowid(), satisfied, value, null, NOT_NULL);
    }
    environment.context().openTable(map.parent(), cursor, Opcode.OpenRead);
    program.emit(Opcode.NotExists, cursor, missing, value);
    program.emit(Opcode.Goto, 0, satisfied);
    program.place(missing);
  }

  private void lookUpKey(ForeignKeyMap map, RowRegisters row, int increment, int cursor, int satisfied) {
    ProgramBuilder program = environment.program();
    int count = map.childColumns().size();
    int first = program.newRegisters(count);
    StringBuilder affinities = new StringBuilder();
    Index index = map.index();
    program.emit(
        Opcode.OpenRead,
        cursor,
        index.rootPage(),
        map.parent().database(),
        index.keyOrder(environment.databases()));
    for (int i = 0; i < count; i++) {
      program.emit(Opcode.Copy, row.columnRegister(map.childColumns().get(i)), first + i);
      Affinity affinity = map.parent().column(map.parentColumns().get(i)).affinity();
      affinities.append((affinity.isNumeric() ? Affinity.NUMERIC : affinity).letter()); // as for every index: a large integer is none of its reals
    }
    if (map.isSelfReference() && increment > 0) {
      int differs = program.newLabel();
      for (int i = 0; i < count; i++) {
        int child = row.columnRegister(map.childColumns().get(i));
        int parent = row.columnRegister(map.parentColumns().get(i));
        program.emit(Opcode.Ne, child, differs, parent, null, NULL_IS_EQUAL_OR_JUMPS);
      }
      program.emit(Opcode.Goto, 0, satisfied);
      program.place(differs);
    }
    program.emit(Opcode.Affinity, first, count, 0, affinities.toString());
    program.emit(Opcode.Found, cursor, satisfied, first, (long) count);
  }

  private void checkParent(Schema.Reference use, RowRegisters old, RowRegisters fresh) {
    ForeignKeyMap map = mapUnlessDropped(use.child(), use.key(), target.table());
    if (map == null) {
      return;
    }
    environment.context().needStatementSavepoint();
    if (fresh != null) {
      scanChildren(map, fresh, -1);
    }
    if (old != null) {
      scanChildren(map, old, 1);
    }
  }

  /** Emits code that counts the rows that refer to a parent row. */
  private void scanChildren(ForeignKeyMap map, RowRegisters row, int increment) {
    ProgramBuilder program = environment.program();
    int none = program.newLabel();
    if (increment < 0) {
      program.emit(Opcode.FkIfZero, counter(map.key()), none);
    }
    Source.TableSource child = environment.resolver().tableSource(map.child(), null);
    List<QueryBlock.JoinCondition> conditions = new ArrayList<>();
    for (int i = 0; i < map.childColumns().size(); i++) {
      BoundExpression parentValue = value(map.parent(), map.parentColumns().get(i), row);
      BoundExpression childValue = new BoundExpression.ColumnValue(child, childColumn(map, i));
      conditions.add(condition(BinaryOperator.EQUAL, parentValue, childValue));
    }
    if (map.isSelfReference() && increment > 0) {
      conditions.add(new QueryBlock.JoinCondition(otherRow(map.parent(), child, row), null));
    }
    BoundExpression one = new BoundExpression.IntegerConstant(1);
    QueryBlock block =
        new QueryBlock(
            false,
            List.of(new QueryBlock.Result(one, "1", null)),
            List.of(child),
            conditions,
            List.of(),
            null,
            List.of(),
            List.of());
    BoundQuery query =
        new BoundQuery(List.of(new BoundQuery.Arm(null, block)), List.of(), null, null, null, null);
    int counter = counter(map.key());
    Destination count =
        new Destination() {
          @Override
          public void row(org.lumosql.sql.compile.CompileContext context, int first, int size, int breakLabel) {
            context.program().emit(Opcode.FkCounter, counter, increment);
          }

          @Override
          public boolean needsValues() {
            return false;
          }
        };
    environment.context().compile(query, count);
    program.place(none);
  }

  private static int childColumn(ForeignKeyMap map, int place) {
    int column = map.childColumns().get(place);
    return map.child().hasRowid() && column == map.child().rowidAlias() ? -1 : column;
  }

  private BoundExpression value(Table table, int column, RowRegisters row) {
    boolean isRowid = table.hasRowid() && column == table.rowidAlias();
    Affinity affinity = isRowid ? Affinity.INTEGER : table.column(column).affinity();
    Collation collation = environment.databases().requireCollation(table.column(column).collation());
    return new BoundExpression.RegisterValue(row.columnRegister(column), affinity, collation);
  }

  /** That a row is not the one in registers. */
  private BoundExpression otherRow(Table table, Source.TableSource source, RowRegisters row) {
    if (table.hasRowid()) {
      Collation binary = environment.databases().requireCollation("BINARY");
      BoundExpression rowid = new BoundExpression.RegisterValue(row.rowid(), Affinity.INTEGER, binary);
      return new BoundExpression.Comparison(
          BinaryOperator.NOT_EQUAL, new BoundExpression.ColumnValue(source, -1), rowid);
    }
    BoundExpression same = null;
    for (int column : table.definition().primaryKey()) {
      BoundExpression equal =
          new BoundExpression.Comparison(
              BinaryOperator.IS, value(table, column, row), new BoundExpression.ColumnValue(source, column));
      same = same == null ? equal : new BoundExpression.And(same, equal);
    }
    return new BoundExpression.Not(same);
  }

  private static QueryBlock.JoinCondition condition(
      BinaryOperator operator, BoundExpression left, BoundExpression right) {
    return new QueryBlock.JoinCondition(new BoundExpression.Comparison(operator, left, right), null);
  }

  // ---- actions ----------------------------------------------------------------------------------------------------

  /** Emits calls of the actions for children of a parent row that was deleted or changed. */
  void act(RowRegisters old, RowRegisters fresh, Changed changed) {
    for (Schema.Reference use : referencing) {
      ForeignKeyMap map = acts(use, changed) ? mapUnlessDropped(use.child(), use.key(), target.table()) : null;
      if (map != null) {
        environment.subprograms().act(environment, map, action(use, changed), changed != null, old.rowid());
      }
    }
  }

  private static Action action(Schema.Reference use, Changed changed) {
    return changed == null ? use.key().onDelete() : use.key().onUpdate();
  }

  private boolean acts(Schema.Reference use, Changed changed) {
    Action action = action(use, changed);
    boolean isPostponed = action == Action.RESTRICT && environment.isOn(Setting.DEFER_FOREIGN_KEYS);
    return action != Action.NO_ACTION && !isPostponed && concerns(use, changed);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Schema;
import org.lumosql.schema.Table;
import org.lumosql.schema.Trigger;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Statement.TriggerEvent;
import org.lumosql.sql.ast.Statement.TriggerTime;

/**
 * The triggers of one table that an event fires, and the calls of their programs
 * (https://sqlite.org/lang_createtrigger.html).
 */
final class RowTriggers {
  private static final int TEMP = 1;

  private final Environment environment;
  private final Table table;
  private final List<Trigger> triggers;
  private final RowPair rows;

  private RowTriggers(Environment environment, Table table, List<Trigger> triggers, RowPair rows) {
    this.environment = environment;
    this.table = table;
    this.triggers = triggers;
    this.rows = rows;
  }

  /** The triggers of a table. @param changed columns that an UPDATE assigns by number, null for all */
  static RowTriggers of(Target target, TriggerEvent event, List<String> changed) {
    List<Trigger> found = find(target.environment(), target.table(), event, changed);
    RowPair rows = found.isEmpty() ? null : RowPair.allocate(target);
    return new RowTriggers(target.environment(), target.table(), found, rows);
  }

  /** The INSTEAD OF triggers of a view. */
  static RowTriggers of(
      Environment environment, Table view, int columnCount, TriggerEvent event, List<String> changed) {
    List<Trigger> found = find(environment, view, event, changed);
    RowPair rows = RowPair.allocate(columnCount, environment.program());
    return new RowTriggers(environment, view, found, rows);
  }

  /** First those of the temp database on tables of others, the oldest first; then those of the table's own, the newest first. */
  private static List<Trigger> find(
      Environment environment, Table table, TriggerEvent event, List<String> changed) {
    List<Trigger> found = environment.isInternal() ? List.of() : all(environment, table);
    if (found.isEmpty()) {
      return found;
    }
    found.removeIf(trigger -> trigger.definition().event() != event || !concerns(trigger, changed));
    return found;
  }

  /** Whether a view or table has a trigger of any kind. */
  static boolean exist(Environment environment, Table table) {
    return !all(environment, table).isEmpty();
  }

  private static List<Trigger> all(Environment environment, Table table) {
    Schema own = environment.databases().schema(table.database());
    Schema temporary = environment.databases().schema(TEMP);
    if (own.triggers().isEmpty() && temporary.triggers().isEmpty()) {
      return List.of();
    }
    List<Trigger> found = new ArrayList<>();
    collect(own, table, found);
    Collections.reverse(found);
    if (own != temporary) {
      List<Trigger> first = new ArrayList<>();
      collect(temporary, table, first);
      found.addAll(0, first);
    }
    return found;
  }

  private static void collect(Schema schema, Table table, List<Trigger> found) {
    for (Trigger trigger : schema.triggers()) {
      if (trigger.tableDatabase() == table.database() && Ascii.equal(trigger.table(), table.name())) {
        found.add(trigger);
      }
    }
  }

  private static boolean concerns(Trigger trigger, List<String> changed) {
    List<String> of = trigger.definition().updateOf();
    if (of.isEmpty() || changed == null) {
      return true;
    }
    return of.stream().anyMatch(name -> changed.stream().anyMatch(other -> Ascii.equal(name, other)));
  }

  boolean any() {
    return !triggers.isEmpty();
  }

  boolean has(TriggerTime time) {
    for (int i = 0; i < triggers.size(); i++) {
      if (triggers.get(i).definition().time() == time) {
        return true;
      }
    }
    return false;
  }

  /** Compiles all of them in their order: of several mistakes that is the one of the first, whenever it runs. SQLite looks for what they read of a row before it changes. */
  void compile(ConflictAction policy) {
    for (Trigger trigger : triggers) {
      environment.subprograms().program(environment, table, trigger, rows, policy);
    }
  }

  /** Marks the columns of OLD that the triggers, which are compiled, read. False if all may be read. */
  boolean markOld(ConflictAction policy, boolean[] needed) {
    boolean isKnown = true;
    for (Trigger trigger : triggers) {
      isKnown &= rows.markOldReadBy(environment.subprograms().program(environment, table, trigger, rows, policy).program(), needed);
    }
    return isKnown;
  }

  /** The registers of OLD and NEW; null if there are no triggers. */
  RowPair rows() {
    return rows;
  }

  /**
   * Emits calls of the AFTER triggers and the code of RETURNING, which stands between those of the temp database and the table's own.
   *
   * @param ignore where RAISE(IGNORE) goes on
   */
  void fireAfter(ConflictAction policy, int ignore, Runnable returning) {
    fireAfter(policy, ignore, true);
    returning.run();
    fireAfter(policy, ignore, false);
  }

  private void fireAfter(ConflictAction policy, int ignore, boolean ofOtherDatabase) {
    for (Trigger trigger : triggers) {
      if (trigger.definition().time() == TriggerTime.AFTER && ofOtherDatabase == (trigger.database() != table.database())) {
        environment.subprograms().call(environment, table, trigger, rows, policy, ignore);
      }
    }
  }

  /** Emits calls of the triggers of one time. @param ignore where RAISE(IGNORE) goes on */
  void fire(TriggerTime time, ConflictAction policy, int ignore) {
    for (Trigger trigger : triggers) {
      if (trigger.definition().time() == time) {
        environment.subprograms().call(environment, table, trigger, rows, policy, ignore);
      }
    }
  }
}

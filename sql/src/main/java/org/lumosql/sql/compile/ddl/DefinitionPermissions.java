// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.record.Ascii;
import org.lumosql.schema.Authority;
import org.lumosql.schema.Authorizer.Action;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Index;
import org.lumosql.schema.Schema;
import org.lumosql.schema.Table;
import org.lumosql.schema.Trigger;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.IndexedColumn;
import org.lumosql.sql.ast.QualifiedName;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.Environment;

/**
 * Asks the authorizer about a statement that changes definitions, before it is compiled. What names nothing that is there is left to the compiler, which
 * tells what is wrong with it. ANALYZE and REINDEX ask about each table and index when they come to it.
 */
final class DefinitionPermissions {
  private static final int TEMP = 1;

  private final Environment environment;
  private final Databases databases;
  private final Authority authority;

  DefinitionPermissions(Environment environment, Authority authority) {
    this.environment = environment;
    this.databases = environment.databases();
    this.authority = authority;
  }

  /** Whether the statement is to be compiled rather than left out. */
  boolean permit(Statement statement) {
    if (statement instanceof Statement.CreateTable create) {
      int database = SchemaWriter.databaseOf(environment, create.name(), create.temporary(), "table");
      Action action = database == TEMP ? Action.CREATE_TEMP_TABLE : Action.CREATE_TABLE;
      return schema(Action.INSERT, database) && authority.permits(action, create.name().name(), null, databases.name(database));
    }
    if (statement instanceof Statement.CreateView create) {
      int database = SchemaWriter.databaseOf(environment, create.name(), create.temporary(), "view");
      Action action = database == TEMP ? Action.CREATE_TEMP_VIEW : Action.CREATE_VIEW;
      return schema(Action.INSERT, database) && authority.permits(action, create.name().name(), null, databases.name(database));
    }
    if (statement instanceof Statement.CreateVirtualTable create) {
      int database = SchemaWriter.databaseOf(environment, create.name(), false, "table");
      return schema(Action.INSERT, database)
          && authority.permits(Action.CREATE_VTABLE, create.name().name(), create.module(), databases.name(database));
    }
    if (statement instanceof Statement.CreateIndex create) {
      return createIndex(create);
    }
    if (statement instanceof Statement.CreateTrigger create) {
      return createTrigger(create);
    }
    return statement instanceof Statement.Drop drop ? drop(drop) : alter(statement);
  }

  private boolean schema(Action action, int database) {
    return authority.permits(action, Schema.schemaTableName(database), null, databases.name(database));
  }

  // ---- CREATE --------------------------------------------------------------------------------------------------------------------

  private boolean createIndex(Statement.CreateIndex create) {
    Table table = databases.findTable(create.name().schema(), create.table());
    if (table == null || table.isView()) {
      return true;
    }
    boolean isTemporary = table.database() == TEMP;
    String name = create.name().name();
    String database = databases.name(table.database());
    Action action = isTemporary ? Action.CREATE_TEMP_INDEX : Action.CREATE_INDEX;
    if (!schema(Action.INSERT, table.database()) || !authority.permits(action, name, table.name(), database)) {
      return false;
    }
    for (IndexedColumn part : create.columns()) {
      Expression expression = part.expression() instanceof Expression.Collate collate ? collate.operand() : part.expression();
      int column = expression instanceof Expression.ColumnReference reference ? table.columnNumber(reference.column()) : -1;
      if (column >= 0) {
        authority.reads(table, table.columnName(column));
      }
    }
    return authority.permits(Action.REINDEX, name, null, database);
  }

  private boolean createTrigger(Statement.CreateTrigger create) {
    String where = create.table().schema();
    if (where == null && !create.temporary()) {
      where = create.name().schema();
    }
    Table table = databases.findTable(where, create.table().name());
    if (table == null) {
      return true;
    }
    boolean isTemporary = create.temporary() || table.database() == TEMP;
    String database = isTemporary ? databases.name(TEMP) : databases.name(table.database());
    Action action = isTemporary ? Action.CREATE_TEMP_TRIGGER : Action.CREATE_TRIGGER;
    boolean isInTemp = isTemporary || Ascii.equal("temp", create.name().schema());
    return authority.permits(action, create.name().name(), table.name(), database)
        && schema(Action.INSERT, table.database())
        && (!isInTemp || table.database() == TEMP || schema(Action.INSERT, TEMP));
  }

  // ---- DROP ----------------------------------------------------------------------------------------------------------------------

  private boolean drop(Statement.Drop drop) {
    QualifiedName name = drop.name();
    switch (drop.kind()) {
      case TABLE:
      case VIEW:
        Table table = databases.findTable(name.schema(), name.name());
        return table == null || dropTable(table);
      case INDEX:
        Index index = databases.findIndex(name.schema(), name.name());
        return index == null || dropIndex(index);
      case TRIGGER:
        Trigger trigger = trigger(name);
        return trigger == null || dropTrigger(trigger);
      default:
        throw new AssertionError(drop);
    }
  }

  private boolean dropTable(Table table) {
    boolean isTemporary = table.database() == TEMP;
    Action action = isTemporary ? Action.DROP_TEMP_TABLE : Action.DROP_TABLE;
    String module = null;
    if (table.isView()) {
      action = isTemporary ? Action.DROP_TEMP_VIEW : Action.DROP_VIEW;
    } else if (table.isVirtual()) {
      action = Action.DROP_VTABLE;
      module = table.definition().module();
    }
    boolean isPermitted =
        schema(Action.DELETE, table.database())
            && authority.permits(action, table, module)
            && authority.permits(Action.DELETE, table, null);
    for (int database : new int[] {table.database(), TEMP}) {
      for (Trigger trigger : databases.schema(database).triggers()) {
        boolean isSeenBefore = database == TEMP && isTemporary;
        boolean isOn = trigger.tableDatabase() == table.database() && Ascii.equal(trigger.table(), table.name());
        isPermitted = isPermitted && (!isOn || isSeenBefore || dropTrigger(trigger));
      }
    }
    return isPermitted;
  }

  private boolean dropIndex(Index index) {
    boolean isTemporary = index.table().database() == TEMP;
    return schema(Action.DELETE, index.table().database())
        && authority.permits(
            isTemporary ? Action.DROP_TEMP_INDEX : Action.DROP_INDEX,
            index.name(),
            index.table().name(),
            databases.name(index.table().database()));
  }

  private boolean dropTrigger(Trigger trigger) {
    Action action = trigger.database() == TEMP ? Action.DROP_TEMP_TRIGGER : Action.DROP_TRIGGER;
    return authority.permits(action, trigger.name(), trigger.table(), databases.name(trigger.database()))
        && schema(Action.DELETE, trigger.database());
  }

  /** Temp first, as with tables. */
  private Trigger trigger(QualifiedName name) {
    for (int i = 0; i < databases.count(); i++) {
      int database = i < 2 ? 1 - i : i;
      if (name.schema() == null || databases.number(name.schema()) == database) {
        Trigger found = databases.schema(database).trigger(name.name());
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  // ---- ALTER ---------------------------------------------------------------------------------------------------------------------

  private boolean alter(Statement statement) {
    QualifiedName altered = altered(statement);
    Table table = altered == null ? null : databases.findTable(altered.schema(), altered.name());
    String column = statement instanceof Statement.DropColumn drop ? drop.column() : null;
    // the place of the database's name is that of a column here
    return table == null || authority.permits(Action.ALTER_TABLE, databases.name(table.database()), table.name(), column);
  }

  /** Null if it is no ALTER TABLE. */
  private static QualifiedName altered(Statement statement) {
    if (statement instanceof Statement.RenameTable alter) {
      return alter.table();
    } else if (statement instanceof Statement.RenameColumn alter) {
      return alter.table();
    } else if (statement instanceof Statement.AddColumn alter) {
      return alter.table();
    } else if (statement instanceof Statement.DropColumn alter) {
      return alter.table();
    } else if (statement instanceof Statement.AddConstraint alter) {
      return alter.table();
    } else if (statement instanceof Statement.DropConstraint alter) {
      return alter.table();
    } else if (statement instanceof Statement.SetNotNull alter) {
      return alter.table();
    }
    return statement instanceof Statement.DropNotNull alter ? alter.table() : null;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.schema;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.lumosql.error.ResultCode;
import org.lumosql.schema.Authorizer.Action;
import org.lumosql.schema.Authorizer.Decision;
import org.lumosql.sql.SqlException;

/** The authorizer's part in the compiling of one statement: asks it, and makes of its answers what they mean. There is none while no authorizer is set. */
public final class Authority {
  private static final int OWN_DATABASES = 2;

  private final Authorizer authorizer;
  private final Databases databases;
  private final Set<Object> readSources = Collections.newSetFromMap(new IdentityHashMap<>());
  private String inner;
  private int suspended;

  public Authority(Authorizer authorizer, Databases databases) {
    this.authorizer = authorizer;
    this.databases = databases;
  }

  /**
   * Asks about an action.
   *
   * @return false if it is to be left out
   * @throws SqlException AUTH if it is denied
   */
  public boolean permits(Action action, String first, String second, String database) {
    Decision decision = decide(action, first, second, database);
    if (decision == Decision.DENY) {
      throw new SqlException(ResultCode.AUTH, "not authorized", -1);
    }
    return decision == Decision.OK;
  }

  /** The same for something that is done with a table or view. */
  public boolean permits(Action action, Table table, String second) {
    return permits(action, table.name(), second, databases.name(table.database()));
  }

  /** Asks about a column that is read. @return false if it is NULL instead */
  public boolean reads(Table table, String name) {
    String database = databases.name(table.database());
    Decision decision = decide(Action.READ, table.name(), name, database);
    if (decision == Decision.DENY) {
      boolean isQualified = databases.count() > OWN_DATABASES || table.database() != 0;
      throw new SqlException(
          ResultCode.AUTH, "access to " + (isQualified ? database + "." : "") + table.name() + "." + name + " is prohibited", -1);
    }
    return decision == Decision.OK;
  }

  /** Takes note that a query uses a column of one of its sources. */
  public void noteRead(Object source) {
    readSources.add(source);
  }

  /**
   * Asks about a table of which a query uses no column, only that there are rows.
   *
   * @param isFromSchema whether the query is a view's or trigger's; only then the table's database is told, as in SQLite
   */
  public void requireRows(Object source, Table table, boolean isFromSchema) {
    if (!readSources.contains(source)) {
      permits(Action.READ, table.name(), "", isFromSchema ? databases.name(table.database()) : null);
    }
  }

  /** Asks about a call. @param written the name as the statement has it @return false if the call is NULL instead */
  public boolean calls(String function, String written) {
    Decision decision = decide(Action.FUNCTION, null, function, null);
    if (decision == Decision.DENY) {
      throw new SqlException("not authorized to use function: " + written);
    }
    return decision == Decision.OK;
  }

  private Decision decide(Action action, String first, String second, String database) {
    Decision decision = authorizer.decide(action, first, second, database, inner);
    if (decision == null) {
      throw new SqlException("authorizer malfunction");
    }
    return decision;
  }

  /** From now on a trigger, view or common table is responsible. @return what was before, for {@link #leave} */
  public String enter(String responsible) {
    String before = inner;
    inner = responsible;
    return before;
  }

  public void leave(String before) {
    inner = before;
  }

  /** What the compiler does for itself is nobody's business, up to {@link #resume}. */
  public void suspend() {
    suspended++;
  }

  public void resume() {
    suspended--;
  }

  public boolean isSuspended() {
    return suspended > 0;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.record.Ascii;
import org.lumosql.schema.Authority;
import org.lumosql.schema.Authorizer;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.QualifiedName;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.Environment;

/**
 * REINDEX (https://sqlite.org/lang_reindex.html): all indexes, those that use a collation, those of a table, or one;
 * or those over expressions.
 */
final class Reindexer {
  private final Environment environment;
  private final Databases databases;
  /** Null if nobody is asked. */
  private final Authority authority;
  private final QualifiedName name;

  Reindexer(Environment environment, Statement.Reindex statement, Authority authority) {
    this.authority = authority;
    this.environment = environment;
    this.databases = environment.databases();
    this.name = statement.name();
  }

  void compile() {
    if (name == null) {
      all(null, false);
      return;
    }
    if (name.schema() == null) {
      if (databases.collation(name.name()) != null) {
        all(Ascii.lower(name.name()), false);
        return;
      }
    } else if (databases.number(name.schema()) < 0) {
      throw new SqlException("unknown database " + name.schema(), name.position());
    }
    Table table = databases.findTable(name.schema(), name.name());
    if (table != null && !table.isEponymous()) {
      table(table, null, false);
      return;
    }
    Index index = databases.findIndex(name.schema(), name.name());
    if (index != null) {
      fill(index);
      return;
    }
    if (name.schema() == null && Ascii.equal(name.name(), "expressions")) {
      all(null, true);
      return;
    }
    throw new SqlException("unable to identify the object to be reindexed");
  }

  private void all(String collation, boolean onlyExpressions) {
    for (int database = 0; database < databases.count(); database++) {
      for (Table table : databases.schema(database).tables()) {
        table(table, collation, onlyExpressions);
      }
    }
  }

  private void table(Table table, String collation, boolean onlyExpressions) {
    for (Index index : table.indexes()) {
      boolean wanted = collation == null || uses(index, collation);
      if (!index.isTable() && wanted && (!onlyExpressions || hasExpression(index))) {
        fill(index);
      }
    }
  }

  private static boolean uses(Index index, String collation) {
    return index.parts().stream()
        .anyMatch(part -> part.column() != Index.ROWID && Ascii.equal(part.collation(), collation));
  }

  private static boolean hasExpression(Index index) {
    return index.parts().stream().anyMatch(part -> part.column() == Index.EXPRESSION);
  }

  private void fill(Index index) {
    String home = databases.name(index.table().database());
    boolean isPermitted = authority == null || authority.permits(Authorizer.Action.REINDEX, index.name(), null, home);
    if (index.isTable() || !isPermitted) {
      return;
    }
    environment.context().writeDatabase(index.table().database());
    new IndexFiller(environment).fill(index, 0);
  }
}

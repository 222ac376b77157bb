// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.keyvalue;

import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;

/** A process with little heap that changes more than fits into it; prints what became of that. Argument: what to open. */
final class LargeTransaction {
  private LargeTransaction() {}

  public static void main(String[] arguments) {
    try (Connection connection = Connection.open(arguments[0])) {
      connection.execute("CREATE TABLE t(a)");
      String result = "committed";
      try {
        connection.execute("WITH RECURSIVE c(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM c WHERE i < 4000)"
            + " INSERT INTO t SELECT randomblob(100000) FROM c");
      } catch (EngineException e) {
        result = e.code().name();
      }
      connection.execute("INSERT INTO t VALUES(1)");
      try (Statement statement = connection.prepare("SELECT count(*) FROM t")) {
        statement.step();
        System.out.println(result + " " + statement.columnLong(0));
      }
    }
  }
}

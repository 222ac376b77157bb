// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import java.io.PrintStream;
import java.util.Random;
import org.lumosql.engine.Connection;

/**
 * Writes transactions for ever, to be killed: transaction <i>n</i> adds row <i>n</i> to one table, changes others and empties one or makes it anew.
 * Prints <i>n</i> when it has been committed. Arguments: what to open, journal mode, seed and perhaps what {@code PRAGMA
 * synchronous} is to be.
 */
final class WritingProcess {
  private WritingProcess() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
    Random random = new Random(Long.parseLong(arguments[2]));
    try (Connection connection = Connection.open(arguments[0])) {
      connection.execute("PRAGMA journal_mode = " + arguments[1] + "; PRAGMA cache_size = 10;"
          + "PRAGMA wal_autocheckpoint = 10; PRAGMA synchronous = " + (arguments.length > 3 ? arguments[3] : "normal"));
      long last = Long.parseLong(Workload.rows(connection, "SELECT coalesce(max(n), 0) FROM given").get(0));
      out.println(last);
      while (true) {
        last++;
        connection.execute("BEGIN; INSERT INTO given VALUES(" + last + ")");
        int changes = 1 + random.nextInt(30);
        for (int i = 0; i < changes; i++) {
          connection.execute("INSERT OR REPLACE INTO t VALUES(" + random.nextInt(200) + ", " + last
              + ", zeroblob(" + random.nextInt(1500) + "))");
        }
        connection.execute(random.nextBoolean() ? "DELETE FROM whole" : "DROP TABLE whole; CREATE TABLE whole(n)");
        connection.execute(Kill.fill(last));
        connection.execute("UPDATE counter SET n = " + last + "; COMMIT");
        out.println(last);
      }
    }
  }
}

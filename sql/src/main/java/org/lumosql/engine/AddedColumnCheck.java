// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.schema.Column;
import org.lumosql.schema.Table;

/**
 * Whether the rows of a table meet its constraints now that it has one more column: what {@code quick_check} would find decides, the first of it if there is
 * more.
 */
final class AddedColumnCheck {
  private static final int MAXIMUM = 100;

  private AddedColumnCheck() {}

  /** @throws StoreException "CHECK constraint failed" or the like */
  static void run(Session session, Table table) {
    CheckMessages messages = new CheckMessages(MAXIMUM);
    try {
      new ContentCheck(session, table, true, messages).run();
    } catch (EngineException e) { // as in SQLite, nothing more is said about a constraint that cannot be computed
      throw StoreException.withMessage(e.code(), e.code().message());
    }
    Column added = table.column(table.columnCount() - 1);
    for (String message : messages.rows()) {
      if (message.startsWith("CHECK")) {
        throw StoreException.withMessage(ResultCode.ERROR, "CHECK constraint failed");
      } else if (message.startsWith("NULL")) {
        throw StoreException.withMessage(ResultCode.ERROR, "NOT NULL constraint failed");
      } else if (message.startsWith("non-")) {
        throw added.isVirtual()
            ? StoreException.withMessage(ResultCode.CONSTRAINT_DATATYPE, ResultCode.CONSTRAINT_DATATYPE.message())
            : StoreException.withMessage(ResultCode.ERROR, "type mismatch on DEFAULT");
      }
    }
  }
}

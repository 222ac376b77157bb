// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.bdb;

import com.sleepycat.je.Cursor;
import com.sleepycat.je.CursorConfig;
import com.sleepycat.je.DatabaseEntry;
import com.sleepycat.je.Database;
import com.sleepycat.je.Durability;
import com.sleepycat.je.Environment;
import com.sleepycat.je.Get;
import com.sleepycat.je.Transaction;
import com.sleepycat.je.TransactionConfig;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.TreeKeys;

/**
 * Environments as they were before each tree had a database of its own: one, {@code lumosql}, had all entries under {@link TreeKeys}. They are converted when they are opened. The copy goes
 * in parts, and counts from the moment when the registry is made and the old database removed, which is one transaction; what a crash leaves of an earlier attempt is begun anew.
 */
final class OldForm {
  static final String DATABASE = "lumosql";
  /** Entries in a transaction: JE keeps a lock of each in memory. */
  private static final int PART = 10_000;

  private final Environment environment;
  private final Map<Integer, Long> generations = new TreeMap<>();

  private OldForm(Environment environment) {
    this.environment = environment;
  }

  /** Does nothing if the environment has the present form. */
  static void convert(Environment environment, boolean isReadOnly) {
    List<String> names = environment.getDatabaseNames();
    if (!names.remove(DATABASE)) {
      return;
    }
    if (isReadOnly) {
      throw StoreException.withMessage(
          ResultCode.READONLY, "the database has the form of an earlier release, which is converted when it is opened for writing once");
    }
    names.forEach(name -> environment.removeDatabase(null, name));
    new OldForm(environment).convert();
  }

  private void convert() {
    try (Database old = environment.openDatabase(null, DATABASE, BdbTrees.configuration(true, false));
        Cursor cursor = old.openCursor(null, CursorConfig.READ_UNCOMMITTED)) {
      DatabaseEntry key = new DatabaseEntry();
      DatabaseEntry value = new DatabaseEntry();
      boolean more = cursor.get(key, value, Get.FIRST, null) != null;
      while (more) {
        if (key.getSize() < TreeKeys.PREFIX_LENGTH) {
          throw new StoreException(ResultCode.NOTADB, "the database \"" + DATABASE + "\" has a key of " + key.getSize() + " bytes");
        }
        more = copyPart(ByteBuffer.wrap(key.getData()).getInt(), cursor, key, value);
      }
    }
    finish();
  }

  /** Copies entries of one tree, from the present one on; false if there are none behind them, of any tree. */
  private boolean copyPart(int tree, Cursor cursor, DatabaseEntry key, DatabaseEntry value) {
    Transaction transaction = begin(Durability.COMMIT_NO_SYNC);
    boolean done = false;
    long number = generations.computeIfAbsent(tree, any -> generations.size() + 1L);
    try (Database database = environment.openDatabase(transaction, BdbTrees.PREFIX + number, BdbTrees.configuration(false, true))) {
      boolean more = true;
      for (int i = 0; i < PART && more && TreeKeys.isIn(tree, key.getData()); i++) {
        database.put(transaction, new DatabaseEntry(TreeKeys.key(key.getData())), value);
        more = cursor.get(key, value, Get.NEXT, null) != null;
      }
      transaction.commit();
      done = true;
      return more;
    } finally {
      if (!done) {
        transaction.abort();
      }
    }
  }

  private void finish() {
    Transaction transaction = begin(Durability.COMMIT_SYNC);
    boolean done = false;
    try (Database registry = environment.openDatabase(transaction, BdbTrees.REGISTRY, BdbTrees.configuration(false, true))) {
      generations.forEach((tree, number) -> BdbTrees.register(registry, transaction, tree, number));
      environment.removeDatabase(transaction, DATABASE);
      transaction.commit();
      done = true;
    } finally {
      if (!done) {
        transaction.abort();
      }
    }
  }

  private Transaction begin(Durability durability) {
    return environment.beginTransaction(null, new TransactionConfig().setDurability(durability));
  }
}

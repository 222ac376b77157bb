// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.bdb;

import com.sleepycat.je.Cursor;
import com.sleepycat.je.CursorConfig;
import com.sleepycat.je.Database;
import com.sleepycat.je.DatabaseConfig;
import com.sleepycat.je.DatabaseEntry;
import com.sleepycat.je.Durability;
import com.sleepycat.je.Environment;
import com.sleepycat.je.Get;
import com.sleepycat.je.Transaction;
import com.sleepycat.je.TransactionConfig;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lumosql.error.StoreException;
import org.lumosql.kv.TreeKeys;

/**
 * The trees of an environment that is open. What a tree holds is a database of its own, a {@link Generation}; a commit that clears the tree leaves it for the readers
 * of earlier commits, and the next put makes another. So clearing costs the same whatever there was. Thread-safe; one thread at a time writes.
 *
 * <ol>
 *   <li>G1. The database {@code trees} says of each tree which generation it is in: under the tree's number, four bytes, the generation's, eight bytes, both big-endian.
 *       It is changed by the transaction of the commit. The generation's database is called {@code g} and the number. Written to disk, do not change.
 *   <li>G2. Who reads a commit finds the newest generation that is not younger than it. What a commit changes of this is published before anybody reads it.
 *   <li>G3. A generation that has been left is removed when nobody reads a commit before the one that left it, and no cursor is on it. What is still there at the end,
 *       or after a crash, is in no entry of {@code trees}, and is removed when the environment is opened.
 * </ol>
 */
final class BdbTrees {
  static final String REGISTRY = "trees";
  static final String PREFIX = "g";

  /** A tree and what it has become, while the generation before that is still to be removed. */
  private record Left(int tree, Generation newer) {}

  private final Environment environment;
  private final boolean isReadOnly;
  private final Database registry;
  private final ConcurrentHashMap<Integer, Generation> newest = new ConcurrentHashMap<>();
  /** In the order of commits; guarded by itself. */
  private final ArrayDeque<Left> left = new ArrayDeque<>();

  private volatile boolean hasLeft;
  /** The highest number of a generation. */
  private long highest;

  /** Opens, or makes, what is in an environment. */
  BdbTrees(Environment environment, boolean isReadOnly) {
    this.environment = environment;
    this.isReadOnly = isReadOnly;
    List<String> names = environment.getDatabaseNames();
    this.registry = environment.openDatabase(null, REGISTRY, configuration(isReadOnly, !isReadOnly && names.isEmpty()));
    boolean done = false;
    try {
      Set<String> used = readRegistry();
      if (!isReadOnly) {
        names.removeIf(name -> !isGeneration(name) || used.contains(name));
        remove(names); // G3
      }
      done = true;
    } finally {
      if (!done) {
        registry.close();
      }
    }
  }

  static DatabaseConfig configuration(boolean isReadOnly, boolean make) {
    return new DatabaseConfig().setTransactional(true).setKeyPrefixing(true).setReadOnly(isReadOnly).setAllowCreate(make);
  }

  private static boolean isGeneration(String name) {
    return name.matches(PREFIX + "[0-9]{1,18}");
  }

  private Set<String> readRegistry() {
    Set<String> used = new HashSet<>();
    DatabaseEntry key = new DatabaseEntry();
    DatabaseEntry value = new DatabaseEntry();
    try (Cursor cursor = registry.openCursor(null, CursorConfig.READ_UNCOMMITTED)) {
      while (cursor.get(key, value, Get.NEXT, null) != null) {
        if (key.getSize() != TreeKeys.PREFIX_LENGTH || value.getSize() != Long.BYTES) {
          throw StoreException.corrupt("the database \"" + REGISTRY + "\" has an entry of " + key.getSize() + " and " + value.getSize() + " bytes");
        }
        Generation generation = new Generation(ByteBuffer.wrap(value.getData()).getLong(), 0, null);
        newest.put(ByteBuffer.wrap(key.getData()).getInt(), generation);
        used.add(generation.name());
        highest = Math.max(highest, generation.number());
      }
    }
    return used;
  }

  Environment environment() {
    return environment;
  }

  // ---- reading ----------------------------------------------------------------------------------------------------

  /** What a tree is for a reader of a commit; null if it is empty (G2). */
  Generation generation(int tree, long commit) {
    return Generation.seenBy(commit, newest.get(tree));
  }

  Database database(Generation generation) {
    return generation.database(environment, isReadOnly);
  }

  /** Whether no tree has an entry. */
  boolean isEmpty(long commit) {
    for (Generation any : newest.values()) {
      Generation generation = Generation.seenBy(commit, any);
      if (generation != null && !isEmpty(database(generation))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEmpty(Database database) {
    try (Cursor cursor = database.openCursor(null, CursorConfig.READ_UNCOMMITTED)) {
      return cursor.get(new DatabaseEntry(), new DatabaseEntry(), Get.FIRST, null) == null;
    }
  }

  // ---- writing ----------------------------------------------------------------------------------------------------

  private static DatabaseEntry registryKey(int tree) {
    return new DatabaseEntry(TreeKeys.start(tree));
  }

  /** Makes the database of a tree's next generation, within the transaction of a commit. */
  Generation make(Transaction transaction, int tree, long commit) {
    highest++;
    Generation made = new Generation(highest, commit, newest.get(tree));
    made.made(environment.openDatabase(transaction, made.name(), configuration(false, true)));
    register(registry, transaction, tree, made.number());
    return made;
  }

  /** G1. */
  static void register(Database registry, Transaction transaction, int tree, long number) {
    registry.put(transaction, registryKey(tree), new DatabaseEntry(ByteBuffer.allocate(Long.BYTES).putLong(number).array()));
  }

  /** Leaves the generation of a tree, within the transaction of a commit. */
  Generation leave(Transaction transaction, int tree, long commit) {
    registry.delete(transaction, registryKey(tree));
    return new Generation(Generation.NONE, commit, newest.get(tree));
  }

  /** G2. Requires: the transaction has committed. */
  void publish(Map<Integer, Generation> changed) {
    for (Map.Entry<Integer, Generation> entry : changed.entrySet()) {
      newest.put(entry.getKey(), entry.getValue());
      if (entry.getValue().older() != null) {
        synchronized (left) {
          left.add(new Left(entry.getKey(), entry.getValue()));
          hasLeft = true;
        }
      }
    }
  }

  // ---- removing ---------------------------------------------------------------------------------------------------

  /** Whether there is something to remove, when it is no longer read. */
  boolean hasLeft() {
    return hasLeft;
  }

  /** G3. */
  void discardUpTo(long commit) {
    List<String> names = new ArrayList<>();
    synchronized (left) {
      for (Iterator<Left> all = left.iterator(); all.hasNext(); ) {
        Left one = all.next();
        Generation old = one.newer.older();
        if (one.newer.born() > commit) {
          break;
        }
        if (old.cursors().get() == 0) {
          all.remove();
          forget(one);
          if (!old.isNone()) {
            old.closeDatabase();
            names.add(old.name());
          }
        }
      }
      hasLeft = !left.isEmpty();
    }
    remove(names);
  }

  private void forget(Left one) {
    one.newer.forgetOlder();
    if (one.newer.isNone()) {
      newest.remove(one.tree, one.newer);
    }
  }

  private void remove(List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    // if a crash undoes it, the next opening does it again
    Transaction transaction = environment.beginTransaction(null, new TransactionConfig().setDurability(Durability.COMMIT_NO_SYNC));
    boolean done = false;
    try {
      for (String name : names) {
        environment.removeDatabase(transaction, name);
      }
      transaction.commit();
      done = true;
    } finally {
      if (!done && transaction.isValid()) {
        transaction.abort();
      }
    }
  }

  /** Closes what is open, but not the environment. */
  void close() {
    discardUpTo(Long.MAX_VALUE);
    for (Generation any : newest.values()) {
      for (Generation generation = any; generation != null; generation = generation.older()) {
        generation.closeDatabase();
      }
    }
    registry.close();
  }
}

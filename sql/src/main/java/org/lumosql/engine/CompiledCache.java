// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.Arrays;

/**
 * Compiled statements that nobody uses at the moment, by their text; the one that was idle longest goes first.
 *
 * <p>Texts that are seen but once pass through here too. So everything but the statements themselves is numbers in arrays: a new statement
 * costs one reference that is stored into an object which has been there for long, what garbage collectors have to take note of.
 */
final class CompiledCache {
  private static final int NONE = -1;

  private final Session session;
  private CompiledStatement[] statements;
  private int[] hashes;
  /** The next place of the same bucket, or of the free ones. */
  private int[] next;
  private int[] older;
  private int[] newer;
  private int[] buckets;
  private int free;
  private int oldest;
  private int newest;
  private int size;

  CompiledCache(Session session) {
    this.session = session;
    setCapacity(100);
  }

  /** Removes and returns the statement of a text, or null; the caller owns it then. */
  CompiledStatement take(String sql) {
    CompiledStatement found = remove(sql);
    return found == null || !found.isReusable(session) ? null : found;
  }

  void give(CompiledStatement compiled) {
    if (!compiled.isReusable(session) || statements.length == 0) {
      return;
    }
    remove(compiled.sql());
    if (free == NONE) {
      remove(oldest);
    }
    int place = free;
    free = next[place];
    int hash = compiled.sql().hashCode();
    int bucket = bucket(hash);
    statements[place] = compiled;
    hashes[place] = hash;
    next[place] = buckets[bucket];
    buckets[bucket] = place;
    older[place] = newest;
    newer[place] = NONE;
    if (newest == NONE) {
      oldest = place;
    } else {
      newer[newest] = place;
    }
    newest = place;
    size++;
  }

  /** Those that are kept are forgotten. */
  void setCapacity(int count) {
    int capacity = Math.max(0, count);
    statements = new CompiledStatement[capacity];
    hashes = new int[capacity];
    next = new int[capacity];
    older = new int[capacity];
    newer = new int[capacity];
    buckets = new int[Math.max(1, Integer.highestOneBit(capacity) * 4)];
    clear();
  }

  int size() {
    return size;
  }

  void clear() {
    Arrays.fill(statements, null);
    Arrays.fill(buckets, NONE);
    for (int i = 0; i < next.length; i++) {
      next[i] = i + 1 < next.length ? i + 1 : NONE;
    }
    free = next.length == 0 ? NONE : 0;
    oldest = NONE;
    newest = NONE;
    size = 0;
  }

  private int bucket(int hash) {
    return (hash ^ hash >>> 16) & buckets.length - 1;
  }

  private CompiledStatement remove(String sql) {
    int hash = sql.hashCode();
    for (int place = buckets[bucket(hash)]; place != NONE; place = next[place]) {
      if (hashes[place] == hash && statements[place].sql().equals(sql)) {
        CompiledStatement found = statements[place];
        remove(place);
        return found;
      }
    }
    return null;
  }

  private void remove(int place) {
    int bucket = bucket(hashes[place]);
    if (buckets[bucket] == place) {
      buckets[bucket] = next[place];
    } else {
      int before = buckets[bucket];
      while (next[before] != place) {
        before = next[before];
      }
      next[before] = next[place];
    }
    if (older[place] == NONE) {
      oldest = newer[place];
    } else {
      newer[older[place]] = newer[place];
    }
    if (newer[place] == NONE) {
      newest = older[place];
    } else {
      older[newer[place]] = older[place];
    }
    statements[place] = null;
    next[place] = free;
    free = place;
    size--;
  }
}

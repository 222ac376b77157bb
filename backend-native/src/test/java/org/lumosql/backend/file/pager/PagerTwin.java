// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.lumosql.btree.TransactionState;

/**
 * Random operations on a pager beside a map that does the same: page number → stamp. Every operation is noted in
 * words, so that a failure can be read.
 */
final class PagerTwin {
  private final FilePager pager;
  private final Random random;
  private final List<String> history = new ArrayList<>();
  private TreeMap<Integer, Integer> committed;
  private TreeMap<Integer, Integer> present;
  private final List<TreeMap<Integer, Integer>> savepoints = new ArrayList<>();
  private int nextStamp;

  PagerTwin(FilePager pager, Random random, TreeMap<Integer, Integer> contents, int firstStamp) {
    this.pager = pager;
    this.random = random;
    this.committed = contents;
    this.nextStamp = firstStamp;
  }

  TreeMap<Integer, Integer> committed() {
    return committed;
  }

  /** What the database holds if the commit under way succeeds. */
  TreeMap<Integer, Integer> present() {
    return present == null ? committed : present;
  }

  int nextStamp() {
    return nextStamp;
  }

  List<String> history() {
    return history;
  }

  /** A transaction with a random number of steps, ended by commit or rollback. */
  void transaction(int steps) {
    pager.beginWrite(random.nextInt(10) == 0);
    note("begin");
    present = new TreeMap<>(committed);
    savepoints.clear();
    if (pager.pageCount() == 0) {
      TestPages.makeFirstPage(pager);
      write(1);
    }
    for (int i = 0; i < steps; i++) {
      step();
    }
    if (random.nextInt(4) == 0) {
      note("rollback");
      present = null;
      pager.rollback(false);
    } else {
      note("commit");
      pager.commitPhaseOne(null);
      pager.commitPhaseTwo(false);
      committed = present;
      present = null;
    }
    assertThat(pager.transactionState()).isEqualTo(TransactionState.NONE);
  }

  private void step() {
    int pages = present.size();
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> write(1 + random.nextInt(pages));
      case 4, 5 -> add();
      case 6 -> check(1 + random.nextInt(pages));
      case 7 -> {
        pager.openSavepoints(savepoints.size() + 1);
        savepoints.add(new TreeMap<>(present));
        note("savepoint " + (savepoints.size() - 1));
      }
      case 8 -> {
        int index = random.nextInt(savepoints.size() + 1) - 1;
        note("rollback to " + index);
        pager.rollbackToSavepoint(index);
        present = new TreeMap<>(index < 0 ? committed : savepoints.get(index));
        dropSavepoints(index + 1);
        if (pager.pageCount() == 0) {
          TestPages.makeFirstPage(pager);
          write(1);
        }
      }
      case 9 -> {
        int index = random.nextInt(savepoints.size() + 1);
        note("release " + index);
        pager.releaseSavepoint(index);
        dropSavepoints(index);
      }
      case 10 -> truncate(pages);
      default -> writeMany(pages);
    }
    assertThat(pager.savepointCount()).isEqualTo(savepoints.size());
    assertThat(pager.pageCount()).isEqualTo(present.size());
  }

  private void dropSavepoints(int from) {
    while (savepoints.size() > from) {
      savepoints.remove(savepoints.size() - 1);
    }
  }

  private void write(int number) {
    note("write " + number + " = " + nextStamp);
    TestPages.write(pager, number, nextStamp);
    present.put(number, nextStamp++);
  }

  private void writeMany(int pages) {
    int from = 1 + random.nextInt(pages);
    for (int number = from; number <= Math.min(pages, from + 30); number++) {
      write(number);
    }
  }

  private void add() {
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      int number = present.size() + 1;
      note("add " + number + " = " + nextStamp);
      TestPages.add(pager, number, nextStamp);
      present.put(number, nextStamp++);
    }
  }

  /** As auto-vacuum does it: what is cut off was saved before. */
  private void truncate(int pages) {
    int last = Math.max(1, pages - random.nextInt(6));
    for (int number = last + 1; number <= pages; number++) {
      Page page = pager.page(number);
      pager.makeWritable(page);
      pager.release(page);
    }
    note("truncate to " + last);
    pager.truncate(last);
    present.tailMap(last, false).clear();
  }

  private void check(int number) {
    assertThat(TestPages.stamp(pager, number)).as("page " + number).isEqualTo(present.get(number));
  }

  /** Compares everything, in a read transaction. */
  void checkAll() {
    pager.beginRead();
    assertContents(pager, committed);
    pager.endRead();
    pager.cache().checkInvariants();
    assertThat(pager.cache().isIdle()).as("nothing is pinned").isTrue();
  }

  static void assertContents(FilePager pager, TreeMap<Integer, Integer> expected) {
    assertThat(pager.pageCount()).as("page count").isEqualTo(expected.size());
    expected.forEach(
        (number, stamp) -> assertThat(TestPages.stamp(pager, number)).as("page " + number).isEqualTo(stamp));
  }

  private void note(String what) {
    history.add(what);
  }
}

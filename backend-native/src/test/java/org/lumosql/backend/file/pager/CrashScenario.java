// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.util.Map;
import java.util.TreeMap;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.Synchronous;

/** A small database and one transaction on it that grows, changes, spills, goes back to a savepoint and commits. */
final class CrashScenario {
  static final String PATH = "/db";
  private static final int PAGES = 40;
  private static final int SPILLING_CACHE = 10;

  private final JournalMode mode;
  private final Synchronous synchronous;
  private final boolean isExclusive;

  CrashScenario(JournalMode mode, Synchronous synchronous, boolean isExclusive) {
    this.mode = mode;
    this.synchronous = synchronous;
    this.isExclusive = isExclusive;
  }

  /** A file system with the database as it is before the transaction, and nothing else. */
  FaultyVfs prepare(long seed) {
    FaultyVfs vfs = new FaultyVfs(seed);
    try (FilePager pager = openPager(vfs)) {
      pager.setPageSize(512, 0);
      pager.control().setJournalMode(mode, () -> TestPages.makeFirstPage(pager));
      TestPages.commit(
          pager,
          () -> {
            TestPages.write(pager, 1, 100);
            for (int number = 2; number <= PAGES; number++) {
              TestPages.add(pager, number, 100);
            }
          });
    }
    vfs.syncDirectoryOf(PATH);
    return vfs;
  }

  FilePager openPager(FaultyVfs vfs) {
    FilePager pager =
        FilePager.open(
            vfs, new OpenOptions(PATH, OpenOptions.Kind.FILE, OpenOptions.Access.CREATE, Map.of()), PageCodec.PLAIN);
    if (mode != JournalMode.WAL) {
      pager.settings().rollbackMode = mode;
    }
    pager.control().setSynchronous(synchronous);
    pager.control().setExclusiveLocking(isExclusive);
    pager.control().setCacheSize(SPILLING_CACHE);
    return pager;
  }

  /** Everything but the commit. */
  void change(FilePager pager) {
    pager.beginWrite(false);
    for (int number = 1; number <= PAGES; number += 2) {
      TestPages.write(pager, number, 200);
    }
    for (int number = PAGES + 1; number <= PAGES + 6; number++) {
      TestPages.add(pager, number, 200);
    }
    pager.openSavepoints(1);
    for (int number = PAGES; number >= 3; number -= 3) {
      TestPages.write(pager, number, 300);
    }
    pager.rollbackToSavepoint(0);
    TestPages.write(pager, 2, 200);
    pager.releaseSavepoint(0);
  }

  void run(FilePager pager) {
    change(pager);
    pager.commitPhaseOne(null);
    pager.commitPhaseTwo(false);
  }

  TreeMap<Integer, Integer> before() {
    TreeMap<Integer, Integer> pages = new TreeMap<>();
    for (int number = 1; number <= PAGES; number++) {
      pages.put(number, 100);
    }
    return pages;
  }

  TreeMap<Integer, Integer> after() {
    TreeMap<Integer, Integer> pages = before();
    for (int number = 1; number <= PAGES; number += 2) {
      pages.put(number, 200);
    }
    for (int number = PAGES + 1; number <= PAGES + 6; number++) {
      pages.put(number, 200);
    }
    pages.put(2, 200);
    return pages;
  }

  /** What a connection finds. */
  static TreeMap<Integer, Integer> contents(FilePager pager) {
    TreeMap<Integer, Integer> pages = new TreeMap<>();
    pager.beginRead();
    for (int number = 1; number <= pager.pageCount(); number++) {
      pages.put(number, TestPages.stamp(pager, number));
    }
    pager.endRead();
    return pages;
  }

  @Override
  public String toString() {
    return mode + " " + synchronous + (isExclusive ? " exclusive" : "");
  }
}

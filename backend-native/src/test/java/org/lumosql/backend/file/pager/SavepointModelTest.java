// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.OpenOptions;

/** Random transactions with savepoints beside a map, over every kind of store, with caches that are too small. */
class SavepointModelTest {
  private static final int TRANSACTIONS = 60;
  private static final int STEPS = 40;

  @Test
  void memoryDatabaseBehavesLikeAMap() {
    FilePager pager = FilePager.memory();
    run(pager, pager, 0);
  }

  @Test
  void temporaryDatabaseWithATinyCacheBehavesLikeAMap() {
    FilePager pager = FilePager.temporary(new FaultyVfs(1), false);
    run(pager, pager, 10);
  }

  @ParameterizedTest
  @EnumSource(value = JournalMode.class, names = {"DELETE", "PERSIST", "TRUNCATE", "MEMORY", "WAL"})
  void fileBehavesLikeAMap(JournalMode mode) {
    FaultyVfs vfs = new FaultyVfs(2);
    run(open(vfs, mode), open(vfs, mode), 10);
  }

  @ParameterizedTest
  @EnumSource(value = JournalMode.class, names = {"DELETE", "PERSIST", "TRUNCATE", "MEMORY", "WAL"})
  void exclusiveFileBehavesLikeAMap(JournalMode mode) {
    FilePager pager = open(new FaultyVfs(3), mode);
    pager.control().setExclusiveLocking(true);
    run(pager, pager, 10);
  }

  @ParameterizedTest
  @EnumSource(value = JournalMode.class, names = {"DELETE", "PERSIST"})
  void sectorsLargerThanPagesChangeNothing(JournalMode mode) {
    FaultyVfs vfs = new FaultyVfs(4);
    vfs.setDevice(16_384, false);
    run(open(vfs, mode), open(vfs, mode), 10);
  }

  @ParameterizedTest
  @EnumSource(value = JournalMode.class, names = {"DELETE", "WAL"})
  void codecStandsBetweenCacheAndEverythingStored(JournalMode mode) {
    FaultyVfs vfs = new FaultyVfs(5);
    run(open(vfs, mode, new NumberCodec()), open(vfs, mode, new NumberCodec()), 10);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(value = JournalMode.class, names = {"DELETE", "PERSIST", "TRUNCATE", "MEMORY", "WAL"})
  void manyRunsBehaveLikeAMap(JournalMode mode) {
    Random seeds = new Random(TestPages.seed());
    for (int i = 0; i < 200; i++) {
      FaultyVfs vfs = new FaultyVfs(i);
      FilePager writer = open(vfs, mode);
      run(writer, i % 2 == 0 ? open(vfs, mode) : writer, 10 + i % 30, seeds.nextLong());
      run(FilePager.temporary(new FaultyVfs(i), false), null, 10 + i % 30, seeds.nextLong());
    }
  }

  /** Hides everything, the header too, by the page's number, into an array of its own. */
  private static final class NumberCodec implements PageCodec {
    private byte[] scratch = new byte[0];

    @Override
    public void decode(int number, byte[] page) {
      for (int i = 0; i < page.length; i++) {
        page[i] ^= (byte) (number + i * 7 + 1);
      }
    }

    @Override
    public int pageSize() {
      return 512;
    }

    @Override
    public byte[] encode(int number, byte[] page) {
      if (scratch.length != page.length) {
        scratch = new byte[page.length];
      }
      System.arraycopy(page, 0, scratch, 0, page.length);
      decode(number, scratch);
      return scratch;
    }
  }

  private static FilePager open(FaultyVfs vfs, JournalMode mode) {
    return open(vfs, mode, PageCodec.PLAIN);
  }

  private static FilePager open(FaultyVfs vfs, JournalMode mode, PageCodec codec) {
    FilePager pager =
        FilePager.open(
            vfs, new OpenOptions("/db", OpenOptions.Kind.FILE, OpenOptions.Access.CREATE, Map.of()), codec);
    assertThat(pager.control().setJournalMode(mode, () -> TestPages.makeFirstPage(pager))).isEqualTo(mode);
    return pager;
  }

  /** The writer works, the reader (another connection, if not the same one) compares. */
  private static void run(FilePager writer, FilePager reader, int cacheSize) {
    run(writer, reader, cacheSize, TestPages.seed());
  }

  private static void run(FilePager writer, FilePager another, int cacheSize, long seed) {
    FilePager reader = another == null ? writer : another;
    PagerTwin twin = null;
    try {
      writer.setPageSize(512, 0);
      if (cacheSize > 0) {
        writer.control().setCacheSize(cacheSize);
        reader.control().setCacheSize(cacheSize);
      }
      TreeMap<Integer, Integer> contents = new TreeMap<>();
      writer.beginRead();
      if (writer.pageCount() == 1) {
        writer.endRead();
        TestPages.commit(writer, () -> TestPages.write(writer, 1, 7));
        contents.put(1, 7);
      } else {
        writer.endRead();
      }
      twin = new PagerTwin(writer, new Random(seed), contents, 1000);
      for (int i = 0; i < TRANSACTIONS; i++) {
        twin.transaction(STEPS);
        twin.checkAll();
        if (reader != writer) {
          reader.beginRead();
          PagerTwin.assertContents(reader, twin.committed());
          reader.endRead();
        }
      }
      writer.close();
      reader.close();
    } catch (RuntimeException | AssertionError error) {
      String history = twin == null ? "" : String.join("\n", twin.history());
      throw new AssertionError(
          "rerun with -Dtest=SavepointModelTest -Dtest.seed=" + seed + " (" + error + ")\n"
              + history.substring(Math.max(0, history.length() - 4000)),
          error);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.compat.support.LongRun;
import org.lumosql.compat.support.Store;

/** This engine and C SQLite change one file in turn: see {@link Exchange}. */
class ExchangeTest {
  @TempDir Path directory;

  /** Each journal mode, page size, encoding and auto-vacuum mode at least once. */
  @Test
  void bothSidesFindWhatTheOtherWroteInEveryFormat() throws Exception {
    long seed = LongRun.firstSeed(1);
    int number = 0;
    for (Exchange.Shape shape : shapes()) {
      Path file = directory.resolve("exchange" + number + ".db");
      try {
        new Exchange(file, Store.named("file"), seed + number).run(shape, 4);
      } catch (AssertionError e) {
        throw new AssertionError("case " + number + " of -Dtest.seed=" + seed + ": " + e.getMessage(), e);
      }
      number++;
    }
  }

  private static List<Exchange.Shape> shapes() {
    List<Exchange.Shape> shapes = new ArrayList<>();
    for (int i = 0; i < 3 * Exchange.PAGE_SIZES.length; i++) {
      shapes.add(
          new Exchange.Shape(
              Exchange.JOURNAL_MODES[i % Exchange.JOURNAL_MODES.length],
              Exchange.PAGE_SIZES[i % Exchange.PAGE_SIZES.length],
              Exchange.ENCODINGS[i / Exchange.PAGE_SIZES.length],
              (i + i / 6) % 3));
    }
    return shapes;
  }

  @Tag("slow")
  @Test
  void bothSidesFindWhatTheOtherWroteFiveThousandTimes() {
    LongRun.count(LongRun.firstSeed(100), 5_000, seed -> Exchange.one(directory, Store.named("file"), seed));
  }

  /** What C SQLite cannot open goes through a file, and comes back. */
  @ParameterizedTest
  @ValueSource(strings = {"file-aes256gcm", "lmdb", "lmdb-pages-xchacha20", "bdb", "rocksdb"})
  void eachStoreTakesPartByConversion(String store) {
    LongRun.count(LongRun.firstSeed(1), 10, seed -> Exchange.one(directory, Store.named(store), seed));
  }
}

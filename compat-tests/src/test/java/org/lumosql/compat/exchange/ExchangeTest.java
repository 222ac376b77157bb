// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.compat.support.LongRun;

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
        new Exchange(file, seed + number).run(shape, 4);
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
    LongRun.count(LongRun.firstSeed(100), 5_000, seed -> Exchange.one(directory, seed));
  }
}

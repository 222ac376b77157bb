// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.lumosql.compat.crash.FailingDisk;
import org.lumosql.compat.crash.Kill;
import org.lumosql.compat.crash.PowerLoss;
import org.lumosql.compat.exchange.Exchange;
import org.lumosql.compat.hostile.Hostile;
import org.lumosql.compat.sharing.Sharing;
import org.lumosql.compat.sharing.Snapshots;
import org.lumosql.compat.support.LongRun;
import org.lumosql.compat.support.ScratchFolder;
import org.lumosql.compat.support.Store;

/**
 * A random tester, one seed after the other.
 *
 * @param cost how many random statements take as long as one that it counts
 * @param where the stores that it is for
 */
record RandomSuite(String name, long cost, Where where, Maker maker) implements Suite {
  private static final int NOTE_LENGTH = 3_000;
  private static final int INCREMENTS = 50;
  private static final int READERS = 4;

  /** The stores that a tester is for. */
  enum Where {
    FILES("for files only"),
    STORED("nothing is stored");

    private final String otherwise;

    Where(String otherwise) {
      this.otherwise = otherwise;
    }

    boolean has(Store store) {
      return this == FILES ? store.isFile() : !store.isInMemory();
    }
  }

  /** Makes the case of a store. */
  interface Maker {
    /** @param scratch a folder for databases */
    LongRun.Case make(Path scratch, Store store);
  }

  static final List<Suite> ALL =
      List.of(
          new RandomSuite("exchange", 200, Where.STORED, (scratch, store) -> seed -> Exchange.one(scratch, store, seed)),
          new RandomSuite("sharing", 20, Where.STORED, (scratch, store) -> seed -> new Sharing(scratch, store).run(seed, INCREMENTS)),
          new RandomSuite(
              "snapshots", 40, Where.STORED,
              (scratch, store) -> seed -> new Snapshots(scratch, store).run(seed, READERS, INCREMENTS, Duration.ZERO)),
          new RandomSuite("kills", 500, Where.STORED, (scratch, store) -> new Kill(scratch, store)::run),
          new RandomSuite(
              "power loss", 20, Where.FILES,
              (scratch, store) -> {
                PowerLoss tester = new PowerLoss(scratch, store);
                return seed -> tester.run(seed, 1);
              }),
          new RandomSuite(
              "failing disk", 20, Where.FILES,
              (scratch, store) -> {
                FailingDisk tester = new FailingDisk(store);
                return seed -> tester.run(seed, 1);
              }),
          new RandomSuite("damage", 20, Where.FILES, (scratch, store) -> new Hostile(store)::run));

  @Override
  public String refusal(Store store) {
    return where.has(store) ? null : where.otherwise;
  }

  @Override
  public Cell run(Store store, Amount amount) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Path scratch = ScratchFolder.inMemory();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      LongRun.Tally tally = LongRun.run(name, amount.seed(), amount.casesOf(cost), Duration.ofDays(1), out, maker.make(scratch, store));
      String text = said.toString(StandardCharsets.UTF_8);
      List<String> notes = tally.failures() == 0 ? List.of() : List.of(text.substring(0, Math.min(text.length(), NOTE_LENGTH)));
      return new Cell(tally.done(), tally.failures(), 0, notes, tally.seconds());
    } finally {
      ScratchFolder.delete(scratch);
    }
  }
}

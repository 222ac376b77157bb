// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.compat.support.Store;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.error.ResultCode;

/**
 * Each operation of a workload in turn fails, once or from then on, because the disk is full or broken. The statement
 * says so with the code of the failure; when the disk works again the same connection goes on, with the contents of
 * the last transaction that was acknowledged; and so does another after it.
 */
public final class FailingDisk {
  private static final String PATH = "/failing.db";
  private static final ResultCode[] CODES = {
    ResultCode.FULL, ResultCode.IOERR_WRITE, ResultCode.IOERR_FSYNC, ResultCode.IOERR_TRUNCATE, ResultCode.IOERR_DELETE
  };
  private static final int TRANSACTIONS = 9;

  private final Store store;

  public FailingDisk() {
    this(Store.named("file"));
  }

  /** @param store a file, encrypted or not */
  public FailingDisk(Store store) {
    this.store = store;
  }

  /** Fails at every {@code stride}-th operation of the workload of a seed; returns how often. */
  public long run(long seed, int stride) {
    Workload.Setting setting = PowerLoss.SETTINGS[(int) Long.remainderUnsigned(seed, PowerLoss.SETTINGS.length)];
    Workload workload = new Workload(setting, seed, TRANSACTIONS, store);
    FaultyVfs origin = PowerLoss.prepared(workload, PATH, seed);
    FaultyVfs reference = origin.restart(FaultyVfs.Loss.NOTHING, seed);
    List<String> states = new Life(workload, reference, PATH).run(true);
    long points = 0;
    for (long point = 1 + Long.remainderUnsigned(seed, stride); point <= reference.operations(); point += stride) {
      Random random = new Random(seed * 1_000_003 + point);
      ResultCode code = CODES[random.nextInt(CODES.length)];
      long count = random.nextBoolean() ? 1 : Long.MAX_VALUE;
      try {
        fail(workload, setting, origin.restart(FaultyVfs.Loss.NOTHING, point), states, point, count, code);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            setting + ", " + code + " at operation " + point + (count == 1 ? "" : " and all later") + ": " + e, e);
      }
      points++;
    }
    return points;
  }

  private static void fail(
      Workload workload, Workload.Setting setting, FaultyVfs vfs, List<String> states, long point, long count,
      ResultCode code) {
    vfs.failAt(point, count, code);
    Life life = new Life(workload, vfs, PATH);
    boolean hasFailed = false;
    try {
      life.run(false);
    } catch (EngineException e) {
      hasFailed = true;
      if (e.code().primary() != code.primary()) {
        throw e;
      }
    }
    vfs.failNoMore();
    Connection survivor = life.connection();
    if (hasFailed && !survivor.isClosed()) {
      if (!survivor.isAutocommit()) {
        survivor.execute("ROLLBACK");
      }
      if (!setting.attached() || Workload.rows(survivor, "SELECT name FROM pragma_database_list").contains("other")) {
        assertThat(workload.describe(survivor)).as("the same connection").isIn(life.possible(states));
        survivor.execute("INSERT INTO w VALUES('after the failure', 1)");
        survivor.execute("DELETE FROM w WHERE k = 'after the failure'");
      }
      survivor.close();
    }
    try (Connection next = Life.open(vfs, workload.name(PATH))) {
      workload.attach(next, PATH);
      assertThat(workload.describe(next)).as("another connection").isIn(life.possible(states));
    }
  }
}

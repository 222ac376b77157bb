// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.compat.support.LongRun;

/** Commits over databases of different engines survive the end of the process whole. */
class TiedKillTest {
  @TempDir Path directory;

  /** The steps at which one database is prepared and the other is not, both are, and one of them is committed. */
  @Test
  void aCommitThatEndsBetweenItsStepsIsDoneOrUndoneInBoth() throws Exception {
    int[] steps = {4, 7, 8, 10};
    for (int i = 0; i < steps.length; i++) {
      TiedKill kill = kill(TiedKill.PAIRS.get(i));
      kill.prepare();
      kill.run(LongRun.firstSeed(i), steps[i]);
    }
  }

  @Test
  void aKilledProcessLeavesBothTheSame() throws Exception {
    TiedKill kill = kill(TiedKill.PAIRS.get(1));
    kill.prepare();
    kill.run(LongRun.firstSeed(1), 0);
  }

  @Test
  void pagesInAnEngineTakePart() throws Exception {
    TiedKill kill = kill(TiedKill.PAIRS.get(6));
    kill.prepare();
    for (int step : new int[] {5, 9, 11}) {
      kill.run(LongRun.firstSeed(step), step);
    }
    kill.run(LongRun.firstSeed(1), 0);
  }

  @Tag("slow")
  @Test
  void everyStepOfEveryPair() throws Exception {
    for (List<String> pair : TiedKill.PAIRS) {
      TiedKill kill = kill(pair);
      kill.prepare();
      for (int step = 1; step <= TiedKill.STEPS; step++) {
        kill.run(step, step);
      }
    }
  }

  @Tag("slow")
  @Test
  void twoHundredKills() throws Exception {
    for (int i = 0; i < 200; i++) {
      TiedKill kill = kill(TiedKill.PAIRS.get(i / 25));
      if (i % 25 == 0) {
        kill.prepare();
      }
      kill.run(LongRun.firstSeed(1000) + i, 0);
    }
  }

  private TiedKill kill(List<String> pair) throws Exception {
    return new TiedKill(Files.createDirectories(directory.resolve(String.join("-", pair))), pair);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumosql.compat.support.LongRun;

/** JVMs that write are killed, over each engine, layout and an encrypted one of each. */
class EngineKillTest {
  @TempDir Path directory;

  static List<String> someBackends() {
    return EngineKill.BACKENDS.subList(0, 3);
  }

  static List<String> allBackends() {
    return EngineKill.BACKENDS;
  }

  @ParameterizedTest
  @MethodSource("someBackends")
  void aKilledWriterLeavesWhatItHadCommitted(String backend) throws Exception {
    new EngineKill(directory, backend).run(2, LongRun.firstSeed(1));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("allBackends")
  void twoHundredKilledWritersLeaveWhatTheyHadCommitted(String backend) throws Exception {
    new EngineKill(directory, backend).run(200, LongRun.firstSeed(100));
  }

  @ParameterizedTest
  @MethodSource("someBackends")
  void aPasswordThatIsBeingChangedIsTheOldOneOrTheNew(String backend) throws Exception {
    new RekeyKill(directory, backend).run(2, LongRun.firstSeed(1));
  }

  static List<String> rekeyed() {
    return RekeyKill.BACKENDS;
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("rekeyed")
  void twoHundredTimesAPasswordThatIsBeingChangedIsTheOldOneOrTheNew(String backend) throws Exception {
    new RekeyKill(directory, backend).run(200, LongRun.firstSeed(100));
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands answer to a shell. */
class CompatCommandTest {
  private static final String SOUND = "query I nosort\nSELECT 1\n----\n1\n";
  private static final String FAILING = "query I nosort\nSELECT 1\n----\n2\n";
  private static final String MALFORMED = "statement perhaps\nSELECT 1\n";
  private static final String MARKED = "query IT nosort\nSELECT 1, '1' UNION ALL SELECT 2, '2' -- fault\n----\n1\n1\n2\n2\n";

  @TempDir Path folder;

  /** Runs two scripts, the second a sound one; returns the exit status and how many of the second's records passed on the last engine. */
  private List<Integer> run(String first, String... options) throws IOException {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Files.writeString(corpus.resolve("a.test"), first);
    Files.writeString(corpus.resolve("b.test"), SOUND);
    Path csv = folder.resolve("result.csv");
    List<String> arguments = new ArrayList<>(Arrays.asList(options));
    arguments.addAll(List.of("--quiet", "--record-limit", "4", "--csv", csv.toString(), corpus.toString()));
    int status = CompatCommand.run(arguments.toArray(String[]::new));
    List<String> lines = Files.readAllLines(csv);
    return List.of(status, Integer.parseInt(lines.get(lines.size() - 1).split(",")[2]));
  }

  @Test
  void statusZeroSaysThatAllPassed() throws IOException {
    assertThat(run(SOUND)).containsExactly(0, 1);
  }

  @Test
  void statusOneSaysThatARecordFailed() throws IOException {
    assertThat(run(FAILING)).containsExactly(1, 1);
  }

  @Test
  void aMalformedScriptIsStatusTwoAndTheNextOneRuns() throws IOException {
    assertThat(run(MALFORMED)).containsExactly(2, 1);
  }

  @ParameterizedTest
  @CsvSource({"HANG,2", "EXIT,2", "VALUE_CHANGED,1", "EXCEPTION,1"})
  void anEngineThatHangsOrExitsIsStatusTwoAndTheNextScriptRuns(String fault, int status) throws IOException {
    assertThat(run(MARKED, "--backend", "mine=jdbc:faulty:" + fault)).containsExactly(status, 1);
  }

  @Test
  void withoutADriverNothingRunsAndTheOtherEngineDoes() throws IOException {
    assertThat(run(SOUND, "--backend", "mine=jdbc:nobody:x,memory")).containsExactly(2, 1);
    assertThat(run(SOUND, "--backend", "memory,mine=jdbc:nobody:x")).containsExactly(2, 0);
    assertThat(run(SOUND, "--backend", "jdbc:nobody:x,memory")).containsExactly(2, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file-aes256gcm", "lmdb-pages", "native", "bdb?layout=pages&cipher=xchacha20", "all"})
  void scriptsRunOnStoresByName(String store) throws IOException {
    assertThat(run(SOUND, "--backend", store)).containsExactly(0, 1);
  }

  @Test
  void aUrlAloneIsATargetAndItsDriverComesFromMaven() throws IOException {
    assertThat(run(SOUND, "--backend", "memory,jdbc:h2:mem:")).containsExactly(0, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--backend nosuch x.test",
        "nosuch.test",
        "crash --backend nosuch",
        "crash --backend memory",
        "differential nosuch",
        "mutate nosuch",
        "mutate src/test/resources/golden --only nosuch",
        "differential sqlite@3.46.1.3 sqlite",
        "hostile --backend lmdb"
      })
  void whatIsNotThereIsStatusTwo(String arguments) {
    assertThat(CompatCommand.run(arguments.split(" "))).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stores",
        "numbers --count 300 --seed 1",
        "crash --kinds power,disk --backend file,file-xchacha20 --count 10 --seed 1",
        "crash --kinds rekey --backend lmdb?cipher=aes256gcm --count 1 --seed 1",
        "exchange --backend file,bdb-pages --count 10 --seed 1",
        "sharing --kinds snapshots --backend rocksdb-pages --count 1 --seed 1",
        "hostile --backend file,file-aes256gcm --count 100 --seed 1",
        "differential lmdb-pages sqlite --seed 1 --statements 200",
        "mutate src/test/resources/golden --only functions/abs --seed 1 --statements 200",
        "metamorphic --seed 1 --questions 100"
      })
  void eachTesterIsACommand(String arguments) {
    assertThat(CompatCommand.run(arguments.split(" "))).isZero();
  }

  @Test
  void aTesterThatFindsSomethingIsStatusOne() throws IOException {
    Path scripts = folder.resolve("scripts");
    int status =
        CompatCommand.run(
            "differential", "memory", "jdbc:sqlite::memory:?case_sensitive_like=true", "--seed", "1", "--statements", "50000", "--differences", "1",
            "--out", scripts.toString());
    assertThat(status).isEqualTo(1);
    try (var files = Files.list(scripts)) {
      assertThat(files.map(file -> file.getFileName().toString())).singleElement().asString().startsWith("seed-").endsWith(".sql");
    }
  }

  @Test
  void theMatrixWritesAPageAndTheTableOfTheReadme() throws IOException {
    Path page = folder.resolve("matrix.html");
    Path readme = folder.resolve("README.md");
    Files.writeString(readme, "before\n<!-- compat matrix -->\nearlier\n<!-- end of compat matrix -->\nafter\n");
    int status =
        CompatCommand.run(
            "matrix", "--quick", "--stores", "memory,file-aes256gcm", "--suites", "golden,exchange", "--golden", "src/test/resources/golden",
            "--html", page.toString(), "--readme", readme.toString());
    assertThat(status).isZero();
    assertThat(Files.readString(page)).contains("<td>file-aes256gcm</td><td class=\"good\">").contains("<td class=\"none\">–</td>").contains("2 % of the files");
    assertThat(Files.readString(readme))
        .startsWith("before\n<!-- compat matrix -->\n| store | golden | exchange |\n")
        .contains("| file-aes256gcm | ")
        .doesNotContain("earlier")
        .endsWith("<!-- end of compat matrix -->\nafter\n");
  }
}

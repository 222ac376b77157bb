// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumosql.bench.suite.LumoTest;
import org.lumosql.bench.suite.Steps;
import org.lumosql.bench.targets.TargetName;

class ResultCheckTest {
  private static final TargetName FIRST = TargetName.parse("3.54.1");
  private static final TargetName SECOND = TargetName.parse("native");

  private static LumoTest test(String... expected) {
    return new LumoTest("0030", "a test", "", true, Steps.of(), List.of(expected));
  }

  private static Answer.Ran lines(String... lines) {
    return new Answer.Ran(new Times(1, 1, 1, 1, 1), List.of(lines).stream().mapToLong(String::hashCode).toArray(), List.of(lines), 10);
  }

  @Test
  void equalResultsAreRight() {
    ResultCheck check = new ResultCheck();
    assertThat(check.judge(FIRST, test(), lines("1", "2")).status()).isEqualTo("OK");
    assertThat(check.judge(SECOND, test(), lines("1", "2")).status()).isEqualTo("OK");
  }

  @Test
  void theFirstLineThatDiffersIsNamed() {
    ResultCheck check = new ResultCheck();
    check.judge(FIRST, test(), lines("1", "2", "3"));
    ResultCheck.Verdict verdict = check.judge(SECOND, test(), lines("1", "5", "6"));
    assertThat(verdict.status()).isEqualTo("RESULT2");
    assertThat(verdict.message()).contains("3.54.1 gave 2, this 5");
  }

  @Test
  void otherNumbersOfLinesAreNamed() {
    ResultCheck check = new ResultCheck();
    check.judge(FIRST, test(), lines("1", "2"));
    assertThat(check.judge(SECOND, test(), lines("1")).status()).isEqualTo("NRESULTS");
  }

  @Test
  void whatIsKnownIsCheckedOfTheFirstTargetToo() {
    assertThat(new ResultCheck().judge(FIRST, test("41|486.365"), lines("41|486.365853659")).status()).isEqualTo("OK");
    assertThat(new ResultCheck().judge(FIRST, test("41|486.365"), lines("41|486.4")).status()).isEqualTo("RESULT1");
    assertThat(new ResultCheck().judge(FIRST, test("25000"), lines("250001")).status()).isEqualTo("RESULT1");
    assertThat(new ResultCheck().judge(FIRST, test("1", "2"), lines("1")).status()).isEqualTo("NRESULTS");
  }

  @Test
  void aWrongTargetIsNotWhatOthersAreComparedWith() {
    ResultCheck check = new ResultCheck();
    check.judge(FIRST, test("1"), lines("7"));
    assertThat(check.judge(SECOND, test("1"), lines("1", "2")).status()).isEqualTo("OK");
  }

  @Test
  void dataSizesAreNotComparedWithEachOther() {
    ResultCheck check = new ResultCheck();
    check.judge(FIRST, test(), lines("1"));
    assertThat(check.judge(TargetName.parse("native+datasize-2"), test(), lines("2")).status()).isEqualTo("OK");
    assertThat(check.judge(TargetName.parse("native+prepared"), test(), lines("2")).status()).isEqualTo("RESULT1");
  }

  @Test
  void realsOfAllEnginesAreWrittenAlike() {
    assertThat(Output.real(39)).isEqualTo("39.0");
    assertThat(Output.real(486.36585365853659)).isEqualTo(Output.real(486.36585365853665)).startsWith("486.365");
  }
}

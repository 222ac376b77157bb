// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.lumosql.engine.Connection;

class OptimisationTest {
  @Test
  void eachHasItsOwnBitAndName() {
    long mask = 0;
    for (Optimisation optimisation : Optimisation.values()) {
      assertThat(Long.bitCount(optimisation.bit())).as(optimisation.label()).isEqualTo(1);
      assertThat(mask & optimisation.bit()).as(optimisation.label()).isZero();
      mask |= optimisation.bit();
      assertThat(Optimisation.named(optimisation.label().toLowerCase(Locale.ROOT))).isSameAs(optimisation);
    }
  }

  @Test
  void connectionSwitchesByNameAndRefusesUnknownNames() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.setOptimisation("skipscan", false);
      assertThat(connection.isOptimisationOn(Optimisation.SKIP_SCAN)).isFalse();
      connection.setOptimisation("SkipScan", true);
      assertThat(connection.isOptimisationOn(Optimisation.SKIP_SCAN)).isTrue();
      assertThatThrownBy(() -> connection.setOptimisation("skip-scan", false))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no such optimization: skip-scan")
          .hasMessageContaining("SkipScan");
    }
  }
}

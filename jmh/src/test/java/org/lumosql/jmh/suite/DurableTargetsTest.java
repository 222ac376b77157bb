// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engines are asked whether they have taken what makes their commits durable. */
class DurableTargetsTest {
  private static final String DELAY_OF_H2 = "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME='WRITE_DELAY'";
  private static final String DELAY_OF_HSQLDB =
      "SELECT PROPERTY_VALUE FROM INFORMATION_SCHEMA.SYSTEM_PROPERTIES WHERE PROPERTY_NAME='hsqldb.write_delay_millis'";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"h2,500", "h2+durable,0", "hsqldb,500", "hsqldb+durable,0"})
  void theDelayOfCommitsIsWhatTheTargetSays(String target, String delay) throws Exception {
    try (TargetDatabase database = TargetDatabase.create(target, folder);
        Connection connection = database.connectToSync();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(target.startsWith("h2") ? DELAY_OF_H2 : DELAY_OF_HSQLDB)) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo(delay);
    }
  }

  @Test
  void suitesThatDoNotSyncRefuseWhatNeedsIt() throws Exception {
    try (TargetDatabase database = TargetDatabase.create("h2+durable", folder)) {
      assertThatThrownBy(database::connect).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("small transactions");
    }
    try (TargetDatabase database = TargetDatabase.create("hsqldb+durable", folder)) {
      database.connect().close();
    }
  }
}

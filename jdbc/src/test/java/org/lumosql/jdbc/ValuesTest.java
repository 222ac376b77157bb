// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every setter, read back by the getters it goes with. */
class ValuesTest {
  private Connection connection;
  private PreparedStatement echo;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:lumosql::memory:");
    echo = connection.prepareStatement("SELECT ?1 AS v, typeof(?1) AS t");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private interface Setter {
    void set(PreparedStatement statement) throws SQLException;
  }

  /** The row of what was set. */
  private ResultSet row(Setter setter) throws SQLException {
    setter.set(echo);
    ResultSet row = echo.executeQuery();
    assertThat(row.next()).isTrue();
    return row;
  }

  @Test
  void integersKeepTheirValue() throws SQLException {
    assertThat(row(s -> s.setByte(1, (byte) -7)).getByte(1)).isEqualTo((byte) -7);
    assertThat(row(s -> s.setShort(1, Short.MIN_VALUE)).getShort(1)).isEqualTo(Short.MIN_VALUE);
    assertThat(row(s -> s.setInt(1, Integer.MAX_VALUE)).getObject("v")).isEqualTo(Integer.MAX_VALUE);
    assertThat(row(s -> s.setLong(1, Long.MIN_VALUE)).getObject("v")).isEqualTo(Long.MIN_VALUE);
    assertThat(row(s -> s.setBoolean(1, true)).getBoolean("v")).isTrue();
    assertThat(row(s -> s.setLong(1, 5_000_000_000L)).getString("t")).isEqualTo("integer");
  }

  @Test
  void realsAndDecimalsKeepTheirValue() throws SQLException {
    assertThat(row(s -> s.setDouble(1, 0.1)).getDouble(1)).isEqualTo(0.1);
    assertThat(row(s -> s.setFloat(1, 0.5f)).getFloat(1)).isEqualTo(0.5f);
    assertThat(row(s -> s.setDouble(1, Double.NaN)).getObject(1)).isNull();
    BigDecimal exact = new BigDecimal("12345678901234567890.123456789");
    assertThat(row(s -> s.setBigDecimal(1, exact)).getBigDecimal(1)).isEqualTo(exact);
    BigInteger large = BigInteger.TEN.pow(30);
    assertThat(row(s -> s.setObject(1, large)).getObject(1, BigInteger.class)).isEqualTo(large);
  }

  @Test
  void textsAndStreamsKeepTheirValue() throws SQLException {
    String text = "ünïcödé \uD83D\uDE00 \0 end";
    assertThat(row(s -> s.setString(1, text)).getString(1)).isEqualTo(text);
    assertThat(row(s -> s.setCharacterStream(1, new StringReader(text))).getString(1)).isEqualTo(text);
    assertThat(row(s -> s.setClob(1, new StringReader("abcdef"), 3)).getString(1)).isEqualTo("abc");
    assertThat(row(s -> s.setAsciiStream(1, new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII)))).getString(1))
        .isEqualTo("abc");
    assertThat(row(s -> s.setString(1, "x")).getClob(1).getSubString(1, 1)).isEqualTo("x");
  }

  @Test
  void blobsKeepTheirBytes() throws Exception {
    byte[] bytes = {0, 1, -1, 127, -128};
    assertThat(row(s -> s.setBytes(1, bytes)).getBytes(1)).isEqualTo(bytes);
    assertThat(row(s -> s.setBytes(1, new byte[0])).getBytes(1)).isEmpty();
    assertThat(row(s -> s.setBinaryStream(1, new ByteArrayInputStream(bytes), 2)).getBytes(1)).isEqualTo(new byte[] {0, 1});
    assertThat(row(s -> s.setBlob(1, new ByteArrayInputStream(bytes))).getBinaryStream(1).readAllBytes()).isEqualTo(bytes);
    assertThat(row(s -> s.setBytes(1, bytes)).getBlob(1).getBytes(1, 5)).isEqualTo(bytes);
    assertThat(row(s -> s.setBytes(1, bytes)).getString("t")).isEqualTo("blob");
  }

  @Test
  void nullIsNullForEveryGetter() throws SQLException {
    ResultSet row = row(s -> s.setNull(1, Types.INTEGER));
    assertThat(row.getInt(1)).isZero();
    assertThat(row.wasNull()).isTrue();
    assertThat(row.getString(2)).isEqualTo("null");
    assertThat(row.wasNull()).isFalse();
    assertThat(row.getString(1)).isNull();
    assertThat(row.getBytes(1)).isNull();
    assertThat(row.getBlob(1)).isNull();
    assertThat(row.getTimestamp(1)).isNull();
    assertThat(row.getBigDecimal(1)).isNull();
    assertThat(row.getObject(1, Integer.class)).isNull();
    assertThat(row.getObject(1, LocalDate.class)).isNull();
    assertThat(row(s -> s.setString(1, null)).getObject(1)).isNull();
    assertThat(row(s -> s.setTimestamp(1, null)).getObject(1)).isNull();
    assertThat(row(s -> s.setObject(1, null)).getObject(1)).isNull();
  }

  @Test
  void datesAreMilliseconds() throws SQLException {
    long time = 1714979289123L;
    assertThat(row(s -> s.setTimestamp(1, new Timestamp(time))).getLong(1)).isEqualTo(time);
    assertThat(row(s -> s.setTimestamp(1, new Timestamp(time))).getTimestamp(1)).isEqualTo(new Timestamp(time));
    assertThat(row(s -> s.setDate(1, new Date(time))).getDate(1)).isEqualTo(new Date(time));
    assertThat(row(s -> s.setTime(1, new Time(time))).getTime(1)).isEqualTo(new Time(time));
    assertThat(row(s -> s.setLong(1, time)).getObject(1, Instant.class)).isEqualTo(Instant.ofEpochMilli(time));
  }

  @Test
  void datesAreReadFromTexts() throws SQLException {
    assertThat(row(s -> s.setString(1, "2024-05-06")).getDate(1)).isEqualTo(Date.valueOf("2024-05-06"));
    assertThat(row(s -> s.setString(1, "2024-05-06 07:08:09.5")).getTimestamp(1))
        .isEqualTo(Timestamp.valueOf("2024-05-06 07:08:09.5"));
    assertThat(row(s -> s.setString(1, "2024-05-06T07:08:09Z")).getTimestamp(1))
        .isEqualTo(Timestamp.from(Instant.parse("2024-05-06T07:08:09Z")));
    assertThatThrownBy(() -> row(s -> s.setString(1, "tomorrow")).getDate(1))
        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22007"));
  }

  @Test
  void modernTypesGoInAndComeOut() throws SQLException {
    for (Object value :
        new Object[] {
          LocalDate.of(2024, 5, 6), LocalDateTime.of(2024, 5, 6, 7, 8, 9, 123_456_789), LocalTime.of(7, 8), Instant.ofEpochMilli(1714979289123L),
          OffsetDateTime.parse("2024-05-06T07:08:09+05:30"), UUID.fromString("123e4567-e89b-12d3-a456-426614174000"), "text", 5, 6L, 7.5, true
        }) {
      assertThat((Object) row(s -> s.setObject(1, value)).getObject(1, value.getClass())).isEqualTo(value);
    }
    assertThatThrownBy(() -> row(s -> s.setInt(1, 1)).getObject(1, Thread.class)).isInstanceOf(SQLException.class);
  }

  @Test
  void parametersStayUntilTheyAreCleared() throws SQLException {
    assertThat(row(s -> s.setInt(1, 5)).getInt(1)).isEqualTo(5);
    assertThat(row(s -> {}).getInt(1)).isEqualTo(5);
    assertThat(row(PreparedStatement::clearParameters).getObject(1)).isNull();
    assertThat(echo.getParameterMetaData().getParameterCount()).isEqualTo(1);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lumosql.error.ResultCode;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

class RocksErrorsTest {
  @Test
  void everyStatusOfTheLibraryHasACode() {
    for (Status.Code code : Status.Code.values()) {
      for (Status.SubCode finer : Status.SubCode.values()) {
        assertThat(RocksErrors.code(code, finer)).as(code + " " + finer).isNotNull();
      }
    }
  }

  @Test
  void theFinerCodeCounts() {
    assertThat(RocksErrors.code(Status.Code.IOError, Status.SubCode.None)).isEqualTo(ResultCode.IOERR);
    assertThat(RocksErrors.code(Status.Code.IOError, Status.SubCode.NoSpace)).isEqualTo(ResultCode.FULL);
    assertThat(RocksErrors.code(Status.Code.Corruption, Status.SubCode.None)).isEqualTo(ResultCode.CORRUPT);
    assertThat(RocksErrors.of(new RocksDBException("without a status")).code()).isEqualTo(ResultCode.INTERNAL);
  }
}

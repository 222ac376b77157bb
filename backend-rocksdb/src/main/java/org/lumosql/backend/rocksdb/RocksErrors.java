// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.rocksdb;

import java.util.EnumMap;
import java.util.Map;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** RocksDB's errors as SQLite's: the finer code counts if it is listed. A test holds the tables against the library. */
final class RocksErrors {
  private static final Map<Status.Code, ResultCode> CODES = new EnumMap<>(Status.Code.class);
  private static final Map<Status.SubCode, ResultCode> FINER = new EnumMap<>(Status.SubCode.class);

  static {
    CODES.put(Status.Code.Ok, ResultCode.INTERNAL); // an error without a cause
    CODES.put(Status.Code.NotFound, ResultCode.CORRUPT); // a file that must be there
    CODES.put(Status.Code.Corruption, ResultCode.CORRUPT);
    CODES.put(Status.Code.NotSupported, ResultCode.INTERNAL);
    CODES.put(Status.Code.InvalidArgument, ResultCode.MISUSE);
    CODES.put(Status.Code.IOError, ResultCode.IOERR);
    CODES.put(Status.Code.MergeInProgress, ResultCode.INTERNAL);
    CODES.put(Status.Code.Incomplete, ResultCode.INTERNAL);
    CODES.put(Status.Code.ShutdownInProgress, ResultCode.MISUSE);
    CODES.put(Status.Code.TimedOut, ResultCode.BUSY_TIMEOUT);
    CODES.put(Status.Code.Aborted, ResultCode.ABORT);
    CODES.put(Status.Code.Busy, ResultCode.BUSY);
    CODES.put(Status.Code.Expired, ResultCode.ABORT);
    CODES.put(Status.Code.TryAgain, ResultCode.BUSY);
    CODES.put(Status.Code.Undefined, ResultCode.INTERNAL);

    FINER.put(Status.SubCode.MutexTimeout, ResultCode.BUSY_TIMEOUT);
    FINER.put(Status.SubCode.LockTimeout, ResultCode.BUSY_TIMEOUT);
    FINER.put(Status.SubCode.LockLimit, ResultCode.BUSY);
    FINER.put(Status.SubCode.NoSpace, ResultCode.FULL);
    FINER.put(Status.SubCode.Deadlock, ResultCode.BUSY);
    FINER.put(Status.SubCode.StaleFile, ResultCode.IOERR);
    FINER.put(Status.SubCode.MemoryLimit, ResultCode.NOMEM);
  }

  private RocksErrors() {}

  static StoreException of(RocksDBException e) {
    Status status = e.getStatus();
    ResultCode code = status == null ? ResultCode.INTERNAL : code(status.getCode(), status.getSubCode());
    return new StoreException(code, e.getMessage(), e);
  }

  /** Null if one of them is not known. */
  static ResultCode code(Status.Code code, Status.SubCode finer) {
    ResultCode known = FINER.get(finer);
    return known != null ? known : CODES.get(code);
  }

  /** Of opening: another process that has the database shows as an error of input and output. */
  static StoreException ofOpening(String path, RocksDBException e) {
    StoreException general = of(e);
    String message = String.valueOf(e.getMessage());
    if (general.code() == ResultCode.IOERR && message.contains("LOCK")) {
      return StoreException.withMessage(
          ResultCode.BUSY,
          "database is locked: " + path + " is open in another process, and backend rocksdb allows one at a time");
    }
    return general.code() == ResultCode.IOERR ? new StoreException(ResultCode.CANTOPEN, message, e) : general;
  }
}

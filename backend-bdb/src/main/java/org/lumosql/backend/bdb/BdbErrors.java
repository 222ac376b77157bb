// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.bdb;

import static java.util.Map.entry;

import com.sleepycat.je.CorruptSecondariesException;
import com.sleepycat.je.DatabaseException;
import com.sleepycat.je.DatabaseExistsException;
import com.sleepycat.je.DatabaseNotFoundException;
import com.sleepycat.je.DiskLimitException;
import com.sleepycat.je.DiskOrderedCursorProducerException;
import com.sleepycat.je.DuplicateDataException;
import com.sleepycat.je.EnvironmentFailureException;
import com.sleepycat.je.EnvironmentLockedException;
import com.sleepycat.je.EnvironmentNotFoundException;
import com.sleepycat.je.EnvironmentWedgedException;
import com.sleepycat.je.LockConflictException;
import com.sleepycat.je.LogWriteException;
import com.sleepycat.je.OperationFailureException;
import com.sleepycat.je.SecondaryConstraintException;
import com.sleepycat.je.SecondaryIntegrityException;
import com.sleepycat.je.SecondaryReferenceException;
import com.sleepycat.je.SequenceExistsException;
import com.sleepycat.je.SequenceIntegrityException;
import com.sleepycat.je.SequenceNotFoundException;
import com.sleepycat.je.SequenceOverflowException;
import com.sleepycat.je.ThreadInterruptedException;
import com.sleepycat.je.VersionMismatchException;
import com.sleepycat.je.XAFailureException;
import java.util.Map;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** JE's errors as SQLite's: the nearest class that is listed counts. A test holds the table against the library. */
final class BdbErrors {
  static final Map<Class<? extends DatabaseException>, ResultCode> CODES =
      Map.ofEntries(
          entry(EnvironmentLockedException.class, ResultCode.BUSY),
          entry(EnvironmentNotFoundException.class, ResultCode.CANTOPEN),
          entry(VersionMismatchException.class, ResultCode.NOTADB),
          entry(ThreadInterruptedException.class, ResultCode.INTERRUPT),
          entry(LogWriteException.class, ResultCode.IOERR_WRITE),
          entry(EnvironmentWedgedException.class, ResultCode.IOERR),
          entry(EnvironmentFailureException.class, ResultCode.IOERR),
          entry(DiskLimitException.class, ResultCode.FULL),
          entry(LockConflictException.class, ResultCode.BUSY),
          entry(DatabaseNotFoundException.class, ResultCode.NOTADB),
          entry(DatabaseExistsException.class, ResultCode.INTERNAL),
          entry(DuplicateDataException.class, ResultCode.INTERNAL),
          entry(CorruptSecondariesException.class, ResultCode.CORRUPT),
          entry(DiskOrderedCursorProducerException.class, ResultCode.INTERNAL),
          entry(SecondaryConstraintException.class, ResultCode.INTERNAL),
          entry(SecondaryIntegrityException.class, ResultCode.CORRUPT),
          entry(SecondaryReferenceException.class, ResultCode.INTERNAL),
          entry(SequenceExistsException.class, ResultCode.INTERNAL),
          entry(SequenceIntegrityException.class, ResultCode.INTERNAL),
          entry(SequenceNotFoundException.class, ResultCode.INTERNAL),
          entry(SequenceOverflowException.class, ResultCode.INTERNAL),
          entry(XAFailureException.class, ResultCode.INTERNAL),
          entry(OperationFailureException.class, ResultCode.ERROR));

  private BdbErrors() {}

  static StoreException of(DatabaseException e) {
    return new StoreException(code(e), e.getMessage(), e);
  }

  /** As {@link #of(DatabaseException)}, also of what JE says of handles whose environment has been closed. */
  static StoreException of(RuntimeException e) {
    return e instanceof DatabaseException
        ? of((DatabaseException) e)
        : new StoreException(ResultCode.IOERR, "the environment has been closed under this transaction", e);
  }

  static ResultCode code(DatabaseException e) {
    if (e instanceof EnvironmentFailureException && ((EnvironmentFailureException) e).isCorrupted()) {
      return ResultCode.CORRUPT;
    }
    return code(e.getClass());
  }

  static ResultCode code(Class<?> type) {
    for (Class<?> known = type; known != null; known = known.getSuperclass()) {
      ResultCode code = CODES.get(known);
      if (code != null) {
        return code;
      }
    }
    return ResultCode.INTERNAL;
  }
}

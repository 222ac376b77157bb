// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import static java.util.Map.entry;

import java.util.Map;
import jnr.constants.platform.Errno;
import org.lmdbjava.Cursor;
import org.lmdbjava.Dbi;
import org.lmdbjava.Env;
import org.lmdbjava.LmdbException;
import org.lmdbjava.LmdbNativeException;
import org.lmdbjava.Txn;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** LMDB's errors as SQLite's. A test holds the table against the library. */
final class LmdbErrors {
  static final Map<Class<? extends LmdbException>, ResultCode> CODES =
      Map.ofEntries(
          entry(Env.MapFullException.class, ResultCode.FULL),
          entry(Env.ReadersFullException.class, ResultCode.BUSY),
          entry(Env.FileInvalidException.class, ResultCode.NOTADB),
          entry(Env.VersionMismatchException.class, ResultCode.NOTADB),
          entry(Env.AlreadyClosedException.class, ResultCode.MISUSE),
          entry(Env.AlreadyOpenException.class, ResultCode.MISUSE),
          entry(LmdbNativeException.PanicException.class, ResultCode.IOERR),
          entry(LmdbNativeException.PageCorruptedException.class, ResultCode.CORRUPT),
          entry(LmdbNativeException.PageNotFoundException.class, ResultCode.CORRUPT),
          entry(LmdbNativeException.PageFullException.class, ResultCode.INTERNAL),
          entry(LmdbNativeException.TlsFullException.class, ResultCode.NOMEM),
          entry(Txn.BadException.class, ResultCode.ABORT),
          entry(Txn.BadReaderLockException.class, ResultCode.INTERNAL),
          entry(Txn.NotReadyException.class, ResultCode.MISUSE),
          entry(Txn.NotResetException.class, ResultCode.MISUSE),
          entry(Txn.ResetException.class, ResultCode.MISUSE),
          entry(Txn.ReadOnlyRequiredException.class, ResultCode.MISUSE),
          entry(Txn.ReadWriteRequiredException.class, ResultCode.READONLY),
          entry(Txn.TxFullException.class, ResultCode.FULL),
          entry(Dbi.BadDbiException.class, ResultCode.INTERNAL),
          entry(Dbi.BadValueSizeException.class, ResultCode.TOOBIG),
          entry(Dbi.DbFullException.class, ResultCode.INTERNAL),
          entry(Dbi.IncompatibleException.class, ResultCode.NOTADB),
          entry(Dbi.KeyExistsException.class, ResultCode.INTERNAL),
          entry(Dbi.KeyNotFoundException.class, ResultCode.INTERNAL),
          entry(Dbi.MapResizedException.class, ResultCode.BUSY),
          entry(Cursor.ClosedException.class, ResultCode.MISUSE),
          entry(Cursor.FullException.class, ResultCode.CORRUPT));

  /** Errors of the operating system. */
  private static final Map<Errno, ResultCode> SYSTEM =
      Map.ofEntries(
          entry(Errno.ENOENT, ResultCode.CANTOPEN),
          entry(Errno.ENOTDIR, ResultCode.CANTOPEN),
          entry(Errno.EISDIR, ResultCode.CANTOPEN),
          entry(Errno.EACCES, ResultCode.CANTOPEN),
          entry(Errno.EPERM, ResultCode.CANTOPEN),
          entry(Errno.EMFILE, ResultCode.CANTOPEN),
          entry(Errno.ENFILE, ResultCode.CANTOPEN),
          entry(Errno.EAGAIN, ResultCode.BUSY),
          entry(Errno.EBUSY, ResultCode.BUSY),
          entry(Errno.ENOLCK, ResultCode.BUSY),
          entry(Errno.ENOSPC, ResultCode.FULL),
          entry(Errno.EDQUOT, ResultCode.FULL),
          entry(Errno.EFBIG, ResultCode.FULL),
          entry(Errno.EROFS, ResultCode.READONLY),
          entry(Errno.ENOMEM, ResultCode.NOMEM),
          entry(Errno.EINVAL, ResultCode.MISUSE));

  private LmdbErrors() {}

  static StoreException of(LmdbException e) {
    return new StoreException(code(e), e.getMessage(), e);
  }

  static ResultCode code(LmdbException e) {
    ResultCode code = CODES.get(e.getClass());
    if (code != null) {
      return code;
    }
    return e instanceof LmdbNativeException ? system(((LmdbNativeException) e).getResultCode()) : ResultCode.INTERNAL;
  }

  static ResultCode system(int errno) {
    return SYSTEM.getOrDefault(Errno.valueOf(errno), ResultCode.IOERR);
  }

  static boolean isOutOfMemory(LmdbException e) {
    return code(e) == ResultCode.NOMEM;
  }
}

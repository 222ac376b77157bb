// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.error;

/**
 * SQLite's result codes, primary and extended, with their documented numbers and texts
 * (https://sqlite.org/rescode.html). The low byte of an extended code is its primary code.
 *
 * <p>Numbers are part of the public interface and never change.
 */
public enum ResultCode {
  OK(0, "not an error"),
  ERROR(1, "SQL logic error"),
  INTERNAL(2, null),
  PERM(3, "access permission denied"),
  ABORT(4, "query aborted"),
  BUSY(5, "database is locked"),
  LOCKED(6, "database table is locked"),
  NOMEM(7, "out of memory"),
  READONLY(8, "attempt to write a readonly database"),
  INTERRUPT(9, "interrupted"),
  IOERR(10, "disk I/O error"),
  CORRUPT(11, "database disk image is malformed"),
  NOTFOUND(12, "unknown operation"),
  FULL(13, "database or disk is full"),
  CANTOPEN(14, "unable to open database file"),
  PROTOCOL(15, "locking protocol"),
  EMPTY(16, null),
  SCHEMA(17, "database schema has changed"),
  TOOBIG(18, "string or blob too big"),
  CONSTRAINT(19, "constraint failed"),
  MISMATCH(20, "datatype mismatch"),
  MISUSE(21, "bad parameter or other API misuse"),
  NOLFS(22, null),
  AUTH(23, "authorization denied"),
  FORMAT(24, null),
  RANGE(25, "column index out of range"),
  NOTADB(26, "file is not a database"),
  NOTICE(27, "notification message"),
  WARNING(28, "warning message"),
  ROW(100, "another row available"),
  DONE(101, "no more rows available"),

  ERROR_MISSING_COLLSEQ(ERROR, 1),
  ERROR_RETRY(ERROR, 2),
  ERROR_SNAPSHOT(ERROR, 3),
  IOERR_READ(IOERR, 1),
  IOERR_SHORT_READ(IOERR, 2),
  IOERR_WRITE(IOERR, 3),
  IOERR_FSYNC(IOERR, 4),
  IOERR_DIR_FSYNC(IOERR, 5),
  IOERR_TRUNCATE(IOERR, 6),
  IOERR_FSTAT(IOERR, 7),
  IOERR_UNLOCK(IOERR, 8),
  IOERR_RDLOCK(IOERR, 9),
  IOERR_DELETE(IOERR, 10),
  IOERR_BLOCKED(IOERR, 11),
  IOERR_NOMEM(IOERR, 12),
  IOERR_ACCESS(IOERR, 13),
  IOERR_CHECKRESERVEDLOCK(IOERR, 14),
  IOERR_LOCK(IOERR, 15),
  IOERR_CLOSE(IOERR, 16),
  IOERR_DIR_CLOSE(IOERR, 17),
  IOERR_SHMOPEN(IOERR, 18),
  IOERR_SHMSIZE(IOERR, 19),
  IOERR_SHMLOCK(IOERR, 20),
  IOERR_SHMMAP(IOERR, 21),
  IOERR_SEEK(IOERR, 22),
  IOERR_DELETE_NOENT(IOERR, 23),
  IOERR_MMAP(IOERR, 24),
  IOERR_GETTEMPPATH(IOERR, 25),
  IOERR_CONVPATH(IOERR, 26),
  IOERR_VNODE(IOERR, 27),
  IOERR_AUTH(IOERR, 28),
  IOERR_BEGIN_ATOMIC(IOERR, 29),
  IOERR_COMMIT_ATOMIC(IOERR, 30),
  IOERR_ROLLBACK_ATOMIC(IOERR, 31),
  IOERR_DATA(IOERR, 32),
  IOERR_CORRUPTFS(IOERR, 33),
  IOERR_IN_PAGE(IOERR, 34),
  LOCKED_SHAREDCACHE(LOCKED, 1),
  LOCKED_VTAB(LOCKED, 2),
  BUSY_RECOVERY(BUSY, 1),
  BUSY_SNAPSHOT(BUSY, 2),
  BUSY_TIMEOUT(BUSY, 3),
  CANTOPEN_NOTEMPDIR(CANTOPEN, 1),
  CANTOPEN_ISDIR(CANTOPEN, 2),
  CANTOPEN_FULLPATH(CANTOPEN, 3),
  CANTOPEN_CONVPATH(CANTOPEN, 4),
  CANTOPEN_DIRTYWAL(CANTOPEN, 5),
  CANTOPEN_SYMLINK(CANTOPEN, 6),
  CORRUPT_VTAB(CORRUPT, 1),
  CORRUPT_SEQUENCE(CORRUPT, 2),
  CORRUPT_INDEX(CORRUPT, 3),
  READONLY_RECOVERY(READONLY, 1),
  READONLY_CANTLOCK(READONLY, 2),
  READONLY_ROLLBACK(READONLY, 3),
  READONLY_DBMOVED(READONLY, 4),
  READONLY_CANTINIT(READONLY, 5),
  READONLY_DIRECTORY(READONLY, 6),
  ABORT_ROLLBACK(ABORT, 2, "abort due to ROLLBACK"),
  CONSTRAINT_CHECK(CONSTRAINT, 1),
  CONSTRAINT_COMMITHOOK(CONSTRAINT, 2),
  CONSTRAINT_FOREIGNKEY(CONSTRAINT, 3),
  CONSTRAINT_FUNCTION(CONSTRAINT, 4),
  CONSTRAINT_NOTNULL(CONSTRAINT, 5),
  CONSTRAINT_PRIMARYKEY(CONSTRAINT, 6),
  CONSTRAINT_TRIGGER(CONSTRAINT, 7),
  CONSTRAINT_UNIQUE(CONSTRAINT, 8),
  CONSTRAINT_VTAB(CONSTRAINT, 9),
  CONSTRAINT_ROWID(CONSTRAINT, 10),
  CONSTRAINT_PINNED(CONSTRAINT, 11),
  CONSTRAINT_DATATYPE(CONSTRAINT, 12),
  NOTICE_RECOVER_WAL(NOTICE, 1),
  NOTICE_RECOVER_ROLLBACK(NOTICE, 2),
  WARNING_AUTOINDEX(WARNING, 1),
  AUTH_USER(AUTH, 1);

  private final int code;
  private final ResultCode primary;
  private final String message;

  ResultCode(int code, String message) {
    this.code = code;
    this.primary = this;
    this.message = message == null ? "unknown error" : message;
  }

  ResultCode(ResultCode primary, int extension) {
    this(primary, extension, primary.message);
  }

  ResultCode(ResultCode primary, int extension, String message) {
    this.code = primary.code | extension << 8;
    this.primary = primary;
    this.message = message;
  }

  /** The number as SQLite's C interface returns it with extended result codes on. */
  public int code() {
    return code;
  }

  /** The primary code that this code refines; itself if it is a primary code. */
  public ResultCode primary() {
    return primary;
  }

  public boolean isPrimary() {
    return primary == this;
  }

  /** SQLite's English text for the code, as {@code sqlite3_errstr} gives it. */
  public String message() {
    return message;
  }

  /** The name of the C constant, such as {@code SQLITE_BUSY_SNAPSHOT}. */
  public String symbol() {
    return "SQLITE_" + name();
  }

  /** The constant of a number; an unknown extension gives its primary code, anything else ERROR. */
  public static ResultCode of(int code) {
    ResultCode found = ERROR;
    for (ResultCode candidate : values()) {
      if (candidate.code == code) {
        return candidate;
      }
      if (candidate.code == (code & 0xff)) {
        found = candidate;
      }
    }
    return found;
  }
}

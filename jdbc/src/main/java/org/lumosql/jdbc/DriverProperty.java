// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.DriverPropertyInfo;
import java.util.List;

/**
 * A property that a connection can be opened with.
 *
 * @param pragma the pragma that it sets, for those that do
 * @param choices values to choose from, empty for any
 */
record DriverProperty(String name, Kind kind, String pragma, String description, List<String> choices) {
  /** What a property does. */
  enum Kind {
    /** Sets the pragma. */
    PRAGMA,
    /** Sets a limit. */
    LIMIT,
    /** Means something to the driver itself. */
    DRIVER
  }

  /** All of them; pragmas in the order in which they are set: those first that only a new database takes. */
  static final List<DriverProperty> ALL =
      List.of(
          new DriverProperty("encoding", Kind.PRAGMA, "encoding", "Encoding of the texts of a new database.", List.of("UTF-8", "UTF-16le", "UTF-16be")),
          new DriverProperty("page_size", Kind.PRAGMA, "page_size", "Bytes of a page of a new database, a power of two from 512 to 65536.", List.of()),
          new DriverProperty("auto_vacuum", Kind.PRAGMA, "auto_vacuum", "Whether a new database gives free pages back.", List.of("NONE", "FULL", "INCREMENTAL")),
          new DriverProperty("temp_store_directory", Kind.PRAGMA, "temp_store_directory", "Folder of temporary files.", List.of()),
          new DriverProperty("temp_store", Kind.PRAGMA, "temp_store", "Where temporary tables are kept.", List.of("DEFAULT", "FILE", "MEMORY")),
          new DriverProperty("locking_mode", Kind.PRAGMA, "locking_mode", "Whether locks are kept between transactions.", List.of("NORMAL", "EXCLUSIVE")),
          new DriverProperty("journal_mode", Kind.PRAGMA, "journal_mode", "How a transaction is made safe against a crash.", List.of("DELETE", "TRUNCATE", "PERSIST", "MEMORY", "WAL", "OFF")),
          new DriverProperty("synchronous", Kind.PRAGMA, "synchronous", "How often a commit waits for the disk.", List.of("OFF", "NORMAL", "FULL", "EXTRA")),
          new DriverProperty("foreign_keys", Kind.PRAGMA, "foreign_keys", "Whether foreign keys are enforced.", List.of("true", "false")),
          new DriverProperty("cache_size", Kind.PRAGMA, "cache_size", "Pages of the cache, or KiB if negative.", List.of()),
          new DriverProperty("cache_spill", Kind.PRAGMA, "cache_spill", "Whether changed pages may be written before the commit, or from how many on.", List.of()),
          new DriverProperty("mmap_size", Kind.PRAGMA, "mmap_size", "Kept for compatibility: always 0.", List.of()),
          new DriverProperty("automatic_index", Kind.PRAGMA, "automatic_index", "Whether queries may make indexes for themselves.", List.of("true", "false")),
          new DriverProperty("case_sensitive_like", Kind.PRAGMA, "case_sensitive_like", "Whether LIKE tells cases apart.", List.of("true", "false")),
          new DriverProperty("count_changes", Kind.PRAGMA, "count_changes", "Deprecated by SQLite.", List.of("true", "false")),
          new DriverProperty("default_cache_size", Kind.PRAGMA, "default_cache_size", "Deprecated by SQLite.", List.of()),
          new DriverProperty("defer_foreign_keys", Kind.PRAGMA, "defer_foreign_keys", "Whether foreign keys are checked at the end of the first transaction.", List.of("true", "false")),
          new DriverProperty("empty_result_callback", Kind.PRAGMA, "empty_result_callbacks", "Deprecated by SQLite.", List.of("true", "false")),
          new DriverProperty("full_column_names", Kind.PRAGMA, "full_column_names", "Deprecated by SQLite.", List.of("true", "false")),
          new DriverProperty("fullsync", Kind.PRAGMA, "fullfsync", "Always on where the platform has it.", List.of("true", "false")),
          new DriverProperty("incremental_vacuum", Kind.PRAGMA, "incremental_vacuum", "Free pages to give back when the connection opens.", List.of()),
          new DriverProperty("journal_size_limit", Kind.PRAGMA, "journal_size_limit", "Bytes of a journal or log left behind after a commit; -1 for any.", List.of()),
          new DriverProperty("legacy_alter_table", Kind.PRAGMA, "legacy_alter_table", "Whether ALTER TABLE RENAME leaves triggers and views alone.", List.of("true", "false")),
          new DriverProperty("max_page_count", Kind.PRAGMA, "max_page_count", "Most pages that the database may have.", List.of()),
          new DriverProperty("read_uncommitted", Kind.PRAGMA, "read_uncommitted", "Kept without effect: there is no shared cache.", List.of("true", "false")),
          new DriverProperty("recursive_triggers", Kind.PRAGMA, "recursive_triggers", "Whether triggers may fire themselves.", List.of("true", "false")),
          new DriverProperty("reverse_unordered_selects", Kind.PRAGMA, "reverse_unordered_selects", "Whether queries without ORDER BY give their rows backwards.", List.of("true", "false")),
          new DriverProperty("secure_delete", Kind.PRAGMA, "secure_delete", "Whether deleted content is overwritten.", List.of("true", "false", "fast")),
          new DriverProperty("short_column_names", Kind.PRAGMA, "short_column_names", "Deprecated by SQLite.", List.of("true", "false")),
          new DriverProperty("trusted_schema", Kind.PRAGMA, "trusted_schema", "Whether functions in the schema are trusted.", List.of("true", "false")),
          new DriverProperty("query_only", Kind.PRAGMA, "query_only", "Whether changes are refused.", List.of("true", "false")),
          new DriverProperty("application_id", Kind.PRAGMA, "application_id", "Number of the application in the file.", List.of()),
          new DriverProperty("user_version", Kind.PRAGMA, "user_version", "Number of the application's own version in the file.", List.of()),
          new DriverProperty("wal_autocheckpoint", Kind.PRAGMA, "wal_autocheckpoint", "Frames in the log after which a commit checkpoints; 0 for never.", List.of()),
          new DriverProperty("limit_length", Kind.LIMIT, "limit_length", "The most: bytes of a text, blob or row.", List.of()),
          new DriverProperty("limit_sql_length", Kind.LIMIT, "limit_sql_length", "The most: characters of a statement.", List.of()),
          new DriverProperty("limit_column", Kind.LIMIT, "limit_column", "The most: columns of a table, index or result.", List.of()),
          new DriverProperty("limit_expr_depth", Kind.LIMIT, "limit_expr_depth", "The most: depth of an expression.", List.of()),
          new DriverProperty("limit_compound_select", Kind.LIMIT, "limit_compound_select", "The most: terms of a compound SELECT.", List.of()),
          new DriverProperty("limit_vdbe_op", Kind.LIMIT, "limit_vdbe_op", "The most: instructions of a program.", List.of()),
          new DriverProperty("limit_function_arg", Kind.LIMIT, "limit_function_arg", "The most: arguments of a function.", List.of()),
          new DriverProperty("limit_attached", Kind.LIMIT, "limit_attached", "The most: attached databases.", List.of()),
          new DriverProperty("limit_like_pattern_length", Kind.LIMIT, "limit_like_pattern_length", "The most: bytes of a pattern of LIKE or GLOB.", List.of()),
          new DriverProperty("limit_variable_number", Kind.LIMIT, "limit_variable_number", "The most: highest number of a parameter.", List.of()),
          new DriverProperty("limit_trigger_depth", Kind.LIMIT, "limit_trigger_depth", "The most: depth of triggers.", List.of()),
          new DriverProperty("limit_worker_threads", Kind.LIMIT, "limit_worker_threads", "The most: kept without effect.", List.of()),
          new DriverProperty("limit_page_count", Kind.LIMIT, "limit_page_count", "The most: pages of a database.", List.of()),
          new DriverProperty("open_mode", Kind.DRIVER, "open_mode", "Sum of 1 (read only), 2 (read and write) and 4 (make the file if absent).", List.of()),
          new DriverProperty("busy_timeout", Kind.DRIVER, "busy_timeout", "Milliseconds to wait for locks, 3000 by default.", List.of()),
          new DriverProperty("transaction_mode", Kind.DRIVER, "transaction_mode", "How a transaction begins when auto-commit is off.", List.of("DEFERRED", "IMMEDIATE", "EXCLUSIVE")),
          new DriverProperty("date_class", Kind.DRIVER, "date_class", "What dates are stored as.", List.of("INTEGER", "TEXT", "REAL")),
          new DriverProperty("date_precision", Kind.DRIVER, "date_precision", "Unit of dates stored as integers.", List.of("SECONDS", "MILLISECONDS")),
          new DriverProperty("date_string_format", Kind.DRIVER, "date_string_format", "Pattern of dates stored as texts, yyyy-MM-dd HH:mm:ss.SSS by default.", List.of()),
          new DriverProperty("jdbc.explicit_readonly", Kind.DRIVER, "jdbc.explicit_readonly", "Whether setReadOnly makes transactions that refuse changes from their beginning.", List.of("true", "false")),
          new DriverProperty("jdbc.get_generated_keys", Kind.DRIVER, "jdbc.get_generated_keys", "Whether generated keys are remembered.", List.of("true", "false")),
          new DriverProperty("backend", Kind.DRIVER, "backend", "Storage engine of a new database.", List.of()),
          new DriverProperty("cipher", Kind.DRIVER, "cipher", "Cipher of a new encrypted database.", List.of("aes256gcm", "xchacha20")),
          new DriverProperty("password", Kind.DRIVER, "password", "Password of an encrypted database.", List.of()),
          new DriverProperty("hexkey_mode", Kind.DRIVER, "hexkey_mode", "Whether the password is in hexadecimal digits.", List.of("NONE", "SSE", "SQLCIPHER")),
          new DriverProperty("shared_cache", Kind.DRIVER, "shared_cache", "Kept without effect: there is no shared cache.", List.of("true", "false")),
          new DriverProperty("enable_load_extension", Kind.DRIVER, "enable_load_extension", "Native extensions cannot be loaded.", List.of("false")),
          new DriverProperty("legacy_file_format", Kind.DRIVER, "legacy_file_format", "Kept without effect.", List.of("true", "false")));

  DriverPropertyInfo info(String value) {
    DriverPropertyInfo info = new DriverPropertyInfo(name, value);
    info.description = description;
    info.choices = choices.isEmpty() ? null : choices.toArray(new String[0]);
    return info;
  }
}

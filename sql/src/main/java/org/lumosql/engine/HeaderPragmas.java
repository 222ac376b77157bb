// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.List;
import org.lumosql.btree.MetaValue;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.Ascii;
import org.lumosql.record.TextEncoding;

/** Pragmas that read and write fields of the database header. */
final class HeaderPragmas {
  private static final int TABLE = Pragma.TABLE_FUNCTION | Pragma.NO_ARGUMENT | Pragma.NO_SCHEMA;

  static final List<Pragma> LIST =
      List.of(
          Pragma.value("application_id", TABLE | Pragma.SILENT_WHEN_SET, call -> meta(call, MetaValue.APPLICATION_ID)),
          Pragma.value("user_version", TABLE | Pragma.SILENT_WHEN_SET, call -> meta(call, MetaValue.USER_VERSION)),
          Pragma.value("schema_version", TABLE | Pragma.SILENT_WHEN_SET, HeaderPragmas::schemaVersion),
          Pragma.value("freelist_count", TABLE, HeaderPragmas::freelistCount),
          Pragma.value("data_version", TABLE, HeaderPragmas::dataVersion),
          Pragma.rows(
              "default_cache_size",
              Pragma.TABLE_FUNCTION | Pragma.NO_ARGUMENT | Pragma.SILENT_WHEN_SET,
              "cache_size",
              HeaderPragmas::defaultCacheSize),
          Pragma.value("encoding", TABLE | Pragma.SILENT_WHEN_SET, HeaderPragmas::encoding));

  private HeaderPragmas() {}

  private static int read(PragmaCall call, MetaValue value) {
    return call.session().reading(call.database(), () -> call.btree().meta(value));
  }

  private static void write(PragmaCall call, MetaValue value, int number) {
    call.session()
        .writing(
            call.database(),
            () -> {
              call.btree().setMeta(value, number);
              return null;
            });
  }

  private static void meta(PragmaCall call, MetaValue value) {
    if (call.hasValue()) {
      write(call, value, call.integer());
    } else {
      call.row(read(call, value));
    }
  }

  private static void schemaVersion(PragmaCall call) {
    meta(call, MetaValue.SCHEMA_VERSION);
    if (call.hasValue()) {
      call.session().schemaChanges().reset();
    }
  }

  private static void freelistCount(PragmaCall call) {
    call.row(read(call, MetaValue.FREE_PAGE_COUNT));
  }

  private static void dataVersion(PragmaCall call) {
    call.row(call.session().reading(call.database(), () -> call.btree().dataVersion()));
  }

  private static void defaultCacheSize(PragmaCall call) {
    if (call.hasValue()) {
      write(call, MetaValue.DEFAULT_CACHE_SIZE, Math.abs(call.integer()));
    } else {
      int size = read(call, MetaValue.DEFAULT_CACHE_SIZE);
      call.row(size == 0 ? -2000 : size);
    }
  }

  private static void encoding(PragmaCall call) {
    Session session = call.session();
    if (!call.hasValue()) {
      call.row(session.encoding().sqlName());
      return;
    }
    TextEncoding wanted =
        switch (Ascii.lower(call.value())) {
          case "utf8", "utf-8" -> TextEncoding.UTF8;
          case "utf16le", "utf-16le" -> TextEncoding.UTF16LE;
          case "utf16be", "utf-16be" -> TextEncoding.UTF16BE;
          case "utf16", "utf-16" ->
              java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.BIG_ENDIAN
                  ? TextEncoding.UTF16BE
                  : TextEncoding.UTF16LE;
          default -> null;
        };
    session.loadedSchema(Session.MAIN);
    boolean empty =
        session.reading(Session.MAIN, () -> session.btree(Session.MAIN).meta(MetaValue.TEXT_ENCODING)) == 0;
    if (empty && session.database(Session.TEMP).btree() == null) {
      if (wanted == null) {
        throw StoreException.withMessage(ResultCode.ERROR, "unsupported encoding: " + call.value());
      }
      session.setEncoding(wanted);
      session.schemaChanges().reset();
    }
  }
}

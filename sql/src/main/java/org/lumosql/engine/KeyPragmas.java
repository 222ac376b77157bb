// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.lumosql.btree.Btree;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** Pragmas about the password of an encrypted database. {@code key} comes before anything else is asked of the database. */
final class KeyPragmas {
  static final List<Pragma> LIST =
      List.of(
          key("key", DatabaseKey::ofText),
          key("textkey", DatabaseKey::ofText),
          key("hexkey", DatabaseKey::ofHexadecimal),
          rekey("rekey", DatabaseKey::ofText),
          rekey("textrekey", DatabaseKey::ofText),
          rekey("hexrekey", DatabaseKey::ofHexadecimal));

  private KeyPragmas() {}

  private static Pragma key(String name, Function<String, byte[]> reader) {
    return Pragma.value(name, 0, call -> setKey(call, reader));
  }

  private static Pragma rekey(String name, Function<String, byte[]> reader) {
    return Pragma.value(name, 0, call -> changeKey(call, reader));
  }

  private static void setKey(PragmaCall call, Function<String, byte[]> reader) {
    Btree btree = call.btree();
    if (!call.hasValue() || btree.path().isEmpty()) {
      return; // what never leaves memory needs no key
    }
    Session session = call.session();
    session.expirePrograms(); // also keeps the text of this statement out of the cache
    byte[] key = reader.apply(call.value());
    if (key != null) {
      DatabaseKey.control(btree).setKey(key);
      session.schemaChanges().reset();
    }
    call.row("ok");
  }

  private static void changeKey(PragmaCall call, Function<String, byte[]> reader) {
    Btree btree = call.btree();
    if (!call.hasValue() || btree.path().isEmpty()) {
      return;
    }
    call.session().expirePrograms();
    byte[] key = reader.apply(call.value());
    if (key == null) {
      throw StoreException.withMessage(
          ResultCode.ERROR, "a database cannot be decrypted in place: VACUUM INTO makes a plain copy");
    }
    try {
      DatabaseKey.control(btree).changeKey(key);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
    call.row("ok");
  }
}

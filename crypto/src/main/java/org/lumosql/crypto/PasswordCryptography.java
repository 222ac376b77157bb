// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.lumosql.cipher.CipherSettings;
import org.lumosql.cipher.Ciphers;
import org.lumosql.cipher.Cryptography;
import org.lumosql.cipher.KeyRing;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** Random data keys, wrapped under passwords: see {@link KeySlot}. */
public final class PasswordCryptography implements Cryptography {
  @Override
  public boolean knows(String cipher) {
    return CipherKind.named(cipher) != null;
  }

  @Override
  public List<String> names() {
    return Arrays.stream(CipherKind.values()).map(kind -> kind.label).toList();
  }

  @Override
  public KeyRing create(CipherSettings settings, byte[] password) {
    Ciphers.requireKnown(settings.cipher());
    CipherKind kind = CipherKind.named(settings.cipher());
    byte[] dataKey = new byte[KeySlot.KEY_LENGTH];
    new SecureRandom().nextBytes(dataKey);
    return DataKey.wrapped(kind, settings, dataKey, password);
  }

  @Override
  public KeyRing open(byte[] slot, byte[] password) {
    KeySlot.check(slot);
    PasswordKeys.Shared wrapping = PasswordKeys.acquire(slot, password);
    byte[] dataKey = KeySlot.unwrap(slot, wrapping.key);
    if (dataKey == null) {
      wrapping.release();
      throw new StoreException(ResultCode.NOTADB, "the password does not fit, or the key slot has been changed");
    }
    try {
      return new DataKey(KeySlot.kind(slot), slot.clone(), dataKey, wrapping);
    } finally {
      Arrays.fill(dataKey, (byte) 0);
    }
  }
}

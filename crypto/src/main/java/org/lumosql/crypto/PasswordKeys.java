// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * Keys made of passwords by Argon2id (RFC 9106, version 1.3). As long as somebody holds one, it need not be computed again for the same slot and password: the
 * connections of a pool would all wait. Thread-safe.
 */
final class PasswordKeys {
  private static final Map<String, Shared> SHARED = new HashMap<>();
  private static final SecretKeySpec NAMES = randomKey();

  private PasswordKeys() {}

  /** A key, held until {@link #release}. */
  static final class Shared {
    private final String name;
    final byte[] key;
    private int holders;

    private Shared(String name, byte[] key) {
      this.name = name;
      this.key = key;
    }

    void release() {
      synchronized (SHARED) {
        holders--;
        if (holders == 0) {
          SHARED.remove(name);
          Arrays.fill(key, (byte) 0);
        }
      }
    }
  }

  private static SecretKeySpec randomKey() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return new SecretKeySpec(random, "HmacSHA256");
  }

  /** The key of a password, with the parameters and the salt of a slot. */
  static Shared acquire(byte[] slot, byte[] password) {
    String name = name(slot, password);
    synchronized (SHARED) {
      Shared shared = SHARED.get(name);
      if (shared == null) {
        shared = new Shared(name, derive(password, KeySlot.salt(slot), KeySlot.memory(slot), slot[2], slot[3]));
        SHARED.put(name, shared);
      }
      shared.holders++;
      return shared;
    }
  }

  /** Under a key that only this process has, so that names in memory do not help to guess passwords. */
  private static String name(byte[] slot, byte[] password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(NAMES);
      mac.update(slot, 0, 20);
      return java.util.HexFormat.of().formatHex(mac.doFinal(password));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  static byte[] derive(byte[] password, byte[] salt, int memory, int passes, int lanes) {
    try {
      return argon2id(password, salt, memory, passes, lanes);
    } catch (LinkageError e) {
      throw StoreException.withMessage(
          ResultCode.ERROR, "encryption needs Bouncy Castle; add the jar bcprov-jdk18on to the class path");
    }
  }

  private static byte[] argon2id(byte[] password, byte[] salt, int memory, int passes, int lanes) {
    Argon2Parameters parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withSalt(salt)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .build();
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(parameters);
    byte[] key = new byte[KeySlot.KEY_LENGTH];
    generator.generateBytes(password, key);
    return key;
  }
}

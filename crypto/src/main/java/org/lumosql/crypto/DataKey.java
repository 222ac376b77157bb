// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lumosql.cipher.CipherSettings;
import org.lumosql.cipher.KeyRing;
import org.lumosql.cipher.Sealer;

/** A data key in use. */
final class DataKey implements KeyRing {
  private static final byte[] IDENTITY = "LumoSQL database id 1".getBytes(StandardCharsets.US_ASCII);

  private final CipherKind kind;
  private final byte[] slot;
  private final byte[] key;
  private final byte[] databaseId;
  private final AtomicReference<PasswordKeys.Shared> wrapping;
  private final OpenedBytes opened;

  /** @param dataKey is copied */
  DataKey(CipherKind kind, byte[] slot, byte[] dataKey, PasswordKeys.Shared wrapping) {
    this.kind = kind;
    this.slot = slot;
    this.key = dataKey.clone();
    this.databaseId = identity(dataKey);
    this.wrapping = new AtomicReference<>(wrapping);
    this.opened = OpenedBytes.acquire(databaseId, kind.nonceLength);
  }

  private static byte[] identity(byte[] dataKey) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(dataKey, "HmacSHA256"));
      return Arrays.copyOf(mac.doFinal(IDENTITY), 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  /** A key in a new slot. */
  static DataKey wrapped(CipherKind kind, CipherSettings settings, byte[] dataKey, byte[] password) {
    byte[] slot = KeySlot.blank(kind, settings);
    PasswordKeys.Shared wrapping = PasswordKeys.acquire(slot, password);
    KeySlot.wrap(slot, wrapping.key, dataKey);
    return new DataKey(kind, slot, dataKey, wrapping);
  }

  @Override
  public String cipher() {
    return kind.label;
  }

  @Override
  public byte[] slot() {
    return slot;
  }

  @Override
  public byte[] slotFor(CipherSettings settings, byte[] password) {
    DataKey again = wrapped(kind, settings, key, password);
    try {
      return again.slot;
    } finally {
      again.close();
    }
  }

  @Override
  public byte[] databaseId() {
    return databaseId;
  }

  @Override
  public Sealer sealer() {
    return OpenedBytes.LIMIT > 0 ? new CachingSealer(kind.sealer(key), opened) : kind.sealer(key);
  }

  @Override
  public void close() {
    PasswordKeys.Shared held = wrapping.getAndSet(null);
    if (held != null) {
      Arrays.fill(key, (byte) 0);
      held.release();
      opened.release();
    }
  }
}

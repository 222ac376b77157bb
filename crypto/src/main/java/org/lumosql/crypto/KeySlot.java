// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.lumosql.cipher.CipherSettings;
import org.lumosql.cipher.Cryptography;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * What a database keeps of its key. Written to disk, do not change.
 *
 * <table>
 *   <caption>Bytes</caption>
 *   <tr><td>0</td><td>the cipher's number</td></tr>
 *   <tr><td>1</td><td>memory of Argon2id: the power of two of its KiB</td></tr>
 *   <tr><td>2, 3</td><td>its passes, its lanes</td></tr>
 *   <tr><td>4 … 19</td><td>its salt, random for each password</td></tr>
 *   <tr><td>20 … 67</td><td>the data key, sealed by XChaCha20-Poly1305 under what Argon2id makes of the password. The nonce is zero: no two slots have the same
 *     key. Bytes 0 … 19 are associated data</td></tr>
 * </table>
 */
final class KeySlot {
  static final int KEY_LENGTH = 32;
  private static final int SALT = 4;
  private static final int WRAPPED = 20;
  private static final byte[] PURPOSE = "LumoSQL key slot 1".getBytes(StandardCharsets.US_ASCII);

  private KeySlot() {}

  static CipherKind kind(byte[] slot) {
    return CipherKind.numbered(slot[0]);
  }

  static int memory(byte[] slot) {
    return slot[1] < 0 || slot[1] > 30 ? 0 : 1 << slot[1];
  }

  static byte[] salt(byte[] slot) {
    return Arrays.copyOfRange(slot, SALT, WRAPPED);
  }

  /** @throws StoreException NOTADB if the slot cannot be one of ours */
  static void check(byte[] slot) {
    if (slot.length != Cryptography.SLOT_LENGTH
        || kind(slot) == null
        || !CipherSettings.areSound(memory(slot), slot[2], slot[3])) {
      throw new StoreException(ResultCode.NOTADB, "the key slot is malformed, or of a newer release");
    }
  }

  /** A slot without the key. */
  static byte[] blank(CipherKind kind, CipherSettings settings) {
    byte[] slot = new byte[Cryptography.SLOT_LENGTH];
    slot[0] = (byte) kind.number;
    slot[1] = (byte) Integer.numberOfTrailingZeros(settings.memory());
    slot[2] = (byte) settings.passes();
    slot[3] = (byte) settings.lanes();
    byte[] salt = new byte[WRAPPED - SALT];
    new SecureRandom().nextBytes(salt);
    System.arraycopy(salt, 0, slot, SALT, salt.length);
    return slot;
  }

  private static byte[] associated(byte[] slot) {
    byte[] associated = Arrays.copyOf(PURPOSE, PURPOSE.length + WRAPPED);
    System.arraycopy(slot, 0, associated, PURPOSE.length, WRAPPED);
    return associated;
  }

  static void wrap(byte[] slot, byte[] wrappingKey, byte[] dataKey) {
    XChaChaSealer sealer = new XChaChaSealer(wrappingKey);
    byte[] nonce = new byte[sealer.nonceLength()];
    byte[] sealed = new byte[KEY_LENGTH + sealer.overhead()];
    sealer.seal(nonce, associated(slot), dataKey, 0, KEY_LENGTH, sealed, 0);
    System.arraycopy(sealed, nonce.length, slot, WRAPPED, slot.length - WRAPPED);
  }

  /** The data key, or null if the wrapping key is not the right one. */
  static byte[] unwrap(byte[] slot, byte[] wrappingKey) {
    XChaChaSealer sealer = new XChaChaSealer(wrappingKey);
    byte[] sealed = new byte[KEY_LENGTH + sealer.overhead()];
    System.arraycopy(slot, WRAPPED, sealed, sealer.nonceLength(), slot.length - WRAPPED);
    byte[] dataKey = new byte[KEY_LENGTH];
    return sealer.open(associated(slot), sealed, 0, sealed.length, dataKey, 0) ? dataKey : null;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.lumosql.cipher.CipherSettings;
import org.lumosql.cipher.Ciphers;
import org.lumosql.cipher.Cryptography;
import org.lumosql.cipher.KeyRing;
import org.lumosql.cipher.Opener;
import org.lumosql.cipher.Sealer;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * Pages as they are, or encrypted from the moment on when there is a key. Every page, its keys and free space too, is sealed with the database's id and its number
 * as associated data. Written to disk, do not change:
 *
 * <table>
 *   <caption>An encrypted page of n bytes</caption>
 *   <tr><td>0 … n−88</td><td>cipher text. On page 1 some of it is in clear: bytes 0 … 15 are the text {@code LumoSQL crypt 1}; 16 … 23 are those of SQLite's header,
 *     as page size, versions and reserved bytes must be known before the key, and are associated data; 72 … 91, which SQLite keeps zero, are the first 20 bytes of
 *     the key slot</td></tr>
 *   <tr><td>n−88 … n−64</td><td>nonce</td></tr>
 *   <tr><td>n−64 … n−48</td><td>tag</td></tr>
 *   <tr><td>n−48 … n</td><td>on page 1 the other 48 bytes of the key slot, else zero</td></tr>
 * </table>
 *
 * <p>Because the key slot is a part of page 1, another password is a transaction like any other, with rollback journal or write-ahead log.
 */
public final class SealedPages implements PageCodec {
  private static final int RESERVE = 88;
  private static final int TAG = 24;
  private static final int WRAPPED = 40;
  private static final int WRAPPED_LENGTH = RESERVE - WRAPPED;

  private static final byte[] MAGIC = "LumoSQL crypt 1\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PLAIN_MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int CLEAR_END = 24;
  private static final int SLOT = 72;
  private static final int SLOT_END = 92;
  private static final int ID_LENGTH = 16;
  private static final int RESERVED_BYTES = 20;

  private final CipherSettings settings;
  /** Nothing must be written before there is a key. */
  private final boolean isCipherAsked;

  /** Null if the pages are plain; zeros when it is not needed any more. */
  private byte[] password;

  private KeyRing ring;
  private Sealer sealer;
  private Opener opener;
  /** The slot of the page 1 that was last seen or is to be written. */
  private byte[] slot;

  private final byte[] associated = new byte[ID_LENGTH + 4];
  private final byte[] associatedOfFirst = new byte[ID_LENGTH + 4 + CLEAR_END - MAGIC.length];
  private byte[] encoded = new byte[0];
  private byte[] plain = new byte[0];
  private byte[] sealed = new byte[0];

  public SealedPages(CipherSettings settings, boolean isCipherAsked) {
    this.settings = settings;
    this.isCipherAsked = isCipherAsked;
  }

  /** Whether the first bytes of a file are those of an encrypted one. */
  public static boolean hasMagic(byte[] bytes) {
    return Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  // ---- keys -------------------------------------------------------------------------------------

  /** @param given is overwritten when it is not needed any more */
  public void setKey(byte[] given) {
    Ciphers.requireKnown(settings.cipher());
    close();
    password = given;
  }

  public boolean hasKey() {
    return password != null;
  }

  /** The cipher's name; null if pages are plain. */
  public String cipher() {
    return password == null ? null : ring == null ? settings.cipher() : ring.cipher();
  }

  /** The next page 1 that is encoded has the key under another password. Requires: a page has been decoded. */
  public void changePassword(byte[] newPassword) {
    slot = ring.slotFor(settings, newPassword);
  }

  /** Forgets the key. */
  public void close() {
    if (password != null) {
      Arrays.fill(password, (byte) 0);
    }
    if (ring != null) {
      ring.close();
    }
    ring = null;
    sealer = null;
    opener = null;
    slot = null;
  }

  private void adopt(KeyRing opened) {
    ring = opened;
    sealer = opened.sealer();
    opener = sealer.opener();
    System.arraycopy(opened.databaseId(), 0, associated, 0, ID_LENGTH);
    System.arraycopy(opened.databaseId(), 0, associatedOfFirst, 0, ID_LENGTH);
  }

  @Override
  public int reservedBytes() {
    return password == null ? -1 : RESERVE;
  }

  // ---- decoding ---------------------------------------------------------------------------------

  @Override
  public void decode(int number, byte[] page) {
    if (number == 1) {
      decodeFirst(page);
    } else if (password != null && !open(number, page)) {
      throw changed(number);
    }
  }

  private static StoreException changed(int number) {
    return StoreException.corrupt("page " + number + " has been changed, or belongs elsewhere");
  }

  private void decodeFirst(byte[] page) {
    boolean isEncrypted = hasMagic(page);
    if (isEncrypted != hasKey()) {
      throw new StoreException(
          ResultCode.NOTADB,
          isEncrypted ? "the database is encrypted and no key was given" : "a key was given, and the database is not encrypted");
    }
    if (!isEncrypted) {
      return;
    }
    byte[] found = slotOf(page);
    if (ring == null || !Arrays.equals(found, slot) && !openFirst(page.clone())) {
      KeyRing opened = Ciphers.required().open(found, password);
      if (ring != null) {
        ring.close();
      }
      adopt(opened);
    }
    if (!openFirst(page)) {
      throw changed(1);
    }
    slot = found;
    Arrays.fill(password, (byte) 0);
  }

  private static byte[] slotOf(byte[] page) {
    byte[] slot = new byte[Cryptography.SLOT_LENGTH];
    System.arraycopy(page, SLOT, slot, 0, SLOT_END - SLOT);
    System.arraycopy(page, page.length - WRAPPED_LENGTH, slot, SLOT_END - SLOT, WRAPPED_LENGTH);
    return slot;
  }

  private byte[] associated(int number, byte[] page) {
    byte[] data = number == 1 ? associatedOfFirst : associated;
    Bytes.setInt32(data, ID_LENGTH, number);
    if (number == 1) {
      System.arraycopy(page, MAGIC.length, data, ID_LENGTH + 4, CLEAR_END - MAGIC.length);
    }
    return data;
  }

  private void prepareBuffers(int pageSize) {
    if (encoded.length != pageSize) {
      encoded = new byte[pageSize];
      plain = new byte[pageSize];
      sealed = new byte[pageSize];
    }
  }

  /** Brings nonce, cipher text and tag together. */
  private void collect(byte[] page, int textLength) {
    int reserve = page.length - RESERVE;
    int nonce = sealer.nonceLength();
    System.arraycopy(page, reserve, sealed, 0, nonce);
    System.arraycopy(page, reserve + TAG, sealed, nonce + textLength, sealer.overhead() - nonce);
  }

  private boolean open(int number, byte[] page) {
    int length = page.length - RESERVE;
    byte[] bound = associated(number, page);
    if (!opener.find(bound, page, length, length + TAG, length)) {
      prepareBuffers(page.length);
      collect(page, length);
      System.arraycopy(page, 0, sealed, sealer.nonceLength(), length);
      if (!opener.open(bound, sealed, 0, length + sealer.overhead())) {
        return false;
      }
    }
    System.arraycopy(opener.array(), opener.offset(), page, 0, length);
    Arrays.fill(page, length, page.length, (byte) 0);
    return true;
  }

  private boolean openFirst(byte[] page) {
    prepareBuffers(page.length);
    int length = firstLength(page);
    int at = sealer.nonceLength();
    if ((page[RESERVED_BYTES] & 0xff) != RESERVE) {
      return false;
    }
    collect(page, length);
    System.arraycopy(page, CLEAR_END, sealed, at, SLOT - CLEAR_END);
    System.arraycopy(page, SLOT_END, sealed, at + SLOT - CLEAR_END, length - SLOT + CLEAR_END);
    if (!sealer.open(associated(1, page), sealed, 0, length + sealer.overhead(), plain, 0)) {
      return false;
    }
    System.arraycopy(PLAIN_MAGIC, 0, page, 0, PLAIN_MAGIC.length);
    System.arraycopy(plain, 0, page, CLEAR_END, SLOT - CLEAR_END);
    Arrays.fill(page, SLOT, SLOT_END, (byte) 0);
    System.arraycopy(plain, SLOT - CLEAR_END, page, SLOT_END, length - SLOT + CLEAR_END);
    Arrays.fill(page, page.length - RESERVE, page.length, (byte) 0);
    return true;
  }

  /** Bytes of page 1 that are encrypted. */
  private static int firstLength(byte[] page) {
    return page.length - RESERVE - CLEAR_END - (SLOT_END - SLOT);
  }

  // ---- encoding ---------------------------------------------------------------------------------

  @Override
  public byte[] encode(int number, byte[] page) {
    if (password == null) {
      if (isCipherAsked) {
        throw StoreException.withMessage(
            ResultCode.ERROR, "cipher " + settings.cipher() + " was asked for, and no key was given");
      }
      return page;
    }
    if (ring == null) {
      adopt(Ciphers.required().create(settings, password)); // there is no page 1 yet
    }
    prepareBuffers(page.length);
    int reserve = page.length - RESERVE;
    int length = number == 1 ? firstLength(page) : reserve;
    byte[] source = page;
    if (number == 1) {
      System.arraycopy(page, CLEAR_END, plain, 0, SLOT - CLEAR_END);
      System.arraycopy(page, SLOT_END, plain, SLOT - CLEAR_END, length - SLOT + CLEAR_END);
      source = plain;
    }
    sealer.seal(associated(number, page), source, 0, length, sealed, 0);
    int nonce = sealer.nonceLength();
    if (number == 1) {
      System.arraycopy(MAGIC, 0, encoded, 0, MAGIC.length);
      System.arraycopy(page, MAGIC.length, encoded, MAGIC.length, CLEAR_END - MAGIC.length);
      System.arraycopy(sealed, nonce, encoded, CLEAR_END, SLOT - CLEAR_END);
      System.arraycopy(sealed, nonce + SLOT - CLEAR_END, encoded, SLOT_END, length - SLOT + CLEAR_END);
    } else {
      System.arraycopy(sealed, nonce, encoded, 0, length);
    }
    Arrays.fill(encoded, reserve, encoded.length, (byte) 0);
    System.arraycopy(sealed, 0, encoded, reserve, nonce);
    System.arraycopy(sealed, nonce + length, encoded, reserve + TAG, sealer.overhead() - nonce);
    if (number == 1) {
      byte[] written = slot == null ? ring.slot() : slot;
      System.arraycopy(written, 0, encoded, SLOT, SLOT_END - SLOT);
      System.arraycopy(written, SLOT_END - SLOT, encoded, page.length - WRAPPED_LENGTH, WRAPPED_LENGTH);
    }
    return encoded;
  }

  @Override
  public String toString() {
    return password == null ? "plain" : cipher();
  }
}

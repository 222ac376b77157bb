// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.lumosql.cipher.Cryptography;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * By which entries of KV tree 0 a store is known to be ours, how it is laid out and whether it is encrypted. Written to disk, do not change.
 *
 * <table>
 *   <caption>Entries</caption>
 *   <tr><th>key</th><th>value</th></tr>
 *   <tr><td>{@code H}</td><td>the text {@code LumoSQL trees 1} or {@code LumoSQL pages 1}, there from the first commit on</td></tr>
 *   <tr><td>{@code E}</td><td>of an encrypted database only, and in clear: the text {@code LumoSQL crypt 1}, the layout ({@code T} or {@code P}), the key slot</td></tr>
 * </table>
 */
public final class StoreHeader {
  public static final int TREE = 0;
  private static final byte[] HEADER = {'H'};
  private static final byte[] SLOT = {'E'};
  private static final byte[] CRYPT = "LumoSQL crypt 1".getBytes(StandardCharsets.US_ASCII);

  private StoreHeader() {}

  /** How a database is laid out in a store. */
  public enum Layout {
    TREES("trees", 'T'),
    PAGES("pages", 'P');

    private final String label;
    private final byte code;
    private final byte[] header;

    Layout(String label, char code) {
      this.label = label;
      this.code = (byte) code;
      this.header = ("LumoSQL " + label + " 1").getBytes(StandardCharsets.US_ASCII);
    }

    /** As users write it. */
    public String label() {
      return label;
    }

    static Layout named(String label) {
      for (Layout layout : values()) {
        if (layout.label.equals(label)) {
          return layout;
        }
      }
      throw StoreException.withMessage(ResultCode.ERROR, "no such layout: " + label + " (available: trees, pages)");
    }
  }

  /** The layout of a store as far as it says; null if it is empty or says nothing that we know. */
  static Layout layout(KvTransaction transaction) {
    byte[] slot = transaction.get(TREE, SLOT);
    byte[] header = transaction.get(TREE, HEADER);
    for (Layout layout : Layout.values()) {
      if (slot != null ? isSlot(slot) && slot[CRYPT.length] == layout.code : Arrays.equals(header, layout.header)) {
        return layout;
      }
    }
    return null;
  }

  /**
   * Requires: the transaction is one through the database's own key, if it has one.
   *
   * @throws StoreException NOTADB if the store holds something else
   */
  public static void requireOurs(KvTransaction transaction, Layout layout) {
    if (transaction.get(TREE, SLOT) != null) {
      throw new StoreException(ResultCode.NOTADB, "the database is encrypted and no key was given");
    }
    byte[] found = transaction.get(TREE, HEADER);
    if (found == null ? !transaction.isEmpty() : !Arrays.equals(found, layout.header)) {
      throw new StoreException(
          ResultCode.NOTADB,
          found == null
              ? "the store holds something that is not a database of ours"
              : "the store holds \"" + new String(found, StandardCharsets.ISO_8859_1) + "\", not \""
                  + new String(layout.header, StandardCharsets.US_ASCII) + "\"");
    }
  }

  /** Writes what the first commit of a database writes. */
  public static void put(KvTransaction transaction, Layout layout) {
    transaction.put(TREE, HEADER, layout.header);
  }

  // ---- encrypted databases ------------------------------------------------------------------------------------------------------

  static boolean isSlotKey(byte[] key) {
    return key.length == 1 && key[0] == SLOT[0];
  }

  private static boolean isSlot(byte[] value) {
    return value.length == CRYPT.length + 1 + Cryptography.SLOT_LENGTH
        && Arrays.equals(value, 0, CRYPT.length, CRYPT, 0, CRYPT.length);
  }

  /**
   * The entry of an encrypted database as it is stored, or null.
   *
   * @throws StoreException NOTADB if it is malformed
   */
  static byte[] slotEntry(KvTransaction transaction) {
    byte[] entry = transaction.get(TREE, SLOT);
    if (entry != null && !isSlot(entry)) {
      throw new StoreException(ResultCode.NOTADB, "the entry of the key slot is malformed, or of a newer release");
    }
    return entry;
  }

  static void putSlotEntry(KvTransaction transaction, byte[] entry) {
    transaction.put(TREE, SLOT, entry);
  }

  static byte[] slot(byte[] entry) {
    return Arrays.copyOfRange(entry, CRYPT.length + 1, entry.length);
  }

  static byte[] entry(Layout layout, byte[] slot) {
    byte[] entry = Arrays.copyOf(CRYPT, CRYPT.length + 1 + slot.length);
    entry[CRYPT.length] = layout.code;
    System.arraycopy(slot, 0, entry, CRYPT.length + 1, slot.length);
    return entry;
  }
}

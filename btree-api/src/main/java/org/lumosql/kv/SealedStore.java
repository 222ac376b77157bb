// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lumosql.btree.Synchronous;
import org.lumosql.cipher.CipherSettings;
import org.lumosql.cipher.Ciphers;
import org.lumosql.cipher.Cryptography;
import org.lumosql.cipher.KeyRing;
import org.lumosql.cipher.Sealer;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * Encrypts the values of a store. Keys stay as they are, so that they keep their order: nothing but row ids, ordinals and page numbers may be in them ({@link
 * #longestIndexKey}).
 *
 * <ol>
 *   <li>C1. A value is sealed with the database's id, the number of its tree and its key as associated data: in another place it does not open.
 *   <li>C2. The key slot is an entry of tree 0 in clear ({@link StoreHeader}), which nobody sees through this store. It is written in a transaction of its own
 *       *   <li>C3. A value that does not open is CORRUPT, with tree and key.
 * </ol>
 *
 * <p>A connection has one of its own: each must know the password.
 */
final class SealedStore implements KvStore {
  private final KvStore inner;
  private final Cryptography cryptography;
  private final CipherSettings settings;
  private final StoreHeader.Layout layout;
  private final ConcurrentLinkedQueue<Sealer> spareSealers = new ConcurrentLinkedQueue<>();

  /** Overwritten when the key ring is there. */
  private final byte[] password;

  private KeyRing ring;
  /** The slot entry that was last seen to belong to the key ring. */
  private byte[] knownEntry;

  private boolean isClosed;

  SealedStore(KvStore inner, CipherSettings settings, StoreHeader.Layout layout, byte[] password) {
    this.inner = inner;
    this.cryptography = Ciphers.required();
    this.settings = settings;
    this.layout = layout;
    this.password = password;
    Ciphers.requireKnown(settings.cipher());
  }

  @Override
  public KvTransaction begin(boolean write) {
    if (isClosed) {
      throw new StoreException(ResultCode.MISUSE, "the store is closed");
    }
    KvTransaction begun = inner.begin(write);
    try {
      byte[] entry = StoreHeader.slotEntry(begun);
      if (entry != null) {
        adopt(entry);
      } else if (!begun.isEmpty()) {
        throw new StoreException(ResultCode.NOTADB, "a key was given, and the database is not encrypted");
      } else if (write && ring == null) {
        createKey();
      }
      return new SealedTransaction(begun, entry != null || write ? takeSealer() : null, entry == null, this);
    } catch (StoreException e) {
      try {
        begun.rollback();
      } catch (StoreException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  /** Another writer may be quicker to make the database: then {@link #adopt} takes its key instead. */
  private synchronized void createKey() {
    ring = cryptography.create(settings, password);
  }

  private synchronized void adopt(byte[] entry) {
    if (Arrays.equals(entry, knownEntry)) {
      return;
    }
    // another slot for a key that we have: somebody has changed the password, the key is the same
    if (ring == null || knownEntry == null) {
      KeyRing opened = cryptography.open(StoreHeader.slot(entry), password);
      forgetKey();
      ring = opened;
      Arrays.fill(password, (byte) 0);
    }
    knownEntry = entry;
  }

  byte[] ownEntry() {
    return StoreHeader.entry(layout, ring.slot());
  }

  synchronized void changeKey(byte[] newPassword) {
    try (SealedTransaction transaction = (SealedTransaction) begin(true)) {
      byte[] entry = StoreHeader.entry(layout, ring.slotFor(settings, newPassword));
      transaction.putSlotEntry(entry);
      transaction.commit(Synchronous.FULL);
      knownEntry = entry;
    }
  }

  byte[] databaseId() {
    return ring.databaseId();
  }

  private Sealer takeSealer() {
    Sealer spare = spareSealers.poll();
    return spare == null ? ring.sealer() : spare;
  }

  void giveBack(Sealer sealer) {
    if (sealer != null) {
      spareSealers.add(sealer);
    }
  }

  String cipher() {
    return ring == null ? settings.cipher() : ring.cipher();
  }

  private void forgetKey() {
    spareSealers.clear();
    if (ring != null) {
      ring.close();
      ring = null;
    }
  }

  // ---- about the store ----------------------------------------------------------------------------------------------------------

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public String engineVersion() {
    return inner.engineVersion();
  }

  @Override
  public Traits traits() {
    return inner.traits();
  }

  /** None: what an index is about is in its records, which are values. */
  @Override
  public int longestIndexKey() {
    return IndexKeys.ORDINAL_LENGTH;
  }

  @Override
  public List<String> layers() {
    List<String> layers = new ArrayList<>();
    layers.add(cipher());
    layers.addAll(inner.layers());
    return layers;
  }

  /** Forgets the key; the store below stays open. */
  @Override
  public synchronized void close() {
    isClosed = true;
    Arrays.fill(password, (byte) 0);
    forgetKey();
  }

  @Override
  public String toString() {
    return cipher() + "(" + inner + ")";
  }
}

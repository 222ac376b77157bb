// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.List;
import org.lumosql.btree.KeyControl;
import org.lumosql.cipher.CipherSettings;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** A connection's view of a store that may be given a key: the store itself until then, a {@link SealedStore} over it from then on. */
final class KeyableStore implements KvStore, KeyControl {
  private final KvStore inner;
  private final CipherSettings settings;
  private final boolean isCipherAsked;
  private final StoreHeader.Layout layout;
  private KvStore current;

  /** @param isCipherAsked nothing must be written before there is a key */
  KeyableStore(KvStore inner, CipherSettings settings, boolean isCipherAsked, StoreHeader.Layout layout) {
    this.inner = inner;
    this.isCipherAsked = isCipherAsked;
    this.settings = settings;
    this.layout = layout;
    this.current = inner;
  }

  @Override
  public void setKey(byte[] password) {
    SealedStore sealed = new SealedStore(inner, settings, layout, password);
    close();
    current = sealed;
  }

  @Override
  public boolean hasKey() {
    return current != inner;
  }

  @Override
  public void changeKey(byte[] password) {
    if (!(current instanceof SealedStore sealed)) {
      throw StoreException.withMessage(ResultCode.ERROR, "the database is not encrypted: VACUUM INTO makes an encrypted copy");
    }
    sealed.changeKey(password);
  }

  @Override
  public KvTransaction begin(boolean write) {
    if (write && isCipherAsked && current == inner) {
      throw StoreException.withMessage(
          ResultCode.ERROR, "cipher " + settings.cipher() + " was asked for, and no key was given");
    }
    return current.begin(write);
  }

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

  @Override
  public int longestIndexKey() {
    return current.longestIndexKey();
  }

  @Override
  public List<String> layers() {
    return current.layers();
  }

  /** Forgets the key. The store below belongs to all connections and stays open. */
  @Override
  public void close() {
    if (current != inner) {
      current.close();
    }
  }
}

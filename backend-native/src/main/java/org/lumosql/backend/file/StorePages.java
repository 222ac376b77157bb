// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.backend.file.pager.FilePager;
import org.lumosql.backend.file.vfs.LocalVfs;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.KeyControl;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.PageLayout;

/** Layout {@code pages}: this module's pager and trees over the pages of a key-value store. */
public final class StorePages implements PageLayout {
  @Override
  public Btree open(Backend backend, KvStore store, KeyControl keys, StoredDatabase database) {
    LocalVfs vfs = new LocalVfs(); // for temporary files
    FilePager pager = FilePager.over(store, database.steps(), database.isReadOnly(), vfs);
    FileBtree btree = new FileBtree(backend, vfs, pager, database.path(), false);
    btree.add(new StoreKeys(btree, store, keys, database.atClose()));
    return btree;
  }

  /** Encryption is the store's affair; the pager has to forget what it has read without the key. */
  private static final class StoreKeys implements FileExtra {
    private final FileBtree btree;
    private final KvStore store;
    private final KeyControl keys;
    private final Runnable atClose;

    StoreKeys(FileBtree btree, KvStore store, KeyControl keys, Runnable atClose) {
      this.btree = btree;
      this.store = store;
      this.keys = keys;
      this.atClose = atClose;
    }

    @Override
    public void setKey(byte[] password) {
      FileKeys.requireIdle(btree);
      keys.setKey(password);
      btree.forget();
    }

    @Override
    public boolean hasKey() {
      return keys.hasKey();
    }

    @Override
    public void changeKey(byte[] password) {
      FileKeys.requireIdle(btree);
      btree.beginWrite(false); // with the key as it is, and with the busy handler
      btree.rollback(null);
      keys.changeKey(password);
    }

    @Override
    public List<String> layers() {
      List<String> layers = new ArrayList<>();
      layers.add("pages");
      layers.addAll(store.layers());
      return layers;
    }

    @Override
    public void close() {
      atClose.run();
    }
  }
}

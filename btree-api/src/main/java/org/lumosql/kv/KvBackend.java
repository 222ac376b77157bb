// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.OpenOptions;
import org.lumosql.cipher.CipherSettings;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * What the backend of a key-value engine extends: it says how to open a store, the rest is here. Connections of the JVM
 * to one path share the store, which is closed with the last of them. Databases without a file are kept in sorted maps
 * of their connection, never in the engine.
 */
public abstract class KvBackend implements Backend {
  private final OpenStores stores;

  /**
   * For subclasses.
   *
   * @param stores the stores that are open; one object for all instances of the subclass, because engines do not let a
   *     process open a file twice
   */
  protected KvBackend(OpenStores stores) {
    this.stores = stores;
  }

  /**
   * Opens the store of a path. The path is recognised, or there is nothing but perhaps an empty file or directory; then
   * a store is made.
   *
   * @throws StoreException CANTOPEN; BUSY if another process keeps it from being opened
   */
  protected abstract KvStore openStore(Path path, OpenOptions options);

  @Override
  public final Btree open(OpenOptions options) {
    boolean isReadOnly = options.access() == OpenOptions.Access.READ_ONLY;
    if (options.kind() != OpenOptions.Kind.FILE) {
      boolean isMemory = options.kind() == OpenOptions.Kind.MEMORY;
      KvStore store = new SortedMapStore();
      return new KvBtree(this, store, null, new KvBtree.Options("", isReadOnly, isMemory, null, store::close));
    }
    Path path = real(Path.of(options.path()));
    OpenStores.Share share = stores.share(path, () -> openChecked(path, options));
    try {
      return open(share, path.toString(), isReadOnly, options.parameters());
    } catch (StoreException e) {
      share.close();
      throw e;
    }
  }

  /** The layers of a connection over the store that all connections share. */
  private Btree open(OpenStores.Share share, String path, boolean isReadOnly, Map<String, String> parameters) {
    StoreHeader.Layout layout = layout(share.store(), parameters.get("layout"));
    KeyableStore keyable = new KeyableStore(share.store(), CipherSettings.of(parameters), parameters.containsKey("cipher"), layout);
    Runnable atClose =
        () -> {
          keyable.close();
          share.close();
        };
    if (layout == StoreHeader.Layout.PAGES) {
      return PageLayouts.required().open(this, keyable, keyable, new PageLayout.StoredDatabase(path, isReadOnly, share.commits(), atClose));
    }
    boolean isLimited = share.store().traits().maximumKeyLength() < Integer.MAX_VALUE;
    KvStore trees = isLimited ? new LongKeysStore(keyable) : keyable;
    return new KvBtree(this, trees, keyable, new KvBtree.Options(path, isReadOnly, false, share.commits(), atClose));
  }

  /** What the store says, or what is wanted of a new one. */
  private static StoreHeader.Layout layout(KvStore store, String wanted) {
    StoreHeader.Layout asked = wanted == null ? StoreHeader.Layout.TREES : StoreHeader.Layout.named(wanted);
    try (KvTransaction transaction = store.begin(false)) {
      StoreHeader.Layout found = StoreHeader.layout(transaction);
      return found == null ? asked : found;
    }
  }

  /** One name for one store, through whichever links it was named. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      if (Files.exists(absolute)) {
        return absolute.toRealPath();
      }
      Path parent = absolute.getParent();
      return parent == null ? absolute : parent.toRealPath().resolve(absolute.getFileName());
    } catch (IOException e) {
      return absolute; // opening will tell
    }
  }

  /** Whether stores are in files; if not, any path will do. */
  protected boolean hasFiles() {
    return true;
  }

  private KvStore openChecked(Path path, OpenOptions options) {
    if (hasFiles()) {
      checkFiles(path, options);
    }
    try {
      KvStore engine = openStore(path, options);
      return hasFiles() ? new TwoStepStore(engine, path) : engine;
    } catch (LinkageError e) {
      throw StoreException.withMessage(
          ResultCode.CANTOPEN, "backend " + name() + " needs a library that is missing or does not run here: " + e);
    }
  }

  private void checkFiles(Path path, OpenOptions options) {
    if (Files.notExists(path)) {
      if (options.access() != OpenOptions.Access.CREATE) {
        throw new StoreException(ResultCode.CANTOPEN, "there is no " + path);
      }
      if (path.getParent() == null || !Files.isDirectory(path.getParent())) {
        throw new StoreException(ResultCode.CANTOPEN, "there is no directory " + path.getParent());
      }
    } else if (!recognises(path) && !isEmpty(path)) {
      throw new StoreException(ResultCode.NOTADB, path + " is not a database of backend " + name());
    }
  }

  private static boolean isEmpty(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        return Files.size(path) == 0;
      }
      try (Stream<Path> entries = Files.list(path)) {
        return entries.findAny().isEmpty();
      }
    } catch (IOException e) {
      throw new StoreException(ResultCode.CANTOPEN, "cannot look at " + path, e);
    }
  }
}

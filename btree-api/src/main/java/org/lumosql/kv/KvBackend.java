// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.OpenOptions;
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
      return new KvBtree(this, store, new KvBtree.Options("", isReadOnly, isMemory, null, store::close));
    }
    Path path = real(Path.of(options.path()));
    OpenStores.Share share = stores.share(path, () -> openChecked(path, options));
    StoreStack stores = share.stores();
    return new KvBtree(
        this, stores.top(), new KvBtree.Options(path.toString(), isReadOnly, false, stores.commits(), share::close));
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

  private StoreStack openChecked(Path path, OpenOptions options) {
    if (hasFiles()) {
      checkFiles(path, options);
    }
    try {
      return StoreStack.over(openStore(path, options), hasFiles() ? path : null);
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

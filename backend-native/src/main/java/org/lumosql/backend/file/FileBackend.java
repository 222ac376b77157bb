// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lumosql.backend.file.pager.FilePager;
import org.lumosql.backend.file.pager.PageCodec;
import org.lumosql.backend.file.pager.SealedPages;
import org.lumosql.backend.file.vfs.LocalVfs;
import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.backend.file.vfs.VfsFile;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.OpenOptions;
import org.lumosql.cipher.CipherSettings;
import org.lumosql.error.StoreException;

/**
 * Databases in SQLite's file format 3, shared with SQLite itself, and memory and temporary ones. The default backend.
 */
public final class FileBackend implements Backend {
  private final Vfs vfs;

  /** Over the host's file system. */
  public FileBackend() {
    this(new LocalVfs());
  }

  /** Over another file system; for tests that make it fail. */
  public FileBackend(Vfs vfs) {
    this.vfs = vfs;
  }

  @Override
  public String name() {
    return "file";
  }

  @Override
  public List<String> otherNames() {
    return List.of("native");
  }

  @Override
  public String engineVersion() {
    return "3.54.1";
  }

  @Override
  public boolean recognises(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    // by way of the file system layer: closing a descriptor of one's own would drop the locks that this process
    // holds on the file
    try (VfsFile file = vfs.open(path.toString(), Vfs.FileRole.DATABASE, Vfs.OpenMode.READ_ONLY)) {
      byte[] start = new byte[16];
      int length = file.read(0, start, 0, start.length);
      return length == 0 || (length == start.length && (FileHeader.hasMagic(start) || SealedPages.hasMagic(start)));
    } catch (StoreException unreadable) {
      return false;
    }
  }

  @Override
  public Btree open(OpenOptions options) {
    boolean isMemory = options.kind() == OpenOptions.Kind.MEMORY;
    if (options.kind() != OpenOptions.Kind.FILE) {
      return new FileBtree(this, vfs, FilePager.open(vfs, options, PageCodec.PLAIN), "", isMemory);
    }
    SealedPages pages = new SealedPages(CipherSettings.of(options.parameters()), options.parameters().containsKey("cipher"));
    FilePager pager = FilePager.open(vfs, options, pages);
    FileBtree btree = new FileBtree(this, vfs, pager, vfs.fullPath(options.path()), false);
    btree.add(new FileKeys(btree, pages));
    return btree;
  }
}

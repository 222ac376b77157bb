// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.util.Locale;
import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.backend.file.vfs.Vfs.FileRole;
import org.lumosql.backend.file.vfs.Vfs.OpenMode;
import org.lumosql.backend.file.vfs.VfsFile;
import org.lumosql.btree.OpenOptions;

/** Opens the pager of a named file. It begins with a rollback journal; the first look at the header may change that. */
final class FileOpening {
  private FileOpening() {}

  static FilePager open(Vfs vfs, OpenOptions options, PageCodec codec) {
    OpenMode mode =
        switch (options.access()) {
          case READ_ONLY -> OpenMode.READ_ONLY;
          case READ_WRITE -> OpenMode.READ_WRITE;
          case CREATE -> OpenMode.CREATE;
        };
    boolean isImmutable = isSet(options, "immutable");
    String path = vfs.fullPath(options.path());
    VfsFile file = vfs.open(path, FileRole.DATABASE, isImmutable ? OpenMode.READ_ONLY : mode);
    PagerSettings settings = new PagerSettings();
    boolean usesLocks = !isSet(options, "nolock");
    int pageSize = codec.pageSize() != 0 ? codec.pageSize() : FilePager.DEFAULT_PAGE_SIZE;
    DatabaseFile database = new DatabaseFile(vfs, file, path, settings, pageSize, isImmutable, usesLocks);
    return new FilePager(new RollbackStore(database), settings, codec, vfs, false);
  }

  /** As SQLite reads the boolean parameters of a URI. */
  private static boolean isSet(OpenOptions options, String parameter) {
    String value = options.parameters().getOrDefault(parameter, "0").toLowerCase(Locale.ROOT);
    return value.equals("yes") || value.equals("true") || value.equals("on") || value.matches("0*[1-9][0-9]*");
  }
}

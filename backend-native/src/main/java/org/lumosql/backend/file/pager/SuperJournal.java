// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.backend.file.vfs.Vfs.FileRole;
import org.lumosql.backend.file.vfs.Vfs.OpenMode;
import org.lumosql.backend.file.vfs.VfsFile;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * The super-journal of a commit over several database files
 * (https://sqlite.org/atomiccommit.html#_multi_file_commit): a file with the names of their rollback journals, each
 * ended by a zero byte. While it exists, all those journals are to be played back; removing it is the one moment at
 * which all files are committed.
 *
 * <p>Order of events: {@link #create}; {@code commitPhaseOne(path())} on every database; {@link #delete}; {@code
 * commitPhaseTwo} on every database. If a first step fails: roll all back, then {@link #delete}.
 */
public final class SuperJournal {
  private static final int NAME_ATTEMPTS = 100;

  /** More than any real one; what is larger is not read. */
  private static final int LARGEST = 16 << 20;

  private final Vfs vfs;
  private final String path;

  private SuperJournal(Vfs vfs, String path) {
    this.vfs = vfs;
    this.path = path;
  }

  /**
   * Makes and syncs the file.
   *
   * @param databasePath the main database: the file gets its name and directory
   * @param journalPaths the rollback journals of all databases that take part
   */
  public static SuperJournal create(Vfs vfs, String databasePath, List<String> journalPaths, boolean sync) {
    String path = newPath(vfs, databasePath);
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    for (String journal : journalPaths) {
      names.writeBytes(journal.getBytes(StandardCharsets.UTF_8));
      names.write(0);
    }
    try (VfsFile file = vfs.open(path, FileRole.SUPER_JOURNAL, OpenMode.CREATE)) {
      file.write(0, names.toByteArray(), 0, names.size());
      if (sync) {
        file.sync(false);
        vfs.syncDirectoryOf(path);
      }
    } catch (StoreException error) {
      try {
        vfs.delete(path, false);
      } catch (StoreException second) {
        error.addSuppressed(second);
      }
      throw error;
    }
    return new SuperJournal(vfs, path);
  }

  private static String newPath(Vfs vfs, String databasePath) {
    for (int attempt = 0; attempt < NAME_ATTEMPTS; attempt++) {
      int random = vfs.randomInt();
      // The form of the name is SQLite's own, so that its tools recognise the file.
      String candidate = databasePath + String.format("-mj%06X9%02X", random >>> 8, random & 0xff);
      if (!vfs.exists(candidate)) {
        return candidate;
      }
    }
    throw new StoreException(ResultCode.FULL, "no free name for a super-journal of " + databasePath);
  }

  public String path() {
    return path;
  }

  /** Commits all databases at once, if their first steps have been taken. */
  public void delete() {
    vfs.delete(path, true);
  }

  /**
   * Deletes a super-journal to which no journal points any more. To be called when a journal that named it has been
   * played back.
   */
  static void deleteIfUnused(Vfs vfs, String path) {
    if (!vfs.exists(path)) {
      return;
    }
    for (String journal : readNames(vfs, path)) {
      if (vfs.exists(journal) && path.equals(superJournalOf(vfs, journal))) {
        return;
      }
    }
    vfs.delete(path, false);
  }

  private static List<String> readNames(Vfs vfs, String path) {
    List<String> names = new ArrayList<>();
    try (VfsFile file = vfs.open(path, FileRole.SUPER_JOURNAL, OpenMode.READ_ONLY)) {
      byte[] bytes = new byte[(int) Math.min(LARGEST, file.size())];
      file.read(0, bytes, 0, bytes.length);
      int start = 0;
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == 0) {
          names.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
          start = i + 1;
        }
      }
    }
    return names;
  }

  private static String superJournalOf(Vfs vfs, String journal) {
    try (VfsFile file = vfs.open(journal, FileRole.JOURNAL, OpenMode.READ_ONLY)) {
      return new JournalReader(file).superJournal();
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * The file that ties the commits of several databases together, as SQLite makes it
 * (https://sqlite.org/atomiccommit.html#_multi_file_commit): the paths of all that have been prepared, each ended by a
 * zero byte. While it exists nothing is decided, and a crash undoes all of them; without it they are committed. Files
 * with a rollback journal and {@link PreparedChanges} point to it in the same way, so that any of them may be recovered
 * first, by us or by SQLite.
 */
final class SuperJournalFile {
  private static final int NAME_ATTEMPTS = 100;
  /** More than any real one; what is larger is not read. */
  private static final long LARGEST = 16 << 20;

  private SuperJournalFile() {}

  /** Makes the file beside a database, and returns its path. */
  static String create(String databasePath, List<String> prepared, boolean sync) {
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    for (String path : prepared) {
      names.writeBytes(path.getBytes(StandardCharsets.UTF_8));
      names.write(0);
    }
    Path path = newPath(databasePath);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(names.toByteArray());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      if (sync) {
        channel.force(true);
        Directories.syncParent(path);
      }
    } catch (IOException e) {
      throw new StoreException(ResultCode.IOERR_WRITE, "cannot write " + path, e);
    }
    return path.toString();
  }

  private static Path newPath(String databasePath) {
    for (int attempt = 0; attempt < NAME_ATTEMPTS; attempt++) {
      int random = ThreadLocalRandom.current().nextInt();
      // the form of the name is SQLite's own, so that its tools recognise the file
      Path path = Path.of(databasePath + String.format(Locale.ROOT, "-mj%06X9%02X", random >>> 8, random & 0xff));
      if (Files.notExists(path)) {
        return path;
      }
    }
    throw new StoreException(ResultCode.FULL, "no free name for a super-journal of " + databasePath);
  }

  /** Removes the file for good, which decides. Fails only if it is still there. */
  static void delete(String superJournal, boolean sync) {
    Path path = Path.of(superJournal);
    try {
      Files.deleteIfExists(path);
      if (sync) {
        Directories.syncParent(path);
      }
    } catch (IOException e) {
      if (Files.exists(path)) {
        throw new StoreException(ResultCode.IOERR_DELETE, "cannot remove " + path, e);
      } // else only whether that lasts is not known
    }
  }

  /** Removes a file that nothing prepared points to any more. To be called when one that pointed to it was undone. */
  static void deleteIfUnused(String superJournal) {
    Path path = Path.of(superJournal);
    try {
      if (Files.notExists(path) || Files.size(path) > LARGEST) {
        return;
      }
      for (String prepared : new String(Files.readAllBytes(path), StandardCharsets.UTF_8).split("\0")) {
        if (!prepared.isEmpty() && superJournal.equals(JournalPointer.read(Path.of(prepared)))) {
          return;
        }
      }
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new StoreException(ResultCode.IOERR_DELETE, "cannot remove " + path, e);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lumosql.btree.Btree;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.PageBackup;
import org.lumosql.btree.PageControl;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** A whole database as the bytes of its file, and back (https://sqlite.org/c3ref/serialize.html). */
final class DatabaseImage {
  private static final int WRITE_VERSION = 18;
  private static final int READ_VERSION = 19;
  private static final int CHANGE_COUNTER = 24;
  private static final int PAGE_COUNT = 28;
  private static final int VERSION_VALID_FOR = 92;
  private static final byte WAL = 2;
  private static final byte ROLLBACK = 1;

  private DatabaseImage() {}

  static byte[] of(Session session, int number) {
    Btree btree = session.btree(number);
    PageControl control =
        btree.capability(PageControl.class)
            .orElseThrow(() -> StoreException.withMessage(ResultCode.ERROR, btree.backend().name() + " has no pages to serialize: use VACUUM INTO"));
    return session.reading(
        number,
        () -> {
          int pageSize = control.pageSize();
          long length = control.pageCount() * pageSize;
          if (length > Integer.MAX_VALUE - 8) {
            throw StoreException.withMessage(ResultCode.TOOBIG, "the database has " + length + " bytes, too many for an array");
          }
          byte[] image = new byte[(int) length];
          for (int page = 1; (page - 1) * (long) pageSize < length; page++) {
            System.arraycopy(control.readPage(page), 0, image, (page - 1) * pageSize, pageSize);
          }
          completeHeader(image, pageSize);
          return image;
        });
  }

  /** A database in memory does not keep the number of its pages in its header, where readers of a file look for it. */
  private static void completeHeader(byte[] image, int pageSize) {
    if (image.length > 0) {
      ByteBuffer header = ByteBuffer.wrap(image);
      header.putInt(PAGE_COUNT, image.length / pageSize);
      header.putInt(VERSION_VALID_FOR, header.getInt(CHANGE_COUNTER)); // the number above was written with this change
    }
  }

  /** Puts a database in memory that has these bytes in the place of one of the connection's. */
  static void load(Session session, int number, byte[] image) {
    if (!session.isAutocommit() || session.activeStatements() > 0) {
      throw StoreException.withMessage(ResultCode.BUSY, "a database cannot be replaced while statements are running or a transaction is open");
    }
    Btree memory = session.backends().named(Backends.DEFAULT).open(OpenOptions.memory());
    try {
      if (image.length > 0) {
        restore(session, image, memory);
      }
    } catch (RuntimeException | Error e) {
      memory.close();
      throw e;
    }
    session.replace(number, memory);
  }

  private static void restore(Session session, byte[] image, Btree memory) {
    Path file = session.newTemporaryFile();
    try {
      byte[] content = image;
      if (image.length > READ_VERSION && image[READ_VERSION] == WAL) {
        content = image.clone(); // its log is not there, and memory has none
        content[WRITE_VERSION] = ROLLBACK;
        content[READ_VERSION] = ROLLBACK;
      }
      Files.write(file, content);
      OpenOptions options =
          new OpenOptions(file.toString(), OpenOptions.Kind.FILE, OpenOptions.Access.READ_ONLY, java.util.Map.of());
      try (Btree stored = session.backends().named(Backends.DEFAULT).open(options);
          PageBackup.Session copy = stored.capability(PageBackup.class).orElseThrow().start(memory)) {
        copy.step(-1);
      }
    } catch (IOException e) {
      throw new StoreException(ResultCode.IOERR_WRITE, "cannot write " + file, e);
    } finally {
      try {
        Files.deleteIfExists(file);
      } catch (IOException left) {
        file.toFile().deleteOnExit();
      }
    }
  }
}

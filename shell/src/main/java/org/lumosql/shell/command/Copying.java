// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.nio.file.Files;
import org.lumosql.engine.Backup;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.RawDatabase;
import org.lumosql.error.ResultCode;
import org.lumosql.shell.output.SqlText;
import org.lumosql.shell.session.Shell;

/** {@code .backup}, {@code .save} and {@code .restore}: whole databases, page by page where both keep pages. */
final class Copying {
  private static final int PAGES_PER_STEP = 100;

  private final Shell shell;

  Copying(Shell shell) {
    this.shell = shell;
  }

  boolean backup(String database, String file) {
    Connection source = shell.connection();
    if (source.isReadOnly(database) == null) {
      shell.error("Error: unknown database " + database);
      return false;
    }
    if (!keepsPages(source, database)) {
      source.execute("VACUUM " + SqlText.identifier(database) + " INTO " + SqlText.quote(shell.resolve(file).toString()));
      return true;
    }
    try (Connection target = open(file, false)) {
      return target != null && copy(source, database, target, "main", "backing up");
    }
  }

  boolean restore(String database, String file) {
    Connection target = shell.connection();
    if (target.isReadOnly(database) == null) {
      shell.error("Error: unknown database " + database);
      return false;
    }
    try (Connection source = open(file, !Files.exists(shell.resolve(file)))) {
      return source != null && copy(source, "main", target, database, "restoring");
    }
  }

  private static boolean keepsPages(Connection connection, String database) {
    try (RawDatabase raw = connection.raw(database)) {
      return raw.pageSize() > 0;
    } catch (EngineException noPages) {
      return false;
    }
  }

  private Connection open(String file, boolean isReadOnly) {
    Connection opened = null;
    try {
      opened = shell.connect(file, isReadOnly);
      opened.isReadOnly("main");
      return opened;
    } catch (EngineException e) {
      if (opened != null) {
        opened.close();
      }
      shell.error("Error: cannot open \"" + file + "\"");
      return null;
    }
  }

  private boolean copy(Connection source, String from, Connection target, String to, String work) {
    ProgressBar bar = ProgressBar.start(shell, work, 100);
    try (Backup backup = source.backup(from, target, to)) {
      while (!backup.step(PAGES_PER_STEP)) {
        long total = Math.max(1, backup.totalPages());
        bar.reached((total - backup.remainingPages()) * 100 / total);
      }
      return true;
    } catch (EngineException e) {
      boolean busy = e.code().primary() == ResultCode.BUSY || e.code().primary() == ResultCode.LOCKED;
      shell.error(busy ? "Error: source database is busy" : "Error: " + e.getMessage());
      return false;
    } finally {
      bar.end();
    }
  }
}

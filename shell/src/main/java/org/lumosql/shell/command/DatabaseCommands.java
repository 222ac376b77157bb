// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import org.lumosql.btree.MetaValue;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.RawDatabase;
import org.lumosql.engine.Statement;
import org.lumosql.shell.output.Output;
import org.lumosql.shell.output.SqlText;
import org.lumosql.shell.session.Shell;

/** Opening, copying and looking at whole databases. */
final class DatabaseCommands {
  private static final int LABEL_WIDTH = 20;
  private static final String[] ENCODINGS = {"", " (utf8)", " (utf16le)", " (utf16be)"};

  private DatabaseCommands() {}

  static boolean databases(Shell shell, Words words) {
    new SchemaPrinter(shell.connection(), shell.out()).databases();
    return true;
  }

  static boolean open(Shell shell, Words words) throws IOException {
    String file = null;
    boolean isNew = false;
    boolean isReadOnly = false;
    boolean isCopy = false;
    for (String word : words.from(1)) {
      String option = Words.option(word);
      if ("new".equals(option)) {
        isNew = true;
      } else if ("readonly".equals(option)) {
        isReadOnly = true;
      } else if ("deserialize".equals(option)) {
        isCopy = true;
      } else if (option != null) {
        shell.error("unknown option: " + word);
        return false;
      } else if (file != null) {
        shell.error("extra argument: \"" + word + "\"");
        return false;
      } else {
        file = word;
      }
    }
    if (file != null && !file.equals(Shell.MEMORY)) {
      shell.safeMode().forbid("open disk-based database files in safe mode");
    }
    if (isNew && file != null && !file.equals(Shell.MEMORY)) {
      for (String suffix : new String[] {"", "-journal", "-wal", "-shm"}) {
        Files.deleteIfExists(shell.resolve(file + suffix));
      }
    }
    shell.setReadOnly(isReadOnly);
    if (isCopy && file != null && !file.equals(Shell.MEMORY)) {
      shell.openCopy(file);
    } else {
      shell.open(file == null ? Shell.MEMORY : file);
    }
    return true;
  }

  static boolean backup(Shell shell, Words words) throws IOException {
    String database = null;
    String file = null;
    for (String word : words.from(1)) {
      String option = Words.option(word);
      if ("async".equals(option)) {
        continue; // the copy is made in one transaction anyway
      }
      if (option != null) {
        shell.error("unknown option: " + word);
        return false;
      }
      if (database != null) {
        throw new Words.UsageException("Usage: .backup ?DB? ?OPTIONS? FILENAME");
      }
      database = file;
      file = word;
    }
    if (file == null) {
      shell.error("missing FILENAME argument on .backup");
      return false;
    }
    return new Copying(shell).backup(database == null ? "main" : database, file);
  }

  static boolean restore(Shell shell, Words words) {
    words.require(1, 2, ".restore ?DB? FILE");
    return new Copying(shell).restore(words.count() == 2 ? words.get(1) : "main", words.get(words.count()));
  }

  static boolean cloneDatabase(Shell shell, Words words) {
    String file = words.require(1, 1, ".clone FILENAME").get(1);
    if (Files.exists(shell.resolve(file))) {
      shell.error("File \"" + file + "\" already exists.");
      return true;
    }
    new Clone(shell).run(file);
    return true;
  }

  static boolean connection(Shell shell, Words words) {
    if (words.count() == 0) {
      list(shell);
      return true;
    }
    boolean closes = words.get(1).equals("close");
    String number = words.orNull(closes ? 2 : 1);
    if (number == null || words.count() > (closes ? 2 : 1) || number.length() != 1 || !Character.isDigit(number.charAt(0))) {
      throw new Words.UsageException("Usage: .connection [close] [CONNECTION-NUMBER]");
    }
    int index = number.charAt(0) - '0';
    if (index >= Shell.CONNECTIONS) {
      return true;
    }
    if (!closes) {
      shell.useConnection(index);
    } else if (index == shell.activeConnection()) {
      shell.error("cannot close the active database connection");
      return false;
    } else {
      shell.closeConnection(index);
    }
    return true;
  }

  private static void list(Shell shell) {
    for (int i = 0; i < Shell.CONNECTIONS; i++) {
      boolean isActive = i == shell.activeConnection();
      if (!isActive && !shell.hasConnection(i)) {
        continue;
      }
      shell.out().print(isActive ? "ACTIVE " : "       ").print(i).print(": ");
      shell.out().println(shell.file(i) == null ? "(memory)" : shell.file(i));
    }
  }

  // ---- .dbinfo ---------------------------------------------------------------------------------------------------------------------

  static boolean information(Shell shell, Words words) {
    String database = words.count() > 0 ? words.get(1) : "main";
    try (RawDatabase raw = shell.connection().raw(database)) {
      if (raw == null) {
        shell.error("Error: unknown database " + database);
        return false;
      }
      if (raw.pageCount() == 0) {
        shell.error("unable to read database header");
        return false;
      }
      header(shell.out(), raw);
    }
    String schema = SqlText.identifier(database) + ".sqlite_schema";
    count(shell, "number of tables", "SELECT count(*) FROM " + schema + " WHERE type='table'");
    count(shell, "number of indexes", "SELECT count(*) FROM " + schema + " WHERE type='index'");
    count(shell, "number of triggers", "SELECT count(*) FROM " + schema + " WHERE type='trigger'");
    count(shell, "number of views", "SELECT count(*) FROM " + schema + " WHERE type='view'");
    count(shell, "schema size", "SELECT total(length(sql)) FROM " + schema);
    count(shell, "data version", "PRAGMA " + SqlText.identifier(database) + ".data_version");
    return true;
  }

  /** The fields of the header (https://sqlite.org/fileformat.html#the_database_header). */
  private static void header(Output out, RawDatabase raw) {
    byte[] page = raw.page(1);
    line(out, "database page size", raw.pageSize() + "");
    line(out, "write format", page[18] + "");
    line(out, "read format", page[19] + "");
    line(out, "reserved bytes", (page[20] & 0xFF) + "");
    line(out, "file change counter", integer(page, 24));
    line(out, "database page count", raw.pageCount() + "");
    line(out, "freelist page count", integer(page, 36));
    line(out, "schema cookie", integer(page, 40));
    line(out, "schema format", integer(page, 44));
    line(out, "default cache size", integer(page, 48));
    line(out, "autovacuum top root", integer(page, 52));
    line(out, "incremental vacuum", integer(page, 64));
    int encoding = raw.meta(MetaValue.TEXT_ENCODING);
    line(out, "text encoding", encoding + (encoding > 0 && encoding < ENCODINGS.length ? ENCODINGS[encoding] : ""));
    line(out, "user version", integer(page, 60));
    line(out, "application id", integer(page, 68));
    line(out, "software version", integer(page, 96));
  }

  private static String integer(byte[] page, int at) {
    return Integer.toUnsignedString(
        (page[at] & 0xFF) << 24 | (page[at + 1] & 0xFF) << 16 | (page[at + 2] & 0xFF) << 8 | page[at + 3] & 0xFF);
  }

  private static void line(Output out, String label, String value) {
    out.print(label).print(':').spaces(LABEL_WIDTH - label.length()).println(value);
  }

  private static void count(Shell shell, String label, String sql) {
    try (Statement row = shell.connection().prepare(sql)) {
      line(shell.out(), label, row.step() ? Long.toString(row.columnLong(0)) : "0");
    } catch (EngineException e) {
      shell.error("Error: " + e.getMessage());
    }
  }
}

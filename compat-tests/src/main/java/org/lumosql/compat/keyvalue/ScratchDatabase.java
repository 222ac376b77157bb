// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.keyvalue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.lumosql.compat.support.ScratchFolder;

/** The place of a new database in some backend, which goes when it is closed. */
public final class ScratchDatabase implements AutoCloseable {
  private final Path folder;
  private final String name;

  private ScratchDatabase(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  public static ScratchDatabase in(String backend) {
    try {
      Path folder = ScratchFolder.inMemory();
      return new ScratchDatabase(folder, "file:" + folder.resolve("scratch.db") + "?backend=" + backend);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What to open. */
  public String name() {
    return name;
  }

  /** Requires: nobody has it open. */
  @Override
  public void close() {
    try {
      ScratchFolder.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.contract;

import java.nio.file.Path;
import org.lumosql.btree.JournalMode;
import org.lumosql.testkit.BackendContract;
import org.lumosql.testkit.Subject;

/** A file encrypted by XChaCha20, with a write-ahead log. */
class EncryptedLogTest extends BackendContract {
  @Override
  protected Subject subject(Path directory) {
    return NativeSubjects.encrypted(directory, JournalMode.WAL, "xchacha20");
  }
}

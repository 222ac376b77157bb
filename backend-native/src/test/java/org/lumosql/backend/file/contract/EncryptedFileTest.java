// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.contract;

import java.nio.file.Path;
import org.lumosql.btree.JournalMode;
import org.lumosql.testkit.BackendContract;
import org.lumosql.testkit.Subject;

/** A file encrypted by AES, with a rollback journal. */
class EncryptedFileTest extends BackendContract {
  @Override
  protected Subject subject(Path directory) {
    return NativeSubjects.encrypted(directory, JournalMode.DELETE, "aes256gcm");
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.encryption;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.lumosql.testkit.BackendContract;
import org.lumosql.testkit.Subject;

/** Encrypted pages in RocksDB. */
@Tag("slow")
class EncryptedRocksPagesTest extends BackendContract {
  @Override
  protected Subject subject(Path directory) {
    return StackSubject.of(directory, "rocksdb", "pages", "aes256gcm");
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.encryption;

import java.nio.file.Path;
import org.lumosql.testkit.BackendContract;
import org.lumosql.testkit.Subject;

/** Encrypted trees in LMDB. */
class EncryptedLmdbTreesTest extends BackendContract {
  @Override
  protected Subject subject(Path directory) {
    return StackSubject.of(directory, "lmdb", "trees", "aes256gcm");
  }
}

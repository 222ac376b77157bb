// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.encryption;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.lumosql.testkit.BackendContract;
import org.lumosql.testkit.Subject;

/** Encrypted trees in Berkeley DB. */
@Tag("slow")
class EncryptedBdbTreesTest extends BackendContract {
  @Override
  protected Subject subject(Path directory) {
    return StackSubject.of(directory, "bdb", "trees", "aes256gcm");
  }
}

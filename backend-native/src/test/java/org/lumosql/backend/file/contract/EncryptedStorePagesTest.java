// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.contract;

import java.nio.file.Path;
import org.lumosql.testkit.BackendContract;
import org.lumosql.testkit.Subject;

/** Encrypted pages in a key-value store. */
class EncryptedStorePagesTest extends BackendContract {
  @Override
  protected Subject subject(Path directory) {
    return NativeSubjects.inStore("aes256gcm");
  }
}

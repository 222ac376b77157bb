// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.contract;

import java.nio.file.Path;
import org.lumosql.testkit.BackendContract;
import org.lumosql.testkit.Subject;

/** Pages in a key-value store. */
class StorePagesTest extends BackendContract {
  @Override
  protected Subject subject(Path directory) {
    return NativeSubjects.inStore(null);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.contract;

import java.nio.file.Path;
import org.lumosql.testkit.TransactionContract;
import org.lumosql.testkit.Subject;

class MemoryTransactionTest extends TransactionContract {
  @Override
  protected Subject subject(Path directory) {
    return NativeSubjects.memory();
  }
}

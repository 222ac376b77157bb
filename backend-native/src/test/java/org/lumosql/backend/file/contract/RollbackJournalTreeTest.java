// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.contract;

import java.nio.file.Path;
import org.lumosql.testkit.TreeContract;
import org.lumosql.testkit.Subject;

class RollbackJournalTreeTest extends TreeContract {
  @Override
  protected Subject subject(Path directory) {
    return NativeSubjects.rollbackJournal(directory);
  }
}

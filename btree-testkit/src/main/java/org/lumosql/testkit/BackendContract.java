// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** All suites over {@link org.lumosql.btree.Btree} at once. A test class extends it and says how to open a database. */
public abstract class BackendContract {
  /** A new, empty database. */
  protected abstract Subject subject(Path directory);

  @Nested
  class TransactionTest extends TransactionContract {
    @Override
    protected Subject subject(Path directory) {
      return BackendContract.this.subject(directory);
    }
  }

  @Nested
  class CursorTest extends CursorContract {
    @Override
    protected Subject subject(Path directory) {
      return BackendContract.this.subject(directory);
    }
  }

  @Nested
  class TreeTest extends TreeContract {
    @Override
    protected Subject subject(Path directory) {
      return BackendContract.this.subject(directory);
    }
  }

  @Nested
  class ModelTest extends ModelSuite {
    @Override
    protected Subject subject(Path directory) {
      return BackendContract.this.subject(directory);
    }
  }
}

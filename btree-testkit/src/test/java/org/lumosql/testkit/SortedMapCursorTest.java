// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import java.nio.file.Path;

class SortedMapCursorTest extends CursorContract {
  @Override
  protected Subject subject(Path directory) {
    return SortedMapBackend.subject(Integer.MAX_VALUE);
  }
}

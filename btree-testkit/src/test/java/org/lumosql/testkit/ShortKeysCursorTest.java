// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import java.nio.file.Path;

/** Over an engine that allows keys of 64 bytes only. */
class ShortKeysCursorTest extends CursorContract {
  @Override
  protected Subject subject(Path directory) {
    return SortedMapBackend.subject(64);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.List;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.QueryBlock;

final class WindowCompiler {
  WindowCompiler(
      CompileContext context,
      QueryBlock block,
      List<BoundOrderingTerm> orderBy,
      LimitCode limit,
      Destination destination,
      int breakLabel) {
    assert breakLabel != 0 && context != null && block != null && orderBy != null && limit != null && destination != null;
  }

  void compile() {
    throw new UnsupportedOperationException();
  }
}

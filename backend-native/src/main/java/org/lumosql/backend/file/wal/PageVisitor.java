// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

/** Is told page numbers. */
@FunctionalInterface
public interface PageVisitor {
  void visit(int pageNumber);
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

/** Placeholder. */
final class Sorter {
  void close() {}
}

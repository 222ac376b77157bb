// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import org.lumosql.btree.KeyControl;
import org.lumosql.btree.Layered;

/** What comes with the way in which a database is stored: keys and layers, and what is to be done after closing. */
interface FileExtra extends KeyControl, Layered, AutoCloseable {
  @Override
  void close();
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.schema;

import org.lumosql.record.Collation;
import org.lumosql.record.TextEncoding;

/** The collations of a connection. */
public interface CollationLookup {
  TextEncoding encoding();

  /** The collation of a name, or null if there is none. */
  Collation collation(String name);

  /** An object that is another one after any collation or the encoding has changed; null if nobody keeps count. */
  default Object collationVersion() {
    return null;
  }
}

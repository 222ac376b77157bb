// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.io.Serializable;

/** What a worker is asked to do, one after the other. */
sealed interface Request extends Serializable {
  /** Make a new database in a folder; answered by {@link Answer.Opened}. */
  record Open(String folder) implements Request {}

  /** Run a test, by its place in the list; answered by {@link Answer.Ran}. */
  record Run(int test) implements Request {}

  /** Say what SQLite's own check finds; answered by {@link Answer.Checked}. */
  record Check() implements Request {}

  /** Write the database into a new SQLite file; answered by {@link Answer.Checked}. */
  record Copy(String file) implements Request {}

  /** Close the database; answered by {@link Answer.Checked} with an empty text. */
  record Close() implements Request {}
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.session;

/** What runs lines that begin with a dot. */
public interface LineCommands {
  /** Runs one line. False after an error, about which it has said something. */
  boolean run(Shell shell, String line);
}

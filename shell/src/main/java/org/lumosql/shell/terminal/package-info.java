// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Typing at a terminal: editing, history, completion, colours. The only package that uses JLine; {@link org.lumosql.shell.terminal.TerminalSource} is made
 * when a person sits before a terminal, so that nothing of it is loaded otherwise.
 */
package org.lumosql.shell.terminal;

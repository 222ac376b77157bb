// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * The dot-commands: {@link org.lumosql.shell.command.CommandTable} has a line for each, which names a method of its family's class. What is too long for a
 * method has a class of its own ({@code Dump}, {@code Import}, {@code Recovery}, …). The words of {@code .help} are in the resource {@code help.txt}.
 */
package org.lumosql.shell.command;

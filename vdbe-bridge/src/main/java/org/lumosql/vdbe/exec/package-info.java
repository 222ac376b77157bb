// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * The virtual machine. {@link org.lumosql.vdbe.exec.Machine} is one execution of a program: registers, cursors, parameters.
 * {@code Interpreter} is the dispatch loop and does nothing else; the bodies of opcodes live by family in {@code …Ops} classes of static
 * methods, each small enough for the compiler of the JVM. {@code Row} decodes records, {@code Cursor} is a cursor as programs see it.
 *
 * <p>Whose bytes are in a register: {@code Column} copies texts and blobs into the register's own buffer, so that no register ever
 * depends on a page. {@code SCopy} and {@code Variable} make views of another register, valid until that one changes, as documented for these opcodes.
 *
 * <p>Imports {@code org.lumosql.vdbe}, {@code function}, {@code value}, {@code record}, {@code btree}, {@code error}. A machine
 * belongs to the thread of its connection. Priorities: correct, then fast for {@code Column}, {@code Next} and comparisons, then small.
 */
package org.lumosql.vdbe.exec;

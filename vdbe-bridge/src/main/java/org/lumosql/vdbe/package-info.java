// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Programs of the virtual machine: opcodes, instructions, the builder that compilers use, and the interfaces between the machine and the
 * engine (https://sqlite.org/opcode.html).
 *
 * <p>Start with {@link org.lumosql.vdbe.Opcode}, then {@link org.lumosql.vdbe.Program} and {@link org.lumosql.vdbe.ProgramBuilder}. The machine itself
 * is {@code org.lumosql.vdbe.exec}. Never imports SQL: what needs the compiler goes through {@link org.lumosql.vdbe.Host}. Programs are immutable and
 * shared between threads; machines belong to one connection.
 */
package org.lumosql.vdbe;

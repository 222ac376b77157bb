// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The declaration of an opcode, beside its number: {@code docs/opcodes.md} is made from these. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Operation {
  /** What the operands are, as {@code "P1 cursor, P2 jump, P3 out"}; empty if there are none. */
  String operands() default "";

  /** The effect in one formula, as SQLite's EXPLAIN comments have it; may be empty. */
  String synopsis() default "";

  /** One or two sentences. */
  String text();
}

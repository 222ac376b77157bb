// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.ast;

/**
 * A literal of a statement's text whose value is free until somebody looks at it.
 *
 * <p>As long as nothing but the instruction that loads the value depends on it, a text that differs in this literal alone has the same
 * program but for that instruction. Every accessor of a literal's or constant's value pins the slot, so that whatever was decided by the value
 * keeps the program from serving another one. Integers in slots have two to nine digits, or are 2 … 9: code may rely on that without pinning.
 */
public final class LiteralSlot {
  private final LiteralSlot origin;
  private final int token;
  private final boolean negative;
  private boolean pinned;

  /** @param token the number of the literal's token in its statement */
  public LiteralSlot(int token) {
    this.origin = this;
    this.token = token;
    this.negative = false;
  }

  private LiteralSlot(LiteralSlot origin, boolean negative) {
    this.origin = origin;
    this.token = origin.token;
    this.negative = negative;
  }

  /** The same literal with a minus before it. */
  public LiteralSlot negated() {
    return new LiteralSlot(origin, !negative);
  }

  public int token() {
    return token;
  }

  /** Whether the value is that of the literal with its sign changed. */
  public boolean isNegative() {
    return negative;
  }

  /** The value was looked at: it is not free any more. */
  public void pin() {
    origin.pinned = true;
  }

  /** Pins a slot if there is one. */
  public static void pin(LiteralSlot slot) {
    if (slot != null) {
      slot.pin();
    }
  }

  public boolean isPinned() {
    return origin.pinned;
  }
}

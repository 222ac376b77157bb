// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.List;
import org.lumosql.sql.ast.LiteralSlot;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.parse.TokenScan;
import org.lumosql.vdbe.Program;

/**
 * A program, and which of its instructions load the literals of its text, so that it can be made to serve a text with other literals. Only those
 * are exchanged whose values nothing but the loading instruction depends on: see {@link LiteralSlot}.
 */
final class StatementShape {
  private final TokenScan scan;
  private final Program program;
  private final int generation;
  /** The limits that the text was checked against. */
  private final Object limits;
  private final LiteralSlot[] literals;
  private final int[] addresses;

  /** @param context the finished compilation of the scanned text */
  StatementShape(TokenScan scan, Program program, Session session, CompileContext context) {
    this.scan = scan;
    this.program = program;
    this.generation = session.programGeneration();
    this.limits = session.limits().ofLanguage();
    List<LiteralSlot> loaded = context.literals();
    this.literals = loaded.toArray(new LiteralSlot[0]);
    this.addresses = context.literalAddresses();
  }

  int hash() {
    return scan.hash();
  }

  /** Whether the program can be made to serve a text. */
  boolean serves(TokenScan other, Session session) {
    return generation == session.programGeneration()
        && limits == session.limits().ofLanguage()
        && scan.hasShapeOf(other);
  }

  /** The program for a text of this shape. @param sql the statement's own text */
  Program programFor(TokenScan other, String sql, Session session) {
    int[] p1 = literals.length == 0 ? program.p1() : program.p1().clone();
    Object[] p4 = literals.length == 0 ? program.p4() : program.p4().clone();
    for (int i = 0; i < literals.length; i++) {
      LiteralSlot literal = literals[i];
      int address = addresses[i];
      if (literal.isPinned()) {
        continue; // it is the same there
      }
      Object value = p4[address];
      if (value instanceof byte[]) {
        p4[address] = other.string(literal.token()).getBytes(session.encoding().charset());
      } else if (value instanceof Double) {
        double real = other.real(literal.token());
        p4[address] = literal.isNegative() ? -real : real;
      } else {
        int integer = other.integer(literal.token());
        p1[address] = literal.isNegative() ? -integer : integer;
      }
    }
    return new Program(
        program.opcodes(),
        p1,
        program.p2(),
        program.p3(),
        p4,
        program.p5(),
        program.registerCount(),
        program.cursorCount(),
        program.parameters(),
        program.columns(),
        program.databasesUsed(),
        program.databasesWritten(),
        program.flags(),
        sql,
        program.comments(),
        program.plannedFor());
  }
}

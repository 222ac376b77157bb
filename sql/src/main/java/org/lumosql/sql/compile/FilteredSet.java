// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** Rows as keys of an ephemeral index and of a Bloom filter, unless they come from a sorter: then there is no filter. */
final class FilteredSet implements Destination {
  private final Destination index;
  private final String affinities;
  private final int filter;
  private boolean filled;

  /** @param filter register of the Bloom filter */
  FilteredSet(Destination index, String affinities, int filter) {
    this.index = index;
    this.affinities = affinities;
    this.filter = filter;
  }

  @Override
  public void row(CompileContext compile, int first, int count, int breakLabel) {
    filled = true;
    compile.explainPlan().line("CREATE BLOOM FILTER");
    ProgramBuilder program = compile.program();
    // the filter sees registers, which must be converted as the record's values are
    int converted = program.newRegisters(count);
    program.emit(Opcode.Copy, first, converted, count - 1);
    program.emit(Opcode.Affinity, converted, count, 0, affinities);
    program.emit(Opcode.FilterAdd, filter, 0, converted, (long) count);
    index.row(compile, converted, count, breakLabel);
  }

  @Override
  public Destination afterSort() {
    return index;
  }

  /** Whether the filter has all rows. */
  boolean isFilled() {
    return filled;
  }
}

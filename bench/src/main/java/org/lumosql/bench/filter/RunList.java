// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.filter;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;
import org.lumosql.bench.store.RunRecord;

/** {@code -list}: a line for each run. */
public final class RunList {
  public static final String DEFAULT_FIELDS = Field.DEFAULT;

  private RunList() {}

  public static void print(PrintWriter out, List<RunRecord> runs, String names, ZoneId zone) {
    List<Field> fields = Field.list(names);
    int[] widths = new int[fields.size()];
    for (int i = 0; i < widths.length; i++) {
      Field field = fields.get(i);
      widths[i] = Math.max(field.title().length(), runs.stream().mapToInt(run -> field.value(run, zone).length()).max().orElse(0));
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : "  ").append(fields.get(i).padded(fields.get(i).title(), widths[i]));
    }
    out.println(line.toString().stripTrailing());
    for (RunRecord run : runs) {
      line.setLength(0);
      for (int i = 0; i < widths.length; i++) {
        line.append(i == 0 ? "" : "  ").append(fields.get(i).padded(fields.get(i).value(run, zone), widths[i]));
      }
      out.println(line.toString().stripTrailing());
    }
  }
}

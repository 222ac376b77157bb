// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs as text, as LumoSQL's filter writes and reads it. */
public final class ExportText {
  private static final String FIRST_LINE = "# LumoSQL benchmark data version 0.0";
  private static final Pattern ACCEPTED = Pattern.compile("(?i).*LumoSQL.*benchmark.*data.*");
  private static final Pattern RUN = Pattern.compile("([0-9A-Fa-f]{64}) (\\d+)");
  private static final Pattern TEST = Pattern.compile("--(\\d+)");

  private ExportText() {}

  public static void write(Writer out, List<RunRecord> runs) throws IOException {
    out.write(FIRST_LINE + "\n");
    for (RunRecord run : runs) {
      out.write(run.id() + " " + run.tests().size() + "\n");
      lines(out, run.data());
      for (Map.Entry<Integer, TreeMap<String, String>> test : run.tests().entrySet()) {
        out.write("--" + test.getKey() + "\n");
        lines(out, test.getValue());
      }
      out.write("\n");
    }
  }

  private static void lines(Writer out, Map<String, String> values) throws IOException {
    for (Map.Entry<String, String> entry : values.entrySet()) {
      out.write(entry.getKey() + " " + entry.getValue() + "\n");
    }
  }

  /** @throws IOException also if the text is not such an export, or a run of it is not whole */
  public static List<RunRecord> read(BufferedReader in) throws IOException {
    String line = in.readLine();
    if (line == null || !ACCEPTED.matcher(line).matches()) {
      throw new IOException("not LumoSQL benchmark data: " + line);
    }
    List<RunRecord> runs = new ArrayList<>();
    RunRecord run = null;
    int announced = 0;
    int test = 0;
    for (line = in.readLine(); line != null; line = in.readLine()) {
      Matcher begin = RUN.matcher(line);
      Matcher number = TEST.matcher(line);
      if (run == null && begin.matches()) {
        run = new RunRecord(begin.group(1).toUpperCase(java.util.Locale.ROOT), new TreeMap<>(), new TreeMap<>());
        announced = Integer.parseInt(begin.group(2));
        test = 0;
      } else if (line.isEmpty()) {
        end(runs, run, announced);
        run = null;
      } else if (run == null) {
        throw new IOException("not the beginning of a run: " + line);
      } else if (number.matches()) {
        test = Integer.parseInt(number.group(1));
      } else {
        int space = line.indexOf(' ');
        String key = space < 0 ? line : line.substring(0, space);
        String value = space < 0 ? "" : line.substring(space + 1);
        if (test == 0) {
          run.put(key, value);
        } else {
          run.putTest(test, key, value);
        }
      }
    }
    end(runs, run, announced);
    return runs;
  }

  private static void end(List<RunRecord> runs, RunRecord run, int announced) throws IOException {
    if (run == null) {
      return;
    }
    if (run.tests().size() != announced) {
      throw new IOException("run " + run.id() + " has " + run.tests().size() + " tests, not " + announced);
    }
    runs.add(run);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.session;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.Consumer;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.record.TextEncoding;
import org.lumosql.shell.output.Format;
import org.lumosql.shell.output.OutputMode;
import org.lumosql.shell.output.PlanTree;
import org.lumosql.shell.output.RowPrinter;

/** Runs the statements of a text and prints their rows, with all that settings want to be told about them. */
public final class SqlRunner {
  private static final int PLAN_COLUMNS = 4;

  private final Shell shell;

  SqlRunner(Shell shell) {
    this.shell = shell;
  }

  /** Runs the statements of a text up to the first error. Returns its result code, or 0. */
  int run(String script, String inPrepare, String stepping) {
    if (shell.settings().nextInput != null) {
      return handOver(script, stepping);
    }
    long start = System.nanoTime();
    long processor = shell.settings().timer ? processorTime() : 0;
    int from = 0;
    while (from < script.length()) {
      int begin = from;
      boolean prepared = false;
      try (Statement statement = shell.connection().prepare(script, from)) {
        prepared = true;
        from = statement.end();
        if (!statement.isEmpty()) {
          run(statement);
        }
      } catch (EngineException e) {
        shell.error(Errors.describe(e, prepared ? stepping : inPrepare, script, begin));
        showTime(start, processor);
        return Errors.exitStatus(e);
      }
    }
    showTime(start, processor);
    return 0;
  }

  /** A command has asked for the text. */
  private int handOver(String script, String stepping) {
    Consumer<String> taker = shell.settings().nextInput;
    shell.settings().nextInput = null;
    try {
      taker.accept(script);
      return 0;
    } catch (EngineException e) {
      shell.error(stepping.replace("Runtime error", "Error").replace("Error: stepping, ", "Error: ") + e.getMessage());
      return Errors.exitStatus(e);
    }
  }

  private void showTime(long start, long processor) {
    if (shell.settings().timer) {
      double real = (System.nanoTime() - start) / 1e9;
      double user = (processorTime() - processor) / 1e9;
      shell.out().flush();
      shell.outputs().standard().print(String.format(Locale.ROOT, "Run Time: real %.3f user %.6f sys %.6f%n", real, user, 0.0));
    }
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void run(Statement statement) {
    Settings settings = shell.settings();
    if (settings.trace) {
      shell.trace(statement.sql());
    }
    boolean isExplain = statement.isExplain();
    if (settings.plan != Settings.Plan.OFF && !isExplain) {
      showPlan(statement.sql());
    }
    Parameters.bind(shell.connection(), statement);
    if (settings.explainAutomatically && isExplain) {
      if (statement.columnCount() == PLAN_COLUMNS) {
        printPlan(statement);
      } else {
        printRows(statement, explainFormat());
      }
    } else {
      printRows(statement, settings.format);
    }
    if (settings.stats) {
      shell.showStatistics();
    }
  }

  private Format explainFormat() {
    Format format = shell.settings().format.clone();
    format.mode = OutputMode.EXPLAIN;
    return format;
  }

  private void showPlan(String sql) {
    Connection connection = shell.connection();
    try (Statement plan = connection.prepare("EXPLAIN QUERY PLAN " + sql)) {
      Parameters.bind(connection, plan);
      printPlan(plan);
    }
    if (shell.settings().plan == Settings.Plan.FULL) {
      try (Statement program = connection.prepare("EXPLAIN " + sql)) {
        Parameters.bind(connection, program);
        printRows(program, explainFormat());
      }
    }
  }

  private void printPlan(Statement plan) {
    PlanTree tree = new PlanTree(shell.out());
    while (plan.step()) {
      tree.add(plan);
    }
    tree.print();
  }

  private TextEncoding encoding() {
    try {
      return shell.connection().encoding();
    } catch (EngineException noDatabase) {
      return TextEncoding.UTF8; // the statement may not need it
    }
  }

  private void printRows(Statement statement, Format format) {
    RowPrinter printer = RowPrinter.of(format, shell.out(), encoding());
    try {
      while (statement.step()) {
        printer.row(statement);
        if (shell.out().isBroken()) {
          return;
        }
      }
    } finally {
      if (statement.columnCount() > 0) {
        printer.finish();
      }
    }
  }
}

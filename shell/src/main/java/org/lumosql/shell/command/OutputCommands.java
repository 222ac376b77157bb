// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.util.Locale;
import org.lumosql.shell.output.Format;
import org.lumosql.shell.output.Output;
import org.lumosql.shell.output.OutputMode;
import org.lumosql.shell.output.SqlText;
import org.lumosql.shell.session.Settings;
import org.lumosql.shell.session.Shell;

/** How and where output is printed. */
final class OutputCommands {
  private OutputCommands() {}

  static boolean binary(Shell shell, Words words) {
    // line ends are never translated here; the command is there for scripts
    Words.isOn(shell, words.require(1, 1, ".binary on|off").get(1));
    return true;
  }

  static boolean colours(Shell shell, Words words) {
    shell.settings().colours = Words.isOn(shell, words.require(1, 1, ".colors on|off").get(1));
    return true;
  }

  static boolean echo(Shell shell, Words words) {
    shell.settings().echo = Words.isOn(shell, words.require(1, 1, ".echo on|off").get(1));
    return true;
  }

  static boolean explain(Shell shell, Words words) {
    Settings settings = shell.settings();
    Format format = settings.format;
    String word = words.count() == 0 ? "on" : words.get(1);
    boolean isAutomatic = word.equals("auto");
    if (!isAutomatic && Words.isOn(shell, word)) {
      settings.modeBeforeExplain = format.mode == OutputMode.EXPLAIN ? settings.modeBeforeExplain : format.mode;
      format.mode = OutputMode.EXPLAIN;
      settings.explainAutomatically = false;
    } else {
      format.mode = format.mode == OutputMode.EXPLAIN ? settings.modeBeforeExplain : format.mode;
      settings.explainAutomatically = isAutomatic;
    }
    return true;
  }

  static boolean headers(Shell shell, Words words) {
    Format format = shell.settings().format;
    format.headers = Words.isOn(shell, words.require(1, 1, ".headers on|off").get(1));
    format.headersChosen = true;
    return true;
  }

  static boolean mode(Shell shell, Words words) {
    Format format = shell.settings().format;
    ModeOptions options = new ModeOptions();
    String wrong = options.read(shell, words);
    if (wrong != null) {
      shell.error(wrong);
      return false;
    }
    String name = options.mode;
    if (name == null) {
      if (!options.any) {
        shell.out().print("current output mode: ").println(format.description());
      }
      // as there, the mode is chosen anew, which sets its separators back
      name = format.mode.shownLabel();
    }
    OutputMode chosen = OutputMode.named(name);
    if (chosen == null) {
      if (!"explain".equals(name)) {
        shell.error("Error: mode should be one of: " + OutputMode.labels());
        return false;
      }
      return true;
    }
    if (chosen.isColumnar()) {
      options.apply(format);
    }
    format.use(chosen);
    if (chosen == OutputMode.INSERT) {
      format.table = options.table == null ? "table" : options.table;
    }
    return true;
  }

  /** The words behind {@code .mode}. */
  private static final class ModeOptions {
    private String mode;
    private String table;
    private boolean any;
    private int wrap = Format.DEFAULT_WRAP;
    private boolean wordWrap;
    private boolean quote;

    /** Returns a message if a word cannot be understood. */
    String read(Shell shell, Words words) {
      for (int i = 1; i <= words.count(); i++) {
        String word = words.get(i);
        String option = Words.option(word);
        any |= option != null;
        if ("wrap".equals(option) && i < words.count()) {
          wrap = (int) Words.integer(words.get(++i));
        } else if ("ww".equals(option)) {
          wordWrap = true;
        } else if ("wordwrap".equals(option) && i < words.count()) {
          wordWrap = Words.isOn(shell, words.get(++i));
        } else if ("quote".equals(option) || "noquote".equals(option)) {
          quote = "quote".equals(option);
        } else if (mode == null) {
          mode = word;
        } else if (table == null) {
          table = word;
        } else if (option != null) {
          return "unknown option: " + word
              + "\noptions:\n  --noquote\n  --quote\n  --wordwrap on/off\n  --wrap N\n  --ww";
        } else {
          return "extra argument: \"" + word + "\"";
        }
      }
      return null;
    }

    void apply(Format format) {
      format.wrap = wrap;
      format.wordWrap = wordWrap;
      format.quote = quote;
    }
  }

  static boolean nullValue(Shell shell, Words words) {
    shell.settings().format.nullValue = words.require(1, 1, ".nullvalue STRING").get(1);
    return true;
  }

  static boolean once(Shell shell, Words words) {
    return redirect(shell, words, true);
  }

  static boolean output(Shell shell, Words words) {
    return redirect(shell, words, false);
  }

  /** {@code .excel}: as {@code .once -x}. */
  static boolean spreadsheet(Shell shell, Words words) {
    return redirect(shell, words, true);
  }

  private static boolean redirect(Shell shell, Words words, boolean once) {
    boolean withMark = false;
    boolean isForSpreadsheet = words.name().startsWith("e");
    boolean isViewed = isForSpreadsheet;
    String target = null;
    for (int i = 1; i <= words.count(); i++) {
      String word = words.get(i);
      String option = Words.option(word);
      if (option != null && option.equals("bom")) {
        withMark = true;
      } else if (!words.name().startsWith("e") && option != null && (option.equals("x") || option.equals("e"))) {
        isViewed = true;
        isForSpreadsheet = option.equals("x");
      } else if (option != null) {
        complain(shell, words, "unknown option: \"" + word + "\"");
        return false;
      } else if (target == null && !isViewed) {
        target = word.equals("|") ? "|" + String.join(" ", words.from(i + 1)) : word;
        if (word.startsWith("|")) {
          target = "|" + words.rest().substring(words.rest().indexOf('|') + 1);
          break;
        }
      } else {
        complain(shell, words, "extra parameter: \"" + word + "\"");
        return false;
      }
    }
    if (isViewed) {
      return shell.outputs().view(isForSpreadsheet, once, withMark);
    }
    if (target == null || target.equals("stdout")) {
      shell.outputs().reset();
      return true;
    }
    return shell.outputs().redirect(target, once, withMark);
  }

  private static void complain(Shell shell, Words words, String message) {
    shell.out().print("ERROR: ").print(message).print(".  Usage:\n");
    HelpCommand.show(shell.out(), words.name());
  }

  static boolean print(Shell shell, Words words) {
    shell.out().println(String.join(" ", words.from(1)));
    return true;
  }

  static boolean separator(Shell shell, Words words) {
    words.require(1, 2, ".separator COL ?ROW?");
    Format format = shell.settings().format;
    format.separator = words.get(1);
    format.rowSeparator = words.count() == 2 ? words.get(2) : format.rowSeparator;
    return true;
  }

  static boolean width(Shell shell, Words words) {
    int[] widths = new int[words.count()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = (int) Words.integer(words.get(i + 1));
    }
    shell.settings().format.widths = widths;
    return true;
  }

  static boolean show(Shell shell, Words words) {
    words.require(0, 0, ".show");
    Settings settings = shell.settings();
    Format format = settings.format;
    Output out = shell.out();
    line(out, "echo", onOff(settings.echo));
    line(out, "eqp", settings.plan.name().toLowerCase(Locale.ROOT));
    line(out, "explain", format.mode == OutputMode.EXPLAIN ? "on" : settings.explainAutomatically ? "auto" : "off");
    line(out, "headers", onOff(format.headers));
    line(out, "mode", format.description());
    line(out, "nullvalue", SqlText.cLiteral(format.nullValue));
    line(out, "output", shell.outputs().name());
    line(out, "colseparator", SqlText.cLiteral(format.separator));
    line(out, "rowseparator", SqlText.cLiteral(format.rowSeparator));
    line(out, "stats", onOff(settings.stats));
    StringBuilder widths = new StringBuilder();
    for (int width : format.widths) {
      widths.append(width).append(' ');
    }
    line(out, "width", widths.toString());
    line(out, "filename", shell.file());
    return true;
  }

  private static void line(Output out, String label, String text) {
    out.spaces(12 - label.length()).print(label).print(": ").println(text);
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

import java.util.Arrays;

/** What decides how rows look: what {@code .mode}, {@code .headers}, {@code .separator}, {@code .nullvalue} and {@code .width} change. */
public final class Format implements Cloneable {
  /** Values of columns wider than this are wrapped, unless told otherwise. */
  public static final int DEFAULT_WRAP = 60;

  private static final int[] NO_WIDTHS = {};

  public OutputMode mode = OutputMode.LIST;
  public boolean headers;

  /** Whether the user decided about headers; otherwise column mode turns them on. */
  public boolean headersChosen;

  public String separator = "|";
  public String rowSeparator = "\n";
  public String nullValue = "";
  public String table = "table";

  /** Widths of columns asked for; negative ones align to the right; 0 takes what is needed. */
  public int[] widths = NO_WIDTHS;

  /** Characters after which values of columnar modes are wrapped; 0 for never. */
  public int wrap;

  public boolean wordWrap;

  /** Whether columnar modes show values as SQL literals. */
  public boolean quote;

  /** Whether texts of insert mode may hold line ends as they are. */
  public boolean newlines;

  /** Whether the bodies of loops are indented in what EXPLAIN gives. */
  public boolean indentsLoops = true;

  /** Changes the mode with the separators that belong to it. */
  public void use(OutputMode chosen) {
    mode = chosen == OutputMode.QBOX ? OutputMode.BOX : chosen;
    separator = chosen.separator() == null ? separator : chosen.separator();
    rowSeparator = chosen.rowSeparator() == null ? rowSeparator : chosen.rowSeparator();
    if (chosen == OutputMode.COLUMN && !headersChosen) {
      headers = true;
    }
    if (chosen == OutputMode.QBOX) {
      wrap = DEFAULT_WRAP;
      quote = true;
      wordWrap = false;
    }
  }

  /**
   * Changes the mode as an option of the command line does: rows end as before, columns are not wrapped, and only some modes bring a separator of their
   * own.
   */
  public void chooseByOption(OutputMode chosen) {
    String rows = rowSeparator;
    String columns = separator;
    boolean showsHeaders = headers;
    use(chosen);
    wrap = 0;
    headers = showsHeaders;
    switch (chosen) {
      case CSV, QUOTE, TABS -> rowSeparator = rows;
      case ASCII -> {
        // both separators belong to it
      }
      default -> {
        rowSeparator = rows;
        separator = columns;
      }
    }
  }

  /** The mode with its options as {@code .mode} and {@code .show} tell them. */
  public String description() {
    String text = mode.shownLabel();
    if (!mode.isColumnar()) {
      return text;
    }
    return text + " --wrap " + wrap + " --wordwrap " + (wordWrap ? "on" : "off") + (quote ? " --quote" : " --noquote");
  }

  /** The width asked for a column; 0 if none was. */
  int width(int column) {
    return column < widths.length ? widths[column] : 0;
  }

  /** A statement's columns are given widths of their own, as {@code .show} then tells. */
  void knowColumns(int count) {
    if (widths.length < count) {
      widths = Arrays.copyOf(widths, count);
    }
  }

  @Override
  public Format clone() {
    try {
      return (Format) super.clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }
}

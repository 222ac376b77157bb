// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import java.io.Serializable;

/**
 * A record that did not do what it should, or a script that could not be run.
 *
 * @param line where the record stands, from 1; 0 for what concerns the whole script
 */
public record Failure(int line, Kind kind, String sql, String expected, String actual) implements Serializable {
  /** In which way a record or a script failed. */
  public enum Kind {
    WRONG_RESULT("wrong result", false),
    UNEXPECTED_ERROR("unexpected error", false),
    MISSING_ERROR("missing error", false),
    EXCEPTION("exception", false),
    DAMAGED("damaged database", false),
    HANG("hang", true),
    EXIT("engine exited", true),
    MALFORMED("malformed script", true),
    UNAVAILABLE("engine unavailable", true);

    private final String title;
    private final boolean endsScript;

    Kind(String title, boolean endsScript) {
      this.title = title;
      this.endsScript = endsScript;
    }

    public String title() {
      return title;
    }

    /** Whether what comes after it in the script is not known: the records that follow did not run. */
    public boolean endsScript() {
      return endsScript;
    }
  }

  @Override
  public String toString() {
    return "line " + line + ": " + kind.title() + ": " + sql + "\n  expected: " + expected + "\n  actual:   " + actual;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.session;

import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import org.lumosql.engine.Connection;
import org.lumosql.schema.Authorizer;

/**
 * {@code -safe}: a script that nobody has looked at may use its database, and nothing else of the machine. Whatever would touch another file, run a program or load code ends
 * the shell. {@code .nonce} with the word of {@code -nonce}, which the script cannot know, suspends this for one command.
 */
public final class SafeMode {
  private static final Set<String> FUNCTIONS = Set.of("edit", "fts3_tokenizer", "load_extension", "readfile", "writefile", "zipfile", "zipfile_cds");

  private final IntSupplier line;
  private boolean wanted;
  private boolean on;
  private boolean suspended;
  private String nonce;

  /** The shell ends with exit status 1. */
  public static final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Violation(String message) {
      super(message, null, false, false);
    }
  }

  /** @param line tells the number of the line that is being run */
  SafeMode(IntSupplier line) {
    this.line = line;
  }

  public void begin() {
    wanted = true;
    on = true;
  }

  public void setNonce(String word) {
    nonce = word;
  }

  public boolean isOn() {
    return on;
  }

  /** @throws Violation in safe mode; @param what completes "cannot …" */
  public void forbid(String what) {
    if (on) {
      throw violation("cannot " + what);
    }
  }

  private Violation violation(String text) {
    return new Violation("line " + line.getAsInt() + ": " + text);
  }

  /** Suspends safe mode for the next command. @throws Violation if the word is not the right one */
  public void suspend(String word) {
    if (nonce == null || !nonce.equals(word)) {
      throw violation("incorrect nonce: \"" + word + '"');
    }
    on = false;
    suspended = true;
  }

  /** A command or statement was run. */
  void commandEnded() {
    if (suspended) {
      suspended = false; // that was .nonce itself
    } else {
      on = wanted;
    }
  }

  /** Looks after what a connection's statements do. */
  public void watch(Connection connection) {
    if (wanted) {
      connection.setAuthorizer(
          (action, first, second, database, inner) -> {
            if (action == Authorizer.Action.ATTACH) {
              forbid("run ATTACH in safe mode");
            } else if (action == Authorizer.Action.FUNCTION && FUNCTIONS.contains(second.toLowerCase(Locale.ROOT))) {
              forbid("use the " + second + "() function in safe mode");
            }
            return Authorizer.Decision.OK;
          });
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.lumosql.shell.output.Output;

/** Where output goes: to the standard output, or to what {@code .output}, {@code .once} and {@code .trace} say. */
public final class Outputs implements AutoCloseable {
  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  private final Output standard;
  private final Shell shell;
  private Output redirected;
  private Process process;
  private List<Thread> printers = List.of();
  private String name = "stdout";
  private boolean onlyOnce;
  private Viewing viewing;
  private Output trace;

  Outputs(Output standard, Shell shell) {
    this.standard = standard;
    this.shell = shell;
  }

  /** The output in force. */
  Output current() {
    return redirected == null ? standard : redirected;
  }

  /** The standard output, wherever output goes. */
  Output standard() {
    return standard;
  }

  /** What the user called the output in force. */
  public String name() {
    return name;
  }

  /** Output goes to a file, or if the name begins with {@code |} to a command, until {@link #reset}. False, after a message, if that cannot be. */
  public boolean redirect(String target, boolean once, boolean withMark) {
    reset();
    onlyOnce = once;
    try {
      OutputStream stream;
      if (target.startsWith("|")) {
        standard.flush();
        process = process(target.substring(1)).start();
        printers = List.of(copy(process.getInputStream(), standard), copy(process.getErrorStream(), shell.err()));
        stream = process.getOutputStream();
      } else if (target.equals("off") || target.equals("/dev/null")) {
        stream = OutputStream.nullOutputStream();
      } else {
        stream = Files.newOutputStream(shell.resolve(target));
      }
      redirected = new Output(stream);
      name = target;
      if (withMark) {
        redirected.write(BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
      }
      return true;
    } catch (IOException e) {
      shell.error(target.startsWith("|") ? "Error: cannot open pipe \"" + target.substring(1) + "\"" : "Error: cannot open \"" + target + "\"\nError: cannot write to \"" + target + "\"");
      return false;
    }
  }

  /** Output is collected, until {@link #reset}, and then shown by a spreadsheet or an editor. False, after a message, if that cannot be. */
  public boolean view(boolean asSpreadsheet, boolean once, boolean withMark) {
    reset();
    try {
      Viewing begun = Viewing.begin(shell, asSpreadsheet);
      if (!redirect(begun.file().toString(), once, withMark)) {
        return false;
      }
      viewing = begun;
      return true;
    } catch (IOException e) {
      shell.error("Error: cannot make a temporary file: " + e.getMessage());
      return false;
    }
  }

  /** A command of the system's shell. */
  public ProcessBuilder process(String text) {
    return new ProcessBuilder("sh", "-c", text).directory(shell.directory().toFile());
  }

  /** Runs a command of the system's shell and waits for its end. Returns its exit status. */
  public int run(String text) throws IOException {
    current().flush();
    process = process(text).redirectInput(ProcessBuilder.Redirect.INHERIT).start();
    printers = List.of(copy(process.getInputStream(), standard), copy(process.getErrorStream(), shell.err()));
    return waitForProcess();
  }

  /** Output goes to the standard output again. */
  public void reset() {
    if (redirected != null) {
      redirected.close();
      redirected = null;
      waitForProcess();
    }
    name = "stdout";
    onlyOnce = false;
    if (viewing != null) {
      Viewing ended = viewing;
      viewing = null;
      ended.show();
    }
  }

  /** Prints what a command prints: not its own output, so that the shell can run within another program. */
  private static Thread copy(InputStream printed, Output out) {
    Thread thread =
        new Thread(
            () -> {
              byte[] bytes = new byte[1 << 13];
              try (printed) {
                for (int count = printed.read(bytes); count > 0; count = printed.read(bytes)) {
                  out.write(bytes, 0, count);
                }
              } catch (IOException e) {
                Thread.currentThread().interrupt();
              }
            },
            "lumosql-pipe");
    thread.start();
    return thread;
  }

  private int waitForProcess() {
    if (process == null) {
      return 0;
    }
    Process ended = process;
    process = null;
    try {
      int status = ended.waitFor();
      for (Thread printer : printers) {
        printer.join();
      }
      standard.flush();
      shell.err().flush();
      return status;
    } catch (InterruptedException e) {
      ended.destroy();
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /** Told after a command: {@code .once} holds for one. */
  public void commandEnded() {
    if (onlyOnce) {
      reset();
    }
  }

  /** Where traced statements go. */
  Output trace() {
    return trace == null ? current() : trace;
  }

  /** Sends traced statements to a file; null for the output in force. */
  public void setTrace(Output output) {
    if (trace != null && trace != shell.err()) {
      trace.close();
    }
    trace = output;
  }

  @Override
  public void close() {
    reset();
    setTrace(null);
    standard.flush();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link Worker} seen from its parent. Used by one thread. */
final class WorkerProcess implements AutoCloseable {
  private static final int TAIL = 600;
  private static final int SIGNAL = 128;
  private static final Map<Integer, String> SIGNALS =
      Map.of(2, "SIGINT", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM");

  private final Process process;
  private final Path messages;
  private final Duration limit;
  private final BlockingQueue<Object> answers = new ArrayBlockingQueue<>(2);
  private final ObjectOutputStream requests;

  /** Why there is no answer. The process is gone. */
  static final class Lost extends Exception {
    private static final long serialVersionUID = 1L;

    private final String status;

    Lost(String status, String message) {
      super(message);
      this.status = status;
    }

    /** As in test_data: the name of a signal, or {@code ERR} and the exit status. */
    String status() {
      return status;
    }
  }

  /** @param limit how long one request may take */
  WorkerProcess(List<String> command, TargetSetup setup, Path folder, Duration limit) throws IOException {
    this.messages = Files.createTempFile(folder, "worker", ".err");
    this.limit = limit;
    process = new ProcessBuilder(command).redirectError(messages.toFile()).start();
    Thread reader = new Thread(this::readAnswers, "answers of a worker");
    reader.setDaemon(true);
    reader.start();
    requests = new ObjectOutputStream(process.getOutputStream());
    requests.writeObject(setup);
    requests.flush();
  }

  private void readAnswers() {
    try (ObjectInputStream in = new ObjectInputStream(process.getInputStream())) {
      while (true) {
        answers.put(in.readObject());
      }
    } catch (EOFException e) {
      answers.offer(e);
    } catch (IOException | ClassNotFoundException e) {
      answers.offer(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** @throws Lost if the worker hangs or ends; it cannot be used any more */
  Answer ask(Request request) throws Lost, InterruptedException {
    try {
      requests.writeObject(request);
      requests.flush();
      requests.reset();
    } catch (IOException e) {
      throw exited();
    }
    Object answer = answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (answer instanceof Answer done) {
      return done;
    }
    if (answer != null) {
      throw exited();
    }
    close();
    throw new Lost("SIGKILL", "no answer in " + limit.toSeconds() + " s");
  }

  private Lost exited() throws InterruptedException {
    process.waitFor(5, TimeUnit.SECONDS);
    String said = said();
    int value = process.isAlive() ? 0 : process.exitValue();
    close();
    // Java reports a signal as 128 and its number
    String status = value > SIGNAL ? SIGNALS.getOrDefault(value - SIGNAL, "SIG" + (value - SIGNAL)) : "ERR" + value;
    return new Lost(status, "the process ended with status " + value + said);
  }

  /** The end of what it wrote to standard error. */
  private String said() {
    try {
      String text = Files.readString(messages, StandardCharsets.ISO_8859_1).strip();
      return text.isEmpty() ? "" : ": " + text.substring(Math.max(0, text.length() - TAIL));
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
      Files.deleteIfExists(messages);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // a file among the temporary ones stays
    }
  }
}

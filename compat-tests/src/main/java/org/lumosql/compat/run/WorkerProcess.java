// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.run;

import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.lumosql.compat.slt.Failure;
import org.lumosql.harness.JavaCommand;

/** A {@link Worker} seen from its parent. Used by one thread. */
final class WorkerProcess implements AutoCloseable {
  private static final int TAIL = 600;
  private static final long POLL_MILLIS = 50;

  /** What Java itself may take until it reads the first job. */
  private static final long START_NANOS = 60_000_000_000L;

  private final Process process;
  private final RecordUnderWay underWay;
  private final Path place;
  private final Path messages;
  private final BlockingQueue<Object> answers = new ArrayBlockingQueue<>(2);
  private ObjectOutputStream jobs;

  /** Why there is no answer. The process is gone. */
  static final class Lost extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    Lost(Failure failure) {
      super(failure.actual());
      this.failure = failure;
    }

    /** The record's line is that of the failure; its SQL is not known here. */
    Failure failure() {
      return failure;
    }
  }

  WorkerProcess(Target target, Path folder) throws IOException {
    place = Files.createTempFile(folder, "record", ".place");
    messages = Files.createTempFile(folder, "worker", ".err");
    underWay = new RecordUnderWay(place);
    List<String> command = JavaCommand.with(target.java(), target.classPath());
    command.add(Worker.class.getName());
    command.add(place.toString());
    process = new ProcessBuilder(command).redirectError(messages.toFile()).start();
    Thread reader = new Thread(this::readAnswers, "answers of a worker");
    reader.setDaemon(true);
    reader.start();
  }

  private void readAnswers() {
    try (ObjectInputStream in = new ObjectInputStream(process.getInputStream())) {
      while (true) {
        answers.put(in.readObject());
      }
    } catch (EOFException e) {
      // the process ended; whoever waits sees it
    } catch (IOException | ClassNotFoundException e) {
      answers.offer(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Runs a job.
   *
   * @param recordLimit how long one record, or opening or closing the database, may take
   * @param scriptLimit how long all may take
   * @throws Lost if the worker hangs or ends; it cannot be used any more
   */
  Serializable run(Job job, Duration recordLimit, Duration scriptLimit) throws Lost, InterruptedException {
    try {
      if (jobs == null) {
        jobs = new ObjectOutputStream(process.getOutputStream());
      }
      jobs.writeObject(job);
      jobs.flush();
      jobs.reset();
    } catch (IOException e) {
      throw exited();
    }
    long start = System.nanoTime();
    long lastCount = underWay.count();
    long lastChange = start;
    while (true) {
      Object answer = answers.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
      if (answer instanceof Serializable done && !(answer instanceof Exception)) {
        return done;
      }
      if (answer != null || !process.isAlive() && answers.isEmpty()) {
        throw exited();
      }
      long now = System.nanoTime();
      if (underWay.count() != lastCount) {
        lastCount = underWay.count();
        lastChange = now;
      }
      boolean isStarting = lastCount == 0;
      if (now - lastChange > (isStarting ? START_NANOS : recordLimit.toNanos())) {
        throw hanging("no answer in " + recordLimit.toSeconds() + " s");
      }
      if (now - start > scriptLimit.toNanos()) {
        throw hanging("script not done in " + scriptLimit.toSeconds() + " s");
      }
    }
  }

  private Lost hanging(String what) throws InterruptedException {
    Failure failure = new Failure(underWay.line(), Failure.Kind.HANG, "", "an answer", what);
    close();
    return new Lost(failure);
  }

  private Lost exited() throws InterruptedException {
    process.waitFor(5, TimeUnit.SECONDS);
    String status = process.isAlive() ? "closed its output" : "exited with status " + process.exitValue();
    Failure failure = new Failure(underWay.line(), Failure.Kind.EXIT, "", "an answer", status + said());
    close();
    return new Lost(failure);
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

  /** Records that the last job began. */
  int begun() {
    return underWay.done();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
      Files.deleteIfExists(place);
      Files.deleteIfExists(messages);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

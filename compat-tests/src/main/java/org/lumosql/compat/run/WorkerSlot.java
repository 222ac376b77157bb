// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.run;

import java.io.IOException;
import java.io.Serializable;

/** A place for one worker process at a time: it stays until it is lost, or a target needs another Java or class path. Used by one thread. */
final class WorkerSlot implements AutoCloseable {
  private final RunOptions options;
  private WorkerProcess worker;
  private Target target;

  WorkerSlot(RunOptions options) {
    this.options = options;
  }

  Serializable run(Job job) throws WorkerProcess.Lost, IOException, InterruptedException {
    if (worker == null || !job.target().sharesProcessWith(target)) {
      close();
      target = job.target();
      worker = new WorkerProcess(target, options.folder());
    }
    try {
      return worker.run(job, options.recordLimit(), options.scriptLimit());
    } catch (WorkerProcess.Lost e) {
      worker = null;
      throw e;
    }
  }

  @Override
  public void close() {
    if (worker != null) {
      worker.close();
      worker = null;
    }
  }
}

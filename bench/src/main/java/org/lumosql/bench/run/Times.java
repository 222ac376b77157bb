// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.io.Serializable;

/**
 * What a test took.
 *
 * @param real nanoseconds
 * @param user of the whole process, compiler and garbage collector included
 * @param system likewise
 * @param thread processor time of the thread that ran the statements: what is left of noise on a busy machine
 * @param allocated bytes that this thread allocated on the Java heap
 */
public record Times(long real, long user, long system, long thread, long allocated) implements Serializable {
  static final Times NONE = new Times(0, 0, 0, 0, 0);

  Times plus(Times more) {
    return new Times(real + more.real, user + more.user, system + more.system, thread + more.thread, allocated + more.allocated);
  }

  Times since(Times before) {
    return new Times(real - before.real, user - before.user, system - before.system, thread - before.thread, allocated - before.allocated);
  }
}

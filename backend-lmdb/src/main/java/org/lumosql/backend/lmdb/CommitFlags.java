// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.lmdbjava.Env;
import org.lmdbjava.EnvFlags;
import org.lumosql.btree.Synchronous;

/**
 * Makes single commits less durable than LMDB's, by flags of the environment that hold while the commit runs. lmdbjava
 * takes such flags only when it opens an environment, for all commits; so they go to the function of the library that
 * it binds without showing it. Where that is refused each commit is fully durable.
 */
final class CommitFlags {
  private static final Method SET_FLAGS = find();

  private final Env<Slice> environment;

  CommitFlags(Env<Slice> environment) {
    this.environment = environment;
  }

  private static Method find() {
    try {
      Class<?> library = Class.forName("org.lmdbjava.Library$Lmdb");
      Class<?> pointer = Class.forName("jnr.ffi.Pointer");
      return library.getMethod("mdb_env_set_flags", pointer, int.class, int.class);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  private static Object read(Class<?> type, Object of, String name) throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(of);
  }

  private boolean set(EnvFlags flag, boolean on) {
    if (SET_FLAGS == null) {
      return false;
    }
    try {
      Object library = read(Class.forName("org.lmdbjava.Library"), null, "LIB");
      Object pointer = read(Env.class, environment, "ptr");
      return (int) SET_FLAGS.invoke(library, pointer, flag.getMask(), on ? 1 : 0) == 0;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return false;
    }
  }

  private static EnvFlags flag(Synchronous level) {
    return switch (level) {
      case OFF -> EnvFlags.MDB_NOSYNC;
      case NORMAL -> EnvFlags.MDB_NOMETASYNC;
      case FULL, EXTRA -> null;
    };
  }

  /** Runs a commit. Requires: nobody else commits meanwhile. */
  void run(Synchronous level, Runnable commit) {
    EnvFlags flag = flag(level);
    if (flag == null || !set(flag, true)) {
      commit.run();
      return;
    }
    try {
      commit.run();
    } finally {
      set(flag, false);
    }
  }

  /** Whether levels below FULL make a difference here. */
  boolean areEffective() {
    return set(EnvFlags.MDB_NOMETASYNC, true) && set(EnvFlags.MDB_NOMETASYNC, false);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.SuperJournaling;
import org.lumosql.engine.Connection;
import org.lumosql.engine.ConnectionOptions;
import org.lumosql.testkit.ForwardingBtree;

/**
 * Writes transactions over two databases of different backends, to be killed: transaction <i>n</i> counts both up to
 * <i>n</i> and changes rows in both. Prints <i>n</i> when it has been committed. Arguments: the names of both backends,
 * both paths, a seed, and the step of the first commit at which the process ends itself, 0 for never. A step is the
 * beginning or the end of one of the calls that a commit consists of.
 */
final class TiedProcess {
  private static int stepsLeft;

  private TiedProcess() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
    Random random = new Random(Long.parseLong(arguments[4]));
    try (Connection connection = open(arguments)) {
      long last = Long.parseLong(Workload.rows(connection, "SELECT n FROM main.counter").get(0));
      out.println(last);
      stepsLeft = Integer.parseInt(arguments[5]);
      while (true) {
        last++;
        connection.execute("BEGIN; UPDATE main.counter SET n = " + last + "; UPDATE other.counter SET n = " + last);
        for (String database : new String[] {"main", "other"}) {
          int changes = random.nextInt(20);
          for (int i = 0; i < changes; i++) {
            connection.execute("INSERT OR REPLACE INTO " + database + ".t VALUES(" + random.nextInt(100) + ", " + last
                + ", zeroblob(" + random.nextInt(1500) + "))");
          }
          if (random.nextInt(10) == 0) {
            connection.execute("DELETE FROM " + database + ".t");
          }
        }
        connection.execute("COMMIT");
        out.println(last);
      }
    }
  }

  private static Connection open(String[] arguments) {
    Connection connection =
        Connection.open(
            arguments[2],
            ConnectionOptions.defaults(),
            new HaltingBackend(Installed.backend(arguments[0])),
            new HaltingBackend(Installed.backend(arguments[1])));
    connection.execute("ATTACH '" + arguments[3] + "' AS other");
    return connection;
  }

  /** Ends the process as a kill does, if it is the step. */
  private static void step() {
    stepsLeft--;
    if (stepsLeft == 0) {
      Runtime.getRuntime().halt(1);
    }
  }

  /** Finds backends. */
  private static final class Installed {
    static Backend backend(String name) {
      for (Backend backend : java.util.ServiceLoader.load(Backend.class)) {
        if (backend.name().equals(name)) {
          return backend;
        }
      }
      throw new AssertionError("no backend " + name);
    }
  }

  private record HaltingBackend(Backend inner) implements Backend {
    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public String engineVersion() {
      return inner.engineVersion();
    }

    @Override
    public boolean recognises(Path path) {
      return inner.recognises(path);
    }

    @Override
    public Btree open(OpenOptions options) {
      return new HaltingBtree(inner.open(options));
    }
  }

  private static final class HaltingBtree extends ForwardingBtree {
    private final Optional<SuperJournaling> tying;

    HaltingBtree(Btree inner) {
      super(inner);
      tying = inner.capability(SuperJournaling.class).map(HaltingTie::new);
    }

    @Override
    public void commitPhaseOne(String superJournal) {
      step();
      super.commitPhaseOne(superJournal);
      step();
    }

    @Override
    public void commitPhaseTwo() {
      step();
      super.commitPhaseTwo();
      step();
    }

    @Override
    public <T> Optional<T> capability(Class<T> type) {
      return type == SuperJournaling.class ? tying.map(type::cast) : super.capability(type);
    }
  }

  private record HaltingTie(SuperJournaling inner) implements SuperJournaling {
    @Override
    public boolean needsSuperJournal() {
      return inner.needsSuperJournal();
    }

    @Override
    public String journalPath() {
      return inner.journalPath();
    }

    @Override
    public String createSuperJournal(List<String> journalPaths) {
      step();
      String path = inner.createSuperJournal(journalPaths);
      step();
      return path;
    }

    @Override
    public void deleteSuperJournal(String path) {
      step();
      inner.deleteSuperJournal(path);
      step();
    }
  }
}

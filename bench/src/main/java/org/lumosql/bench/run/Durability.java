// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.util.Map;
import org.lumosql.bench.targets.Engine;

/**
 * What makes the commits durable of an engine whose commits are not: H2 writes at each commit if the delay is 0, but syncs only when it is told to; HSQLDB syncs.
 *
 * @param parameter of the URL
 * @param statement after each commit; empty if the parameter is enough
 */
record Durability(String parameter, String statement) {
  private static final Map<Engine, Durability> OF =
      Map.of(Engine.H2, new Durability(";WRITE_DELAY=0", "CHECKPOINT SYNC"), Engine.HSQLDB, new Durability(";hsqldb.write_delay=false", ""));

  static Durability of(Engine engine) {
    return OF.get(engine);
  }
}

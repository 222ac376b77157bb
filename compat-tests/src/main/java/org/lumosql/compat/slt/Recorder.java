// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Makes a script of another's SQL and what an engine answers to it. */
public final class Recorder {
  private final SltEngine engine;

  public Recorder(SltEngine engine) {
    this.engine = engine;
  }

  /** @param begins told the line of each record before it runs */
  public List<SltRecord> record(List<SltRecord> records, IntConsumer begins) {
    List<SltRecord> recorded = new ArrayList<>();
    for (SltRecord record : records) {
      begins.accept(record.line());
      if (record instanceof SltRecord.Statement statement) {
        recorded.add(new SltRecord.Statement(statement.line(), statement.sql(), fails(statement.sql())));
      } else if (record instanceof SltRecord.Query query) {
        recorded.add(record(query));
      }
    }
    return recorded;
  }

  private boolean fails(String sql) {
    try {
      engine.execute(sql);
      return false;
    } catch (SltEngine.SltFailure e) {
      return true;
    }
  }

  private SltRecord record(SltRecord.Query query) {
    try {
      List<String> values = SltRunner.sorted(engine.query(query.sql(), query.types()), query);
      return new SltRecord.Query(query.line(), query.sql(), query.types(), query.sort(), null, values);
    } catch (SltEngine.SltFailure e) {
      return new SltRecord.Statement(query.line(), query.sql(), true);
    }
  }
}

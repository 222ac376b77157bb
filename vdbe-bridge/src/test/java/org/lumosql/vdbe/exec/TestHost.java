// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.btree.Btree;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.TextEncoding;
import org.lumosql.vdbe.Host;
import org.lumosql.vdbe.P4;

/** A connection with one database and no SQL. Remembers what it was told. */
class TestHost implements Host {
  final ListBtree main = new ListBtree();
  final List<String> savepointNames = new ArrayList<>();
  final List<String> events = new ArrayList<>();
  TextEncoding encoding = TextEncoding.UTF8;
  boolean autocommit = true;
  int active = 1;
  int writers;
  long deferred;
  long lastRowid;
  long changes;
  long totalChanges;
  long memoryLimit = 1 << 20;
  boolean hooked;
  volatile boolean interrupted;
  int progressCalls;
  int progressLimit;
  private long random = 42;

  @Override
  public Btree btree(int database) {
    return main;
  }

  @Override
  public int databaseCount() {
    return 1;
  }

  @Override
  public TextEncoding encoding() {
    return encoding;
  }

  @Override
  public Btree openEphemeral() {
    return new ListBtree();
  }

  @Override
  public Path newTemporaryFile() {
    try {
      return Files.createTempFile("sorter", ".tmp");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long temporaryMemoryLimit() {
    return memoryLimit;
  }

  @Override
  public int schemaGeneration(int database) {
    return 0;
  }

  @Override
  public void parseSchema(int database, P4.SchemaRows rows, int flags) {
    events.add("parse " + rows);
  }

  @Override
  public void forgetTable(int database, String name) {
    events.add("forget table " + name);
  }

  @Override
  public void forgetIndex(int database, String name) {
    events.add("forget index " + name);
  }

  @Override
  public void forgetTrigger(int database, String name) {
    events.add("forget trigger " + name);
  }

  @Override
  public void treeMoved(int database, int from, int to) {
    events.add("moved " + from + " to " + to);
  }

  @Override
  public void schemaCookieSet(int database, int cookie) {
    events.add("cookie " + cookie);
  }

  @Override
  public void expirePrograms() {
    events.add("expire");
  }

  @Override
  public void loadAnalysis(int database) {
    events.add("analysis");
  }

  @Override
  public void runSql(String sql) {
    events.add("sql " + sql);
  }

  @Override
  public void vacuum(int database, String target) {
    events.add("vacuum " + target);
  }

  @Override
  public boolean isAutocommit() {
    return autocommit;
  }

  @Override
  public void setAutocommit(boolean autocommit) {
    this.autocommit = autocommit;
  }

  @Override
  public int activeStatements() {
    return active;
  }

  @Override
  public int activeWriters() {
    return writers;
  }

  @Override
  public void commitAll() {
    main.commitPhaseOne(null);
    main.commitPhaseTwo();
    events.add("commit");
  }

  @Override
  public void rollbackAll(ResultCode code) {
    main.rollback(code);
    events.add("rollback");
  }

  @Override
  public Savepoints savepoints() {
    return new Savepoints() {
      @Override
      public int count() {
        return savepointNames.size();
      }

      @Override
      public void open(String name) {
        savepointNames.add(name);
      }

      @Override
      public void release(String name) {
        if (!savepointNames.remove(name)) {
          throw StoreException.withMessage(ResultCode.ERROR, "no such savepoint: " + name);
        }
      }

      @Override
      public void rollbackTo(String name) {
        if (!savepointNames.contains(name)) {
          throw StoreException.withMessage(ResultCode.ERROR, "no such savepoint: " + name);
        }
      }
    };
  }

  @Override
  public long deferredConstraints() {
    return deferred;
  }

  @Override
  public long postponedConstraints() {
    return 0;
  }

  @Override
  public void addDeferredConstraints(long delta) {
    deferred += delta;
  }

  @Override
  public void addPostponedConstraints(long delta) {
    deferred += delta;
  }

  @Override
  public void setDeferredConstraints(long all, long postponed) {
    deferred = all;
  }

  @Override
  public boolean isDeferForeignKeys() {
    return false;
  }

  @Override
  public void setLastInsertRowid(long rowid) {
    lastRowid = rowid;
  }

  @Override
  public void setChanges(long changes) {
    this.changes = changes;
  }

  @Override
  public void addTotalChanges(long changes) {
    totalChanges += changes;
  }

  @Override
  public boolean isInterrupted() {
    return interrupted;
  }

  @Override
  public boolean progress() {
    return ++progressCalls > progressLimit;
  }

  @Override
  public int progressInterval() {
    return progressLimit == 0 ? 0 : 100;
  }

  @Override
  public int triggerDepthLimit() {
    return 10;
  }

  @Override
  public boolean hasRowHook() {
    return hooked;
  }

  @Override
  public void rowChanged(int operation, int database, String table, long rowid) {
    events.add("row " + operation + " " + table + " " + rowid);
  }

  @Override
  public long lastInsertRowid() {
    return lastRowid;
  }

  @Override
  public long changes() {
    return changes;
  }

  @Override
  public long totalChanges() {
    return totalChanges;
  }

  @Override
  public int lengthLimit() {
    return 1_000_000_000;
  }

  @Override
  public int likePatternLengthLimit() {
    return 50_000;
  }

  @Override
  public boolean isCaseSensitiveLike() {
    return false;
  }

  @Override
  public long randomLong() {
    random = random * 6364136223846793005L + 1442695040888963407L;
    return random;
  }

  @Override
  public List<String> compileOptions() {
    return List.of();
  }
}

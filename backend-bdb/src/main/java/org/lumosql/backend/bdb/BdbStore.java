// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.bdb;

import com.sleepycat.je.DatabaseException;
import com.sleepycat.je.Durability;
import com.sleepycat.je.Environment;
import com.sleepycat.je.EnvironmentConfig;
import com.sleepycat.je.EnvironmentLockedException;
import com.sleepycat.je.Transaction;
import com.sleepycat.je.TransactionConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.EngineSettings;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.block.BlockCache;
import org.lumosql.kv.handler.Changes;
import org.lumosql.kv.handler.VersionedStore;

/**
 * An environment of JE.
 *
 * <ol>
 *   <li>J1. A thread that is interrupted within JE makes the environment useless. A pending interrupt is therefore put
 *       off until the call is over; one that comes during the call has that effect all the same.
 *   <li>J2. An environment that has become useless is opened anew when the next transaction begins; those that were
 *       open fail. What was committed is there again.
 * </ol>
 */
final class BdbStore extends VersionedStore {
  /** Bytes of a value up to which it is kept in the node: most rows and index entries, and no pages. */
  private static final int EMBEDDED = 256;

  private final Path directory;
  private final EnvironmentConfig configuration;
  private final Traits traits = new Traits(Integer.MAX_VALUE, false, false);
  private final boolean isReadOnly;
  private volatile BdbTrees trees;

  private BdbStore(Path directory, EnvironmentConfig configuration, BlockCache blocks) {
    super(blocks);
    this.directory = directory;
    this.configuration = configuration;
    this.isReadOnly = configuration.getReadOnly();
  }

  static BdbStore open(Path path, EngineSettings settings) {
    boolean isReadOnly = Files.exists(path) && !Files.isWritable(path);
    BdbStore store;
    try {
      store = new BdbStore(path, configuration(settings, isReadOnly), BlockCache.ofSetting(settings.bytes("blocks")));
    } catch (IllegalArgumentException e) {
      throw StoreException.withMessage(ResultCode.ERROR, "backend bdb: " + e.getMessage());
    }
    store.call(store::openEnvironment);
    return store;
  }

  private static EnvironmentConfig configuration(EngineSettings settings, boolean isReadOnly) {
    EnvironmentConfig configuration = new EnvironmentConfig();
    configuration.setTransactional(true);
    configuration.setAllowCreate(!isReadOnly);
    configuration.setReadOnly(isReadOnly);
    Long cache = settings.bytes("cache");
    if (cache != null) {
      configuration.setCacheSize(cache);
    } else {
      configuration.setCachePercent(20);
    }
    Long logFile = settings.bytes("log_file");
    configuration.setConfigParam(
        EnvironmentConfig.LOG_FILE_MAX, Long.toString(logFile != null ? logFile : 32L << 20));
    configuration.setConfigParam(
        EnvironmentConfig.ENV_RUN_CLEANER, Boolean.toString(settings.flag("cleaner", true)));
    // values of rows lie in the nodes with their keys: measured, a scan takes two thirds of the time, changes a tenth less
    configuration.setConfigParam(EnvironmentConfig.TREE_MAX_EMBEDDED_LN, Integer.toString(EMBEDDED));
    // nothing but the database in the directory, and no thread that wakes up for nothing
    configuration.setConfigParam(EnvironmentConfig.STATS_COLLECT, "false");
    configuration.setConfigParam(EnvironmentConfig.FILE_LOGGING_LEVEL, "OFF");
    configuration.setConfigParam(EnvironmentConfig.ENV_RUN_VERIFIER, "false");
    // a writer alone has locks, and it commits within one call
    configuration.setLockTimeout(0, TimeUnit.MILLISECONDS);
    return configuration;
  }

  private Void openEnvironment() {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new StoreException(ResultCode.CANTOPEN, "cannot make " + directory, e);
    }
    Environment opened;
    try {
      opened = new Environment(directory.toFile(), configuration);
    } catch (EnvironmentLockedException e) {
      throw StoreException.withMessage(
          ResultCode.BUSY,
          "database is locked: " + directory + " is open in another process, and backend bdb allows one at a time");
    }
    try {
      OldForm.convert(opened, isReadOnly);
      trees = new BdbTrees(opened, isReadOnly);
      opened = null;
      return null;
    } finally {
      if (opened != null) {
        opened.close();
      }
    }
  }

  /** Makes a call to JE (J1). */
  <T> T call(Supplier<T> action) {
    boolean wasInterrupted = Thread.interrupted();
    try {
      return action.get();
    } catch (DatabaseException | IllegalStateException e) {
      throw BdbErrors.of(e);
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public String name() {
    return BdbBackend.NAME;
  }

  @Override
  public String engineVersion() {
    return new BdbBackend().engineVersion();
  }

  @Override
  public Traits traits() {
    return traits;
  }

  @Override
  protected boolean isReadOnly() {
    return isReadOnly;
  }

  @Override
  protected KvTransaction latest(long commit) {
    return new BdbReader(this, call(this::usable), commit);
  }

  @Override
  protected boolean hasTree(int tree, long commit) {
    return trees.generation(tree, commit) != null;
  }

  /** J2. */
  private synchronized BdbTrees usable() {
    if (!trees.environment().isValid()) {
      try {
        trees.environment().close();
      } catch (DatabaseException e) {
        // it is useless: that is why
      }
      openEnvironment();
    }
    return trees;
  }

  /** What the engine has been told. */
  EnvironmentConfig configuration() {
    return call(environment()::getConfig);
  }

  Environment environment() {
    return trees.environment();
  }

  // ---- writing ----------------------------------------------------------------------------------------------------

  private static Durability durability(Synchronous level) {
    return switch (level) {
      case OFF, NORMAL -> Durability.COMMIT_WRITE_NO_SYNC;
      case FULL, EXTRA -> Durability.COMMIT_SYNC;
    };
  }

  @Override
  protected void write(Changes changes, Synchronous level, long commit) {
    BdbTrees written = trees;
    call(
        () -> {
          Transaction transaction =
              written.environment().beginTransaction(null, new TransactionConfig().setDurability(durability(level)));
          boolean done = false;
          BdbTarget target = new BdbTarget(written, transaction, commit);
          try {
            try (target) {
              changes.writeTo(target);
            }
            transaction.commit();
            done = true;
          } finally {
            if (!done) {
              abort(transaction);
            }
          }
          written.publish(target.changed());
          return null;
        });
  }

  private static void abort(Transaction transaction) {
    if (transaction.isValid()) {
      transaction.abort();
    }
  }

  /** What cannot be removed now is removed at the next opening. */
  @Override
  protected void discardUpTo(long commit) {
    BdbTrees discarding = trees;
    if (discarding.hasLeft()) {
      boolean wasInterrupted = Thread.interrupted();
      try {
        discarding.discardUpTo(commit);
      } catch (DatabaseException | IllegalStateException e) {
        // the commit is done, and the next transaction opens an environment that has failed anew
      } finally {
        if (wasInterrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  @Override
  protected void closeEngine() {
    call(
        () -> {
          Environment environment = environment();
          try {
            if (environment.isValid()) {
              trees.close();
            }
          } finally {
            environment.close();
          }
          return null;
        });
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.lmdbjava.Dbi;
import org.lmdbjava.Env;
import org.lmdbjava.EnvFlags;
import org.lmdbjava.EnvInfo;
import org.lmdbjava.LmdbException;
import org.lmdbjava.Txn;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.EngineSettings;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.TreeKeys;

/**
 * An LMDB environment.
 *
 * <ol>
 *   <li>M1. {@code active} counts the transactions of this process, or is {@link #RESIZING}: LMDB allows another size
 *       of the map only while there are none. A map that is more than half full is doubled before the next writer
 *       begins, if nobody else is active.
 *   <li>M2. Only who has set {@code hasWriter} uses the writer's lock and the owner thread.
 *   <li>M3. The environment is not closed while a transaction is active: the library would crash.
 * </ol>
 */
final class LmdbStore implements KvStore {
  private static final boolean IS_WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  /** Big enough never to be asked about. */
  private static final long LARGE_MAP = 1L << 40;

  private static final long SMALL_MAP = 1L << 30;
  private static final int FILE_MODE = 0644;
  private static final int RESIZING = -1;

  private final Env<Slice> environment;
  private final Dbi<Slice> entries;
  private final Traits traits;
  private final int pageSize;
  private final Queue<KeyMemory> keyMemories = new ConcurrentLinkedQueue<>();
  private final CommitFlags commitFlags;
  private final boolean isReadOnly;
  /** Null if the store is read only. */
  private final WriterLock writerLock;

  private final OwnerThread owner;
  private final AtomicBoolean hasWriter = new AtomicBoolean();
  private final AtomicInteger active = new AtomicInteger();
  private volatile long mapSize;
  /** Whether a transaction met the end of the map. */
  private volatile boolean isFull;

  private volatile boolean isClosed;

  private LmdbStore(Path path, Env<Slice> environment, boolean isReadOnly) {
    this.environment = environment;
    this.isReadOnly = isReadOnly;
    try (Txn<Slice> reading = environment.txnRead()) {
      entries = environment.openDbi(reading, null, null, false);
    }
    traits = new Traits(environment.getMaxKeySize() - TreeKeys.PREFIX_LENGTH, false, true);
    pageSize = environment.stat().pageSize;
    commitFlags = new CommitFlags(environment);
    mapSize = environment.info().mapSize;
    environment.readerCheck(); // forgets readers of processes that are no more
    writerLock = isReadOnly ? null : new WriterLock(Path.of(path + "-writer"));
    owner = isReadOnly ? null : new OwnerThread("lumosql lmdb " + path.getFileName());
  }

  static LmdbStore open(Path path, EngineSettings settings) {
    boolean isReadOnly = Files.exists(path) && !Files.isWritable(path);
    List<EnvFlags> flags = new ArrayList<>(List.of(EnvFlags.MDB_NOSUBDIR, EnvFlags.MDB_NOTLS));
    if (isReadOnly) {
      flags.add(EnvFlags.MDB_RDONLY_ENV);
    }
    if (!settings.flag("read_ahead", true)) {
      flags.add(EnvFlags.MDB_NORDAHEAD);
    }
    Long asked = settings.bytes("map_size");
    int readers = settings.number("max_readers", 1024);
    long size = asked != null ? asked : IS_WINDOWS ? SMALL_MAP : LARGE_MAP;
    while (true) {
      try {
        Env<Slice> environment =
            Env.create(SliceProxy.INSTANCE)
                .setMapSize(size)
                .setMaxReaders(readers)
                .open(path.toFile(), FILE_MODE, flags.toArray(EnvFlags[]::new));
        return made(path, environment, isReadOnly);
      } catch (LmdbException e) {
        if (!LmdbErrors.isOutOfMemory(e) || size <= SMALL_MAP) {
          throw LmdbErrors.of(e);
        }
        size /= 2;
      }
    }
  }

  private static LmdbStore made(Path path, Env<Slice> environment, boolean isReadOnly) {
    LmdbStore store = null;
    try {
      store = new LmdbStore(path, environment, isReadOnly);
      return store;
    } finally {
      if (store == null) {
        environment.close();
      }
    }
  }

  @Override
  public String name() {
    return LmdbBackend.NAME;
  }

  @Override
  public String engineVersion() {
    return new LmdbBackend().engineVersion();
  }

  @Override
  public Traits traits() {
    return traits;
  }

  @Override
  public List<String> layers() {
    return List.of(name());
  }

  Dbi<Slice> entries() {
    return entries;
  }

  int pageSize() {
    return pageSize;
  }

  KeyMemory takeKeyMemory() {
    KeyMemory idle = keyMemories.poll();
    return idle != null ? idle : new KeyMemory(environment.getMaxKeySize());
  }

  void giveBack(KeyMemory memory) {
    keyMemories.add(memory);
  }

  /** Whether {@code PRAGMA synchronous} below FULL makes a difference here. */
  boolean canRelax() {
    return commitFlags.areEffective();
  }

  long mapSize() {
    return mapSize;
  }

  // ---- transactions -----------------------------------------------------------------------------------------------

  @Override
  public KvTransaction begin(boolean write) {
    requireOpen();
    return write ? beginWriting() : beginReading();
  }

  private void requireOpen() {
    if (isClosed) {
      throw new StoreException(ResultCode.MISUSE, "the store is closed");
    }
  }

  private KvTransaction beginReading() {
    try {
      return new LmdbTransaction(this, start(environment::txnRead));
    } catch (LmdbException e) {
      throw LmdbErrors.of(e);
    }
  }

  private KvTransaction beginWriting() {
    if (isReadOnly) {
      throw new StoreException(ResultCode.READONLY, "the file cannot be written");
    }
    if (!hasWriter.compareAndSet(false, true)) {
      throw new StoreException(ResultCode.BUSY, "another transaction writes");
    }
    LmdbTransaction transaction = null;
    try {
      transaction = new LmdbTransaction(this, owner.call(this::startOnOwner));
      return transaction;
    } catch (LmdbException e) {
      throw LmdbErrors.of(e);
    } finally {
      hasWriter.set(transaction != null);
    }
  }

  private Txn<Slice> startOnOwner() {
    if (!writerLock.tryLock()) {
      throw new StoreException(ResultCode.BUSY, "another process writes");
    }
    Txn<Slice> transaction = null;
    try {
      growBeforeWriting();
      transaction = start(environment::txnWrite);
      return transaction;
    } finally {
      if (transaction == null) {
        writerLock.unlock();
      }
    }
  }

  /** Begins a transaction of the library, which is active from then on; once more after what can be mended. */
  private Txn<Slice> start(Supplier<Txn<Slice>> beginning) {
    try {
      return enterAnd(beginning);
    } catch (Dbi.MapResizedException e) {
      adoptMapSize();
    } catch (Env.ReadersFullException e) {
      environment.readerCheck(); // some may be of processes that are no more
    }
    return enterAnd(beginning);
  }

  private Txn<Slice> enterAnd(Supplier<Txn<Slice>> beginning) {
    enter();
    Txn<Slice> begun = null;
    try {
      begun = beginning.get();
      return begun;
    } finally {
      if (begun == null) {
        leave();
      }
    }
  }

  /** @throws LmdbException as the library does */
  void commit(Txn<Slice> transaction, Synchronous level) {
    if (transaction.isReadOnly()) {
      transaction.commit();
    } else {
      owner.call(
          () -> {
            commitFlags.run(level, transaction::commit);
            return null;
          });
    }
  }

  /** Ends a transaction: what was not committed is undone. Called once. */
  void end(Txn<Slice> transaction) {
    if (transaction.isReadOnly()) {
      transaction.close();
      leave();
      return;
    }
    try {
      owner.call(
          () -> {
            try {
              transaction.close();
            } finally {
              leave();
              writerLock.unlock();
            }
            return null;
          });
    } finally {
      hasWriter.set(false);
    }
  }

  // ---- the map (M1) -----------------------------------------------------------------------------------------------

  private void enter() {
    while (true) {
      int now = active.get();
      if (now == RESIZING) {
        requireOpen();
        Thread.onSpinWait();
      } else if (active.compareAndSet(now, now + 1)) {
        return;
      }
    }
  }

  private void leave() {
    active.decrementAndGet();
  }

  /** Whether the map is small enough to get full. */
  boolean mayGrow() {
    return mapSize < LARGE_MAP;
  }

  void noteFull() {
    isFull = true;
  }

  private void growBeforeWriting() {
    if (mayGrow() && (isFull || isHalfFull()) && active.compareAndSet(0, RESIZING)) {
      try {
        grow();
      } finally {
        active.set(0);
      }
    }
  }

  /** Doubles the map, or returns false if the system has not so many addresses. Requires: RESIZING. */
  private boolean grow() {
    try {
      environment.setMapSize(mapSize * 2);
      mapSize *= 2;
      isFull = false;
      return true;
    } catch (LmdbException e) {
      if (LmdbErrors.isOutOfMemory(e)) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Undoes a writer that has filled the map, makes the map larger, and begins another one.
   *
   * @throws StoreException FULL if that is impossible, above all because somebody reads
   */
  Txn<Slice> replace(Txn<Slice> full) {
    return owner.call(
        () -> {
          if (!active.compareAndSet(1, RESIZING)) {
            throw new StoreException(ResultCode.FULL, "the map is full, and cannot grow while others read");
          }
          try {
            full.close();
            if (!grow()) {
              throw new StoreException(ResultCode.FULL, "there is no address space for a larger map");
            }
            return environment.txnWrite();
          } finally {
            active.set(1);
          }
        });
  }

  private boolean isHalfFull() {
    EnvInfo info = environment.info();
    return (info.lastPageNumber + 1) * pageSize > mapSize / 2;
  }

  /** Another process has made the map larger. */
  private void adoptMapSize() {
    if (!active.compareAndSet(0, RESIZING)) {
      throw new StoreException(ResultCode.BUSY, "another process has made the map larger, and transactions are active");
    }
    try {
      environment.setMapSize(0);
      mapSize = environment.info().mapSize;
    } finally {
      active.set(0);
    }
  }

  // ---- the end ----------------------------------------------------------------------------------------------------

  @Override
  public void close() {
    if (isClosed) {
      return;
    }
    if (!active.compareAndSet(0, RESIZING)) { // M3; nobody will enter any more
      throw new StoreException(ResultCode.MISUSE, active.get() + " transactions are open");
    }
    isClosed = true;
    try {
      environment.close();
    } finally {
      if (!isReadOnly) {
        owner.stop();
        writerLock.close();
      }
    }
  }

  @Override
  public String toString() {
    return name();
  }
}

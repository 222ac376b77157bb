// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.backend.file.wal.PageVisitor;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.CommitSteps;
import org.lumosql.kv.KvStore;

/**
 * The pager: a cache of pages, write transactions over them and savepoints inside those. Where pages come from and
 * how they become durable is the business of a {@link PageStore}. The class is long because the states of a
 * transaction and the operations on its pages share nearly all fields; what stands on its own has been moved out:
 * {@link Savepoints}, {@link CacheUndo}, {@link KnownHeader}, {@link PagerControl}.
 *
 * <pre>
 *            beginRead            beginWrite            commitPhaseOne
 *   NONE  ──────────────→  READ  ────────────→  WRITE  ────────────────→  WRITE, prepared
 *     ↑       endRead       │ ↑     rollback      │ │     commitPhaseTwo        │
 *     └─────────────────────┘ └───────────────────┘ └── error ──→ WRITE, failed: only rollback
 * </pre>
 *
 * <ol>
 *   <li>F1. Outside of transactions, and after a failure, {@code readablePages} is 0, so that {@link #page} needs one
 *       comparison only.
 *   <li>F2. A page whose {@code writeEpoch} is the pager's {@code epoch} is dirty and saved for every open savepoint.
 *       The epoch moves on whenever that stops being true for all pages: new transaction, new savepoint, rollback.
 *   <li>F3. Of a store that keeps originals, a page that is not dirty equals what the store returns for it.
 *   <li>F4. After an error that may have left the store half-way nothing is possible but {@link #rollback}; if that
 *       fails as well, the cache is empty, the state is NONE and the next {@link #beginRead} recovers.
 * </ol>
 */
public final class FilePager implements Pager {
  static final int DEFAULT_PAGE_SIZE = 4096;
  private static final byte[] ZEROES = new byte[DEFAULT_PAGE_SIZE];
  private static final long LARGEST_PAGE_COUNT = 0xfffffffeL;

  private final PageCodec codec;
  private final PageCache cache;
  private final PageBatch batch;
  private final Savepoints savepoints;
  private final CacheUndo undo;
  private final PagerSettings settings;
  private final boolean isEphemeral;
  private final PagerControl control = new PagerControl(this);
  private final PageVisitor dropFromCache = this::drop;
  private PageStore store;

  private BusyHandler busyHandler = BusyHandler.NEVER;
  private TransactionState state = TransactionState.NONE;
  private boolean isPrepared;
  private boolean isClosed;

  /** Why the transaction can only be rolled back; null if it is well. */
  private Throwable failure;

  /** Pages of the database as the transaction sees it. */
  private int pageCount;

  /** As {@code pageCount}, or 0 while no page may be read: F1. */
  private int readablePages;

  private int epoch = 1;
  private long maximumPageCount = LARGEST_PAGE_COUNT;
  private final KnownHeader header;
  private int dataVersion = 1;

  /** Pages behind the end may be in the cache. */
  private boolean hasTruncated;

  /** Pages that went to the freelist in this transaction: their contents may still be wanted by a rollback. */
  private final PageSet freed = new PageSet();

  FilePager(PageStore store, PagerSettings settings, PageCodec codec, Vfs temporaryVfs, boolean isEphemeral) {
    this.store = store;
    this.settings = settings;
    this.codec = codec;
    this.isEphemeral = isEphemeral;
    this.cache = new PageCache(store.pageSize(), new Spilling());
    this.undo = new CacheUndo(cache, codec);
    this.batch = new PageBatch(codec);
    this.savepoints = new Savepoints(temporaryVfs, codec, store.pageSize());
    this.header = new KnownHeader(Math.max(0, codec.reservedBytes()));
  }

  /**
   * Opens a database.
   *
   * @param options parameters looked at: {@code immutable}, {@code nolock}
   * @throws StoreException CANTOPEN… if the file cannot be opened, or does not exist and may not be made
   */
  public static FilePager open(Vfs vfs, OpenOptions options, PageCodec codec) {
    return switch (options.kind()) {
      case MEMORY -> memory();
      case TEMPORARY -> temporary(vfs, false);
      case EPHEMERAL -> temporary(vfs, true);
      case FILE -> FileOpening.open(vfs, options, codec);
    };
  }

  /** A database that lives in the memory of one connection. */
  public static FilePager memory() {
    FilePager pager =
        new FilePager(new TransientStore(null, DEFAULT_PAGE_SIZE), new PagerSettings(), PageCodec.PLAIN, null, false);
    pager.cache.setUnbounded();
    return pager;
  }

  /**
   * A nameless database of one connection: in its cache, and beyond that in a temporary file.
   *
   * @param isEphemeral for one statement; {@link #rollback} then leaves its contents undefined
   */
  public static FilePager temporary(Vfs vfs, boolean isEphemeral) {
    return new FilePager(
        new TransientStore(vfs, DEFAULT_PAGE_SIZE), new PagerSettings(), PageCodec.PLAIN, vfs, isEphemeral);
  }

  /**
   * Pages in a key-value store that commits by itself.
   *
   * @param steps of commits over several databases, or null
   */
  public static FilePager over(KvStore store, CommitSteps steps, boolean isReadOnly, Vfs temporaryVfs) {
    PagerSettings settings = new PagerSettings();
    return new FilePager(
        new KvPageStore(store, steps, settings, isReadOnly), settings, PageCodec.PLAIN, temporaryVfs, false);
  }

  // ---- beginning a transaction ------------------------------------------------------------------

  @Override
  public TransactionState transactionState() {
    return state;
  }

  @Override
  public boolean beginRead() {
    requireOpen();
    if (state != TransactionState.NONE) {
      return false;
    }
    int attempts = 0;
    while (true) {
      try {
        return openSnapshot();
      } catch (StoreException error) {
        if (!isBusy(error) || !busyHandler.retry(attempts++, store.lockRelease())) {
          throw error;
        }
      }
    }
  }

  @Override
  public void beginWrite(boolean exclusive) {
    requireOpen();
    if (state == TransactionState.WRITE) {
      requireUsable();
      return;
    }
    boolean fromNone = state == TransactionState.NONE;
    int attempts = 0;
    while (true) {
      try {
        if (fromNone) {
          openSnapshot();
        }
        becomeWriter(exclusive);
        return;
      } catch (StoreException error) {
        if (fromNone && state == TransactionState.READ) {
          endRead();
        }
        // A writer that was quicker between our two steps left a newer snapshot to start from: no reason to wait.
        boolean isStale = fromNone && error.code() == ResultCode.BUSY_SNAPSHOT;
        if (!fromNone || !isBusy(error) || !isStale && !busyHandler.retry(attempts++, store.lockRelease())) {
          throw error;
        }
      }
    }
  }

  private void becomeWriter(boolean exclusive) {
    if (isReadOnly()) {
      throw new StoreException(ResultCode.READONLY, store + " cannot be written");
    }
    store.beginWrite(exclusive);
    state = TransactionState.WRITE;
    epoch++;
    savepoints.begin(isEphemeral ? 0 : pageCount, store.mark(), store.keepsOriginals());
  }

  private static boolean isBusy(StoreException error) {
    return error.code().primary() == ResultCode.BUSY;
  }

  /** NONE → READ; on any error the state is NONE and nothing is locked. */
  private boolean openSnapshot() {
    boolean changed = store.beginRead();
    try {
      if (switchStore(false)) {
        changed = true;
        forgetCache();
      } else if (changed) {
        forgetChanges();
      }
      if (!header.isKnown()) {
        readHeader();
      }
      if (switchStore(header.isWal())) {
        changed = true;
        forgetCache();
        readHeader();
      }
      state = TransactionState.READ;
      readablePages = pageCount;
      return changed;
    } catch (RuntimeException | Error error) {
      header.forget();
      cache.dropUnpinned(); // the store will not tell a second time what has changed
      readablePages = 0;
      store.endRead();
      throw error;
    }
  }

  /** Goes on with another store if the file is of another kind than we thought. */
  private boolean switchStore(boolean headerSaysWal) {
    PageStore next = store.successor(headerSaysWal);
    if (next == null) {
      return false;
    }
    store.endRead();
    store = next;
    store.setBusyHandler(busyHandler);
    store.beginRead();
    return true;
  }

  private void forgetCache() {
    if (header.isKnown()) {
      dataVersion++;
    }
    header.forget();
    CachedPage[] pinned = cache.dropUnpinned();
    assert pinned.length == 0 : "page " + pinned[0].number + " is pinned outside of a transaction";
  }

  /** Others have committed: only what they have changed is read again, if the store can tell. */
  private void forgetChanges() {
    boolean isOtherPageSize = cache.pageSize() != store.pageSize();
    if (isOtherPageSize || !header.isKnown() || !store.showChanges(dropFromCache)) {
      forgetCache();
      return;
    }
    dataVersion++;
    header.forget();
  }

  private void drop(int number) {
    CachedPage page = cache.find(number);
    if (page != null && number != 0) {
      assert page.pins == 0 : "page " + number + " is pinned outside of a transaction";
      cache.drop(page);
    }
  }

  private void readHeader() {
    adoptPageSize();
    pageCount = store.pageCount();
    if (pageCount == 0 || !store.isPersistent()) {
      header.setEmpty();
    } else {
      readablePages = pageCount;
      Page first = page(1);
      try {
        pageCount = header.read(first.data, pageCount);
      } finally {
        release(first);
      }
    }
  }

  private void adoptPageSize() {
    if (cache.pageSize() != store.pageSize()) {
      cache.reset(store.pageSize());
      savepoints.setPageSize(store.pageSize());
    }
  }

  @Override
  public void endRead() {
    if (state == TransactionState.READ) {
      state = TransactionState.NONE;
      readablePages = 0;
      cache.trim();
      store.endRead();
    }
  }

  // ---- commit -----------------------------------------------------------------------------------

  @Override
  public void commitPhaseOne(String superJournal) {
    if (state != TransactionState.WRITE || isPrepared) {
      return;
    }
    requireUsable();
    try {
      if (hasChanges()) {
        PageStore.DatabaseSize size = new PageStore.DatabaseSize(pageCount, (long) pageCount * pageSize());
        if (store.isPersistent()) {
          size = stampHeader();
        }
        collectDirtyPages();
        store.prepareCommit(batch, size, superJournal);
      }
      isPrepared = true;
    } catch (RuntimeException | Error error) {
      if (error instanceof StoreException storeError && isBusy(storeError)) {
        throw error;
      }
      throw fail(error);
    }
  }

  private boolean hasChanges() {
    Savepoints.Point beginning = savepoints.point(0);
    return cache.dirtyCount() > 0 || !beginning.touched.isEmpty() || pageCount != beginning.pageCount;
  }

  /** Writes page count, change counter and version into page 1, where this commit must. */
  private PageStore.DatabaseSize stampHeader() {
    CachedPage first = (CachedPage) page(1);
    try {
      if (first.dirty || header.isCountStale(first.data, pageSize(), pageCount) || store.wantsChangeCounter()) {
        makeWritable(first);
        header.stamp(first.data, pageSize(), pageCount);
      }
      return header.sizeAfterCommit(first.data, pageSize(), pageCount);
    } finally {
      release(first);
    }
  }

  private void collectDirtyPages() {
    batch.clear();
    if (!store.writesAtCommit()) {
      return;
    }
    for (CachedPage page = cache.firstDirty(); page != null; page = page.nextDirty) {
      if (!page.discarded && page.number <= pageCount) {
        batch.add(page);
      }
    }
    batch.sort();
  }

  @Override
  public void commitPhaseTwo(boolean keepReading) {
    if (state != TransactionState.WRITE) {
      return;
    }
    requireUsable();
    if (!isPrepared) {
      throw new StoreException(ResultCode.MISUSE, "the second step of a commit without the first");
    }
    try {
      if (hasChanges()) {
        store.commit();
        afterCommit();
      } else {
        store.rollback();
      }
    } catch (RuntimeException | Error error) {
      throw fail(error);
    }
    endWrite(keepReading);
  }

  private void afterCommit() {
    if (hasTruncated) {
      cache.dropBehind(pageCount);
    }
    if (store.writesAtCommit()) {
      CachedPage page = cache.firstDirty();
      while (page != null) {
        CachedPage next = page.nextDirty;
        if (page.number > pageCount || page.discarded && page.pins == 0) {
          cache.drop(page);
        } else {
          cache.markClean(page);
        }
        page = next;
      }
    }
    if (store.isPersistent()) {
      rememberHeader();
    }
  }

  private void rememberHeader() {
    readablePages = pageCount;
    Page first = page(1);
    header.remember(first.data);
    release(first);
  }

  /** WRITE → READ or NONE, when the store is through with it. */
  private void endWrite(boolean keepReading) {
    isPrepared = false;
    failure = null;
    epoch++;
    forgetTransaction();
    state = TransactionState.READ;
    readablePages = pageCount;
    if (keepReading) {
      store.keepReading();
    } else {
      endRead();
    }
    int newPageSize = header.takePageSizeAfterCommit();
    if (newPageSize != 0) {
      store.setPageSize(newPageSize);
      header.forget();
      adoptPageSize();
    }
  }

  private void forgetTransaction() {
    hasTruncated = false;
    batch.clear();
    savepoints.end();
    freed.clear();
  }

  // ---- rollback ---------------------------------------------------------------------------------

  @Override
  public void rollback(boolean keepReading) {
    if (state == TransactionState.READ && !keepReading) {
      endRead();
    }
    if (state != TransactionState.WRITE) {
      return;
    }
    header.takePageSizeAfterCommit();
    try {
      if (store.keepsOriginals()) {
        Savepoints.Point beginning = savepoints.point(0);
        pageCount = beginning.pageCount;
        CachedPage[] pinned = undo.forget(beginning);
        store.rollback();
        undo.reload(pinned, store);
      } else {
        failure = null;
        undoTo(0);
        store.rollback();
      }
    } catch (RuntimeException | Error error) {
      giveUp();
      throw error;
    }
    endWrite(keepReading);
  }

  /** F4: the rollback failed. */
  private void giveUp() {
    CachedPage[] pinned = cache.dropUnpinned();
    for (CachedPage page : pinned) {
      cache.drop(page);
    }
    isPrepared = false;
    failure = null;
    header.forget();
    epoch++;
    forgetTransaction();
    state = TransactionState.NONE;
    readablePages = 0;
    store.abandon();
  }

  // ---- savepoints -------------------------------------------------------------------------------

  @Override
  public void openSavepoints(int count) {
    requireWriting();
    if (savepoints.depth() < count) {
      epoch++;
      long mark = store.mark();
      while (savepoints.depth() < count) {
        savepoints.push(pageCount, mark);
      }
    }
  }

  @Override
  public int savepointCount() {
    return savepoints.depth();
  }

  @Override
  public void releaseSavepoint(int index) {
    if (index < savepoints.depth()) {
      savepoints.removeFrom(index + 1);
    }
  }

  @Override
  public void rollbackToSavepoint(int index) {
    if (index >= savepoints.depth()) {
      return;
    }
    requireWriting();
    isPrepared = false;
    try {
      undoTo(index + 1);
    } catch (RuntimeException | Error error) {
      throw fail(error);
    }
    savepoints.removeFrom(index + 2);
  }

  /** Undoes everything since a point. */
  private void undoTo(int index) {
    Savepoints.Point point = savepoints.point(index);
    epoch++;
    pageCount = point.pageCount;
    CachedPage[] pinned = undo.forget(point);
    readablePages = pageCount;
    store.rollbackTo(point.storeMark);
    undo.putBack(savepoints, index);
    undo.reload(pinned, store);
  }

  // ---- pages ------------------------------------------------------------------------------------

  /** Hot path. */
  @Override
  public Page page(int number) {
    CachedPage page = cache.find(number);
    if (page == null || number > readablePages) {
      return load(number);
    }
    page.pins++;
    page.referenced = true;
    return page;
  }

  private Page load(int number) {
    if (number <= 0 || number > readablePages) {
      requireUsable();
      if (state == TransactionState.NONE && readablePages == 0) {
        throw new StoreException(ResultCode.MISUSE, "page " + number + " asked for outside of a transaction");
      }
      throw StoreException.corrupt(
          "page " + Integer.toUnsignedString(number) + " is beyond the end: the database has " + pageCount + " pages");
    }
    if (number == lockBytePage()) {
      throw StoreException.corrupt("page " + number + " holds the lock bytes and is never used");
    }
    CachedPage page = cache.add(number);
    try {
      store.readPage(number, page.data);
      codec.decode(number, page.data);
    } catch (RuntimeException | Error error) {
      page.pins = 0;
      cache.drop(page);
      throw error;
    }
    return page;
  }

  @Override
  public Page newPage(int number) {
    requireWriting();
    if (number <= 0 || number == lockBytePage()) {
      throw StoreException.corrupt("page " + Integer.toUnsignedString(number) + " cannot be used");
    }
    if (number > maximumPageCount) {
      throw new StoreException(ResultCode.FULL, "the database may have " + maximumPageCount + " pages");
    }
    CachedPage page = cache.find(number);
    boolean isBehindEnd = number > pageCount;
    if (page == null && !isBehindEnd && freed.contains(number)) {
      page = (CachedPage) page(number);
      page.pins--;
    }
    if (page != null) {
      page.pins++;
      page.referenced = true;
      try {
        prepareChange(page);
      } catch (RuntimeException | Error error) {
        release(page);
        throw error;
      }
      page.attachment = null;
    } else {
      savepoints.touch(number, null);
      page = cache.add(number);
      cache.markDirty(page);
      page.writeEpoch = epoch;
    }
    clear(page.data);
    if (isBehindEnd) {
      pageCount = number;
      readablePages = number;
    }
    return page;
  }

  /** By copying, which is fast from the first page on: a loop is not before it is compiled, and an import needs pages from its start. */
  private static void clear(byte[] data) {
    for (int at = 0; at < data.length; at += ZEROES.length) {
      System.arraycopy(ZEROES, 0, data, at, Math.min(ZEROES.length, data.length - at));
    }
  }

  @Override
  public Page cachedPage(int number) {
    CachedPage page = number > readablePages ? null : cache.find(number);
    if (page != null) {
      page.pins++;
      page.referenced = true;
    }
    return page;
  }

  @Override
  public void release(Page page) {
    CachedPage cached = (CachedPage) page;
    assert cached.pins > 0 : "page " + cached.number + " is released more often than pinned";
    if (--cached.pins == 0 && cached.number == 0) {
      cache.released(cached);
    }
  }

  /** Hot path: nothing to do for a page that has been prepared since the last savepoint (F2). */
  @Override
  public void makeWritable(Page page) {
    CachedPage cached = (CachedPage) page;
    if (cached.writeEpoch != epoch) {
      prepareChange(cached);
    }
  }

  private void prepareChange(CachedPage page) {
    requireWriting();
    int number = page.number;
    assert number > 0 : "the page has been dropped";
    if (savepoints.isFirstChange(number)) {
      store.saveOriginal(number, codec.encode(number, page.data));
    }
    savepoints.touch(number, page.data);
    cache.markDirty(page);
    page.writeEpoch = epoch;
  }

  @Override
  public void discardContents(Page page) {
    CachedPage cached = (CachedPage) page;
    freed.add(cached.number);
    if (codec.reservedBytes() >= 0) {
      return; // a page that was never written would not decode
    }
    // Dirty from before the innermost savepoint: a rollback to that wants the contents, and they are nowhere else.
    if (cached.dirty && savepoints.isSaved(cached.number)) {
      cached.discarded = true;
      cached.writeEpoch = 0;
    }
  }

  @Override
  public void renumber(Page page, int newNumber, boolean isCommit) {
    requireWriting();
    CachedPage cached = (CachedPage) page;
    makeWritable(cached);
    CachedPage target = cache.find(newNumber);
    if (target != null) {
      prepareChange(target);
      cache.drop(target);
    } else {
      savepoints.touch(newNumber, null);
    }
    cache.renumber(cached, newNumber);
    cached.writeEpoch = epoch;
  }

  @Override
  public int pageCount() {
    return pageCount;
  }

  @Override
  public void truncate(int newPageCount) {
    requireWriting();
    assert newPageCount <= pageCount : "truncation to " + newPageCount + " of " + pageCount + " pages";
    pageCount = newPageCount;
    readablePages = newPageCount;
    hasTruncated = true;
  }

  private final class Spilling implements PageCache.Spiller {
    @Override
    public boolean spill(CachedPage[] pages, int count) {
      return FilePager.this.spill(pages, count);
    }

    @Override
    public boolean canSpillAlone(CachedPage page) {
      return store.canSpillAlone(page.number);
    }
  }

  /** Writes changed pages because the cache is full: see {@link PageCache}. */
  private boolean spill(CachedPage[] pages, int count) {
    if (failure != null || isPrepared) {
      return false;
    }
    batch.clear();
    for (int i = 0; i < count; i++) {
      if (!pages[i].discarded && pages[i].number <= pageCount) {
        batch.add(pages[i]);
      }
    }
    try {
      if (batch.count() > 0 && store.forgetsSpills() && savepoints.depth() > 0) {
        copyForSavepoints(pages, count);
      }
      if (batch.count() > 0 && !store.spill(batch)) {
        return false;
      }
    } catch (RuntimeException | Error error) {
      throw fail(error);
    } finally {
      batch.clear();
    }
    for (int i = 0; i < count; i++) {
      cache.markClean(pages[i]);
    }
    return true;
  }

  /** A page that is as it was when the last savepoint was opened would be lost by going back there. */
  private void copyForSavepoints(CachedPage[] pages, int count) {
    for (int i = 0; i < count; i++) {
      if (!pages[i].discarded) {
        savepoints.touch(pages[i].number, pages[i].data);
      }
    }
  }

  // ---- sizes and limits -------------------------------------------------------------------------

  @Override
  public int pageSize() {
    return store.pageSize();
  }

  @Override
  public int usableSize() {
    return store.pageSize() - header.reservedBytes();
  }

  @Override
  public boolean setPageSize(int newPageSize, int newReservedBytes) {
    requireOpen();
    if (!DatabaseHeader.isPageSize(newPageSize)) {
      return false;
    }
    boolean isEmpty = (state == TransactionState.NONE ? store.pageCount() : pageCount) == 0;
    if (!isEmpty || !cache.isIdle() || newPageSize - Math.max(0, codec.reservedBytes()) < 480) {
      return false;
    }
    if (newReservedBytes >= 0 && newPageSize - newReservedBytes >= 480) {
      header.setReservedBytes(codec.reservedBytes() >= 0 ? codec.reservedBytes() : newReservedBytes);
    }
    if (newPageSize != store.pageSize()) {
      store.setPageSize(newPageSize);
      adoptPageSize();
    }
    return true;
  }

  @Override
  public long maximumPageCount() {
    return maximumPageCount;
  }

  @Override
  public long setMaximumPageCount(long pages) {
    if (pages > 0) {
      maximumPageCount = Math.min(LARGEST_PAGE_COUNT, Math.max(pages, pageCount));
    }
    return maximumPageCount;
  }

  @Override
  public boolean isReadOnly() {
    return header.isWriteProtected() || store.isReadOnly();
  }

  @Override
  public int dataVersion() {
    return dataVersion;
  }

  @Override
  public void setBusyHandler(BusyHandler handler) {
    busyHandler = handler;
    store.setBusyHandler(handler);
  }

  // ---- state ------------------------------------------------------------------------------------

  void requireOpen() {
    if (isClosed) {
      throw new StoreException(ResultCode.MISUSE, "the pager is closed");
    }
  }

  private void requireUsable() {
    requireOpen();
    if (failure != null) {
      ResultCode code = failure instanceof StoreException error ? error.code() : ResultCode.IOERR;
      throw new StoreException(
          code, "the transaction failed and must be rolled back: " + failure.getMessage(), failure);
    }
  }

  private void requireWriting() {
    requireUsable();
    if (state != TransactionState.WRITE) {
      throw new StoreException(ResultCode.MISUSE, "not in a write transaction");
    }
    // A change after the first step of a commit takes that step back.
    isPrepared = false;
  }

  /** F4. Returns what to throw. */
  private RuntimeException fail(Throwable error) {
    if (failure == null) {
      failure = error;
      readablePages = 0;
    }
    if (error instanceof Error fatal) {
      throw fatal;
    }
    return (RuntimeException) error;
  }

  @Override
  public void close() {
    if (isClosed) {
      return;
    }
    try {
      rollback(false);
    } finally {
      isClosed = true;
      readablePages = 0;
      try {
        savepoints.close();
      } finally {
        store.close();
      }
    }
  }

  /** What pragmas ask and set. */
  public PagerControl control() {
    return control;
  }

  PageCache cache() {
    return cache;
  }

  PageStore store() {
    return store;
  }

  PagerSettings settings() {
    return settings;
  }

  /** Goes on with another store of the same file. Requires: no transaction. */
  void replaceStore(PageStore next) {
    assert state == TransactionState.NONE : "in a transaction";
    store = next;
    store.setBusyHandler(busyHandler);
    header.forget();
  }

  /** The key has changed: nothing that was read before is worth anything. Requires: no transaction. */
  public void forget() {
    assert state == TransactionState.NONE : "in a transaction";
    cache.dropUnpinned();
    header.forget();
    if (codec.reservedBytes() >= 0) {
      header.setReservedBytes(codec.reservedBytes());
    }
    store.forget();
  }

  /** Bytes that each page must reserve; −1 if any number will do. */
  public int requiredReserve() {
    return codec.reservedBytes();
  }

  /** Whether a transaction has looked at the file since it was opened. */
  boolean isHeaderKnown() {
    return header.isKnown();
  }

  @Override
  public String toString() {
    return "pager of " + store + ", " + state;
  }
}

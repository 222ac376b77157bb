// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.DeepStack;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.TextEncoding;
import org.lumosql.schema.Index;
import org.lumosql.schema.Schema;
import org.lumosql.schema.Table;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.value.Conversion;
import org.lumosql.value.Register;
import org.lumosql.sql.parse.ParsedStatement;
import org.lumosql.vdbe.Host;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;
import org.lumosql.vdbe.VirtualTable;

/**
 * A connection as the virtual machine sees it: databases, transaction state, counters, interrupts. What the compiler sees is {@link Catalog};
 * what users see is {@link Connection}.
 *
 * <p>Used by the connection's thread, but for {@link #interrupt()}.
 */
final class Session implements Host {
  /** Who is in a step of a statement; not volatile, for it finds mistakes and need not find all. */
  private Thread user;

  static final int MAIN = 0;
  static final int TEMP = 1;

  private final StatementShapes shapes = new StatementShapes();
  private final ParsedDefinition parsedDefinition = new ParsedDefinition();
  private ProgramBuilder spareBuilder;
  private boolean isBuilderTaken;
  private final Backends backends;
  private final List<AttachedDatabase> databases = new ArrayList<>();
  private final Catalog catalog = new Catalog(this);
  private final Limits limits = new Limits();
  private final Statistics statistics = new Statistics(this);
  private final Transactions transactions = new Transactions(this);
  private final SchemaChanges schemaChanges = new SchemaChanges(this);
  private final VirtualWriters virtualWriters = new VirtualWriters();
  private final VirtualTables virtualTables = new VirtualTables(this);
  private final MemorySettings memory = new MemorySettings();
  private final Hooks hooks = new Hooks();
  private final ActiveStatements active = new ActiveStatements();
  private final SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());
  private BusyHandler busyHandler = BusyHandler.NEVER;
  private TextEncoding encoding = TextEncoding.UTF8;
  private Conversion conversion;
  private TextEncoding conversionEncoding;
  private volatile boolean interrupted;
  private long lastInsertRowid;
  private long changes;
  private long totalChanges;
  private int programGeneration;
  private Path temporaryDirectory;
  private Path directory;
  private boolean caseSensitiveLike;
  private int temporaryStore;
  private boolean closed;

  /** @param backends what main was opened with and all other databases will be */
  Session(Btree main, Backends backends) {
    this.backends = backends;
    databases.add(new AttachedDatabase("main", MAIN, main));
    databases.add(new AttachedDatabase("temp", TEMP, null));
  }

  Backends backends() {
    return backends;
  }

  // ---- parts -----------------------------------------------------------------------------------------------------------------

  Catalog catalog() {
    return catalog;
  }

  Limits limits() {
    return limits;
  }

  int limit(int which) {
    return limits.get(which);
  }

  Statistics statistics() {
    return statistics;
  }

  Transactions transactions() {
    return transactions;
  }

  VirtualTables virtualTables() {
    return virtualTables;
  }

  MemorySettings memory() {
    return memory;
  }

  /** Where temporary files go; null for the JVM's choice. */
  Path temporaryDirectory() {
    return temporaryDirectory;
  }

  void setTemporaryDirectory(Path directory) {
    temporaryDirectory = directory;
  }

  /** Where relative paths of ATTACH and VACUUM INTO start; null for the directory of the process. */
  Path directory() {
    return directory;
  }

  void setDirectory(Path path) {
    directory = path;
  }

  Hooks hooks() {
    return hooks;
  }

  ActiveStatements active() {
    return active;
  }

  // ---- databases -------------------------------------------------------------------------------------------------------------

  AttachedDatabase database(int number) {
    return databases.get(number);
  }

  @Override
  public int databaseCount() {
    return databases.size();
  }

  @Override
  public Btree btree(int number) {
    AttachedDatabase database = databases.get(number);
    if (database.btree() == null) {
      database.setBtree(openTemporary());
    }
    return database.btree();
  }

  private Btree openTemporary() {
    Btree btree = backends.named(Backends.DEFAULT).open(OpenOptions.temporary());
    btree.setBusyHandler(InterruptibleBusyHandler.of(busyHandler));
    btree.beginWrite(false);
    btree.setMeta(MetaValue.TEXT_ENCODING, encoding().number());
    btree.commitPhaseOne(null);
    btree.commitPhaseTwo();
    return btree;
  }

  /** Adds a database under a name (ATTACH). */
  void attach(String name, Btree btree) {
    btree.setBusyHandler(InterruptibleBusyHandler.of(busyHandler));
    databases.add(new AttachedDatabase(name, databases.size(), btree));
    expirePrograms();
  }

  /** Removes an attached database; those behind it move up, so their schemas are read again. */
  void detach(int number) {
    databases.remove(number).btree().close();
    for (int i = number; i < databases.size(); i++) {
      AttachedDatabase old = databases.get(i);
      databases.set(i, new AttachedDatabase(old.name(), i, old.btree()));
    }
    databases.get(TEMP).schema().clear();
    expirePrograms();
  }

  /** Closes the storage of a database and puts another in its place. Requires: no transaction, nothing running. */
  void replace(int number, Btree btree) {
    AttachedDatabase old = databases.get(number);
    btree.setBusyHandler(InterruptibleBusyHandler.of(busyHandler));
    databases.set(number, new AttachedDatabase(old.name(), number, btree));
    schemaChanges.reset();
    if (old.btree() != null) {
      old.btree().close();
    }
  }

  @Override
  public Btree openEphemeral() {
    return backends.named(Backends.DEFAULT).open(OpenOptions.ephemeral());
  }

  @Override
  public Path newTemporaryFile() {
    try {
      Path directory =
          temporaryDirectory == null ? Path.of(System.getProperty("java.io.tmpdir")) : temporaryDirectory;
      return Files.createTempFile(directory, "etilqs_", null);
    } catch (java.io.IOException e) {
      throw new StoreException(ResultCode.CANTOPEN, "no temporary file: " + e.getMessage(), e);
    }
  }

  @Override
  public long temporaryMemoryLimit() {
    return Math.max(1L << 20, Runtime.getRuntime().maxMemory() / 8);
  }

  /**
   * A statement that needs nothing of a main database that cannot be read, such as the one that gives it its key or {@code PRAGMA writable_schema}, goes by what is known
   * so far.
   */
  @Override
  public TextEncoding encoding() {
    try {
      loadedSchema(MAIN);
    } catch (StoreException e) {
      if (e.code() != ResultCode.NOTADB && e.code() != ResultCode.CORRUPT) {
        throw e;
      }
    }
    return encoding;
  }

  /** Conversions in the connection's encoding. */
  Conversion conversion() {
    TextEncoding present = encoding();
    if (conversion == null || conversionEncoding != present) {
      conversion = new Conversion(present);
      conversionEncoding = present;
    }
    return conversion;
  }

  /** The encoding of new databases, or of the main one once it is known. No effect when a database exists. */
  void setEncoding(TextEncoding wanted) {
    encoding = wanted;
  }

  /** The encoding that a database's header names, the connection's own for an empty one. */
  TextEncoding encodingOf(Btree btree) {
    TextEncoding stored = TextEncoding.ofNumber(btree.meta(MetaValue.TEXT_ENCODING) & 3);
    return stored == null ? encoding : stored;
  }

  // ---- schema ----------------------------------------------------------------------------------------------------------------

  /** The schema of a database, read now if it was not. */
  Schema loadedSchema(int number) {
    AttachedDatabase database = databases.get(number);
    if (!database.schema().isLoaded()) {
      if (number != MAIN) {
        loadedSchema(MAIN);
      }
      if (!schemaChanges.isLoading(number)) {
        schemaChanges.load(number);
      }
    }
    return database.schema();
  }

  /** Takes over the main database's encoding, or checks that another database has the same. */
  void adoptEncoding(int number, Btree btree) {
    TextEncoding stored = TextEncoding.ofNumber(btree.meta(MetaValue.TEXT_ENCODING) & 3);
    if (stored == null) {
      return;
    }
    if (number == MAIN) {
      encoding = stored;
    } else if (stored != encoding) {
      throw StoreException.withMessage(
          ResultCode.ERROR, "attached databases must use the same text encoding as main database");
    }
  }

  /** The programs that can serve other texts. */
  StatementShapes shapes() {
    return shapes;
  }

  /** An empty program builder; the last one that was given back if nobody has it. */
  ProgramBuilder takeProgramBuilder() {
    if (isBuilderTaken || spareBuilder == null) {
      return new ProgramBuilder();
    }
    isBuilderTaken = true;
    return spareBuilder;
  }

  /** Gives a builder back whose program is finished. */
  void giveProgramBuilder(ProgramBuilder builder) {
    if (builder.clear()) {
      if (spareBuilder != builder) {
        spareBuilder = builder;
      }
      isBuilderTaken = false;
    } else if (spareBuilder == builder) {
      spareBuilder = null;
    }
  }

  /** Parses a text of the schema table. */
  ParsedStatement parse(String sql) {
    ParsedStatement known = parsedDefinition.of(sql, limits().ofLanguage());
    parsedDefinition.forget();
    return known != null ? known : StatementCompiler.parse(this, sql, 0);
  }

  ParsedDefinition parsedDefinition() {
    return parsedDefinition;
  }

  @Override
  public int schemaGeneration(int number) {
    return databases.get(number).schema().generation();
  }

  @Override
  public void parseSchema(int number, P4.SchemaRows rows, int flags) {
    schemaChanges.parse(number, rows);
  }

  @Override
  public void forgetTable(int number, String name) {
    schemaChanges.changed(number);
    databases.get(number).schema().removeTable(name);
  }

  @Override
  public void forgetIndex(int number, String name) {
    schemaChanges.changed(number);
    databases.get(number).schema().removeIndex(name);
  }

  @Override
  public void forgetTrigger(int number, String name) {
    schemaChanges.changed(number);
    databases.get(number).schema().removeTrigger(name);
  }

  @Override
  public void treeMoved(int number, int from, int to) {
    schemaChanges.changed(number);
    Schema schema = databases.get(number).schema();
    for (Table table : schema.tables()) {
      if (table.rootPage() == from) {
        table.setRootPage(to);
      }
    }
    for (Index index : schema.indexes()) {
      if (index.rootPage() == from) {
        index.setRootPage(to);
      }
    }
  }

  @Override
  public void schemaCookieSet(int number, int cookie) {
    schemaChanges.changed(number);
    databases.get(number).schema().setCookie(cookie);
    expirePrograms();
  }

  SchemaChanges schemaChanges() {
    return schemaChanges;
  }

  @Override
  public void expirePrograms() {
    programGeneration++;
  }

  /** Grows whenever compiled programs may be wrong. */
  int programGeneration() {
    return programGeneration;
  }

  @Override
  public void loadAnalysis(int number) {
    statistics.load(number);
    expirePrograms();
  }

  @Override
  public void runSql(String sql) {
    InternalSql.run(this, sql);
  }

  @Override
  public void checkAlteredTable(int number, String table) {
    AddedColumnCheck.run(this, databases.get(number).schema().table(table));
  }

  @Override
  public void requireVacuumAllowed() {
    Vacuum.requireAllowed(this);
  }

  @Override
  public void vacuum(int number, String target) {
    new Vacuum(this, number, target).run();
  }

  // ---- virtual tables --------------------------------------------------------------------------------------------------------

  VirtualWriters virtualWriters() {
    return virtualWriters;
  }

  @Override
  public void createVirtualTable(int number, String table) {
    virtualTables.create(number, table);
  }

  @Override
  public void destroyVirtualTable(int number, String table) {
    virtualTables.destroy(number, table);
  }

  @Override
  public void joinTransaction(VirtualTable.Writer writer) {
    virtualWriters.join(writer);
  }

  @Override
  public void openVirtualSavepoint(int index) {
    virtualWriters.savepoint(index);
  }

  @Override
  public void releaseVirtualSavepoint(int index) {
    virtualWriters.release(index);
  }

  @Override
  public void rollbackToVirtualSavepoint(int index) {
    virtualWriters.rollbackTo(index);
  }

  // ---- transactions ----------------------------------------------------------------------------------------------------------

  @Override
  public boolean isAutocommit() {
    return transactions.isAutocommit();
  }

  @Override
  public void setAutocommit(boolean autocommit) {
    transactions.setAutocommit(autocommit);
  }

  @Override
  public int activeStatements() {
    return active.count();
  }

  @Override
  public int activeWriters() {
    return active.writers();
  }

  @Override
  public void commitAll() {
    transactions.commit();
  }

  @Override
  public void rollbackAll(ResultCode code) {
    transactions.rollback(code);
  }

  @Override
  public Savepoints savepoints() {
    return transactions.savepoints();
  }

  @Override
  public long deferredConstraints() {
    return transactions.deferredConstraints();
  }

  @Override
  public long postponedConstraints() {
    return transactions.postponedConstraints();
  }

  @Override
  public void addDeferredConstraints(long delta) {
    transactions.setDeferredConstraints(transactions.deferredConstraints() + delta, transactions.postponedConstraints());
  }

  @Override
  public void addPostponedConstraints(long delta) {
    setDeferredConstraints(transactions.deferredConstraints() + delta, transactions.postponedConstraints() + delta);
  }

  void forgetDeferredConstraints() {
    transactions.forgetDeferredConstraints();
  }

  @Override
  public void setDeferredConstraints(long deferred, long postponed) {
    transactions.setDeferredConstraints(deferred, postponed);
  }

  @Override
  public boolean isDeferForeignKeys() {
    return catalog.isOn(Setting.DEFER_FOREIGN_KEYS);
  }

  @Override
  public boolean isQueryOnly() {
    return catalog.isOn(Setting.QUERY_ONLY);
  }

  /** Runs something that needs a read transaction on a database, and ends the transaction if it was begun for this. */
  <T> T reading(int number, Supplier<T> action) {
    Btree btree = btree(number);
    boolean began = btree.transactionState() == TransactionState.NONE;
    btree.beginRead();
    try {
      return action.get();
    } finally {
      if (began) {
        btree.commitPhaseTwo();
      }
    }
  }

  /** Runs something that needs a write transaction on a database; commits it if the connection is in autocommit mode. */
  <T> T writing(int number, Supplier<T> action) {
    if (isQueryOnly()) {
      throw new StoreException(ResultCode.READONLY, "PRAGMA query_only");
    }
    Btree btree = btree(number);
    btree.beginWrite(false);
    boolean done = false;
    try {
      T result = action.get();
      if (isAutocommit()) {
        btree.commitPhaseOne(null);
        btree.commitPhaseTwo();
      }
      done = true;
      return result;
    } finally {
      if (!done && isAutocommit()) {
        btree.rollback(null);
      }
    }
  }

  BusyHandler busyHandler() {
    return busyHandler;
  }

  void setBusyHandler(BusyHandler handler) {
    busyHandler = handler;
    for (AttachedDatabase database : databases) {
      if (database.btree() != null) {
        database.btree().setBusyHandler(InterruptibleBusyHandler.of(handler));
      }
    }
  }

  // ---- counters ----------------------------------------------------------------------------------------------------------------

  @Override
  public long lastInsertRowid() {
    return lastInsertRowid;
  }

  @Override
  public void setLastInsertRowid(long rowid) {
    lastInsertRowid = rowid;
  }

  @Override
  public long changes() {
    return changes;
  }

  @Override
  public void setChanges(long count) {
    changes = count;
  }

  @Override
  public long totalChanges() {
    return totalChanges;
  }

  @Override
  public void addTotalChanges(long count) {
    totalChanges += count;
  }

  // ---- functions' surroundings ---------------------------------------------------------------------------------------------------

  @Override
  public int lengthLimit() {
    return limits.get(Limits.LENGTH);
  }

  @Override
  public int likePatternLengthLimit() {
    return limits.get(Limits.LIKE_PATTERN_LENGTH);
  }

  @Override
  public boolean isCaseSensitiveLike() {
    return caseSensitiveLike;
  }

  /** {@code PRAGMA temp_store}: 0 default, 1 file, 2 memory. Temporary databases are in memory until they outgrow their cache, whatever it says. */
  int temporaryStore() {
    return temporaryStore;
  }

  /** Also drops the temporary database if the setting changes. @throws StoreException ERROR inside a transaction */
  void setTemporaryStore(int store) {
    AttachedDatabase temporary = databases.get(TEMP);
    if (store != temporaryStore && temporary.btree() != null) {
      if (!isAutocommit() || temporary.btree().transactionState() != TransactionState.NONE) {
        throw StoreException.withMessage(ResultCode.ERROR, "temporary storage cannot be changed from within a transaction");
      }
      databases.set(TEMP, new AttachedDatabase(temporary.name(), TEMP, null));
      schemaChanges.reset();
      temporary.btree().close();
    }
    temporaryStore = store;
  }

  void setCaseSensitiveLike(boolean on) {
    caseSensitiveLike = on;
    expirePrograms();
  }

  @Override
  public long randomLong() {
    return random.nextLong();
  }

  @Override
  public List<String> compileOptions() {
    return CompileOptions.NAMES;
  }

  // ---- running -------------------------------------------------------------------------------------------------------------------

  void interrupt() {
    interrupted = true;
  }

  /** Called when the first statement of an idle connection starts: interrupts end with the statements that they hit. */
  void clearInterrupt() {
    if (active.count() == 0) {
      interrupted = false;
    }
  }

  @Override
  public boolean isInterrupted() {
    return interrupted;
  }

  @Override
  public boolean progress() {
    return hooks.progress();
  }

  @Override
  public int progressInterval() {
    return hooks.progressInterval();
  }

  @Override
  public int triggerDepthLimit() {
    return limits.get(Limits.TRIGGER_DEPTH);
  }

  @Override
  public boolean hasRowHook() {
    return hooks.hasRowHook();
  }

  @Override
  public void rowChanged(int operation, int number, String table, long rowid) {
    hooks.rowChanged(operation, databases.get(number).name(), table, rowid);
  }

  @Override
  public void beforeRowChange(int number, P4.RowChange change, Register[] registers, int old, int fresh, int depth) {
    PreUpdateListener listener = hooks.preUpdateListener();
    if (listener != null) {
      listener.beforeChange(new PreUpdate(this, databases.get(number).name(), change, registers, old, fresh, depth));
    }
  }

  // ---- threads -------------------------------------------------------------------------------------------------------------------

  /**
   * A step begins.
   *
   * @return what {@link #leave} is to be given
   * @throws EngineException MISUSE if another thread is in a step
   */
  Thread enter() {
    Thread before = user;
    user = requireFree();
    return before;
  }

  void leave(Thread before) {
    user = before;
  }

  /** Finds a connection that two threads use at once, which it is not made for; most times, for nothing is locked. Returns this thread. */
  Thread requireFree() {
    Thread here = Thread.currentThread();
    Thread there = user;
    if (there != null && there != here && !DeepStack.isHere()) {
      throw new EngineException(
          ResultCode.MISUSE,
          "the connection is in use by thread \"" + there.getName() + "\": it serves one thread at a time; open one for each, or use JDBC, which lets them take turns");
    }
    return here;
  }

  // ---- the end -----------------------------------------------------------------------------------------------------------------

  boolean isClosed() {
    return closed;
  }

  /** Rolls back what is open and closes all databases; the first error is thrown after all are closed. */
  void close() {
    closed = true;
    virtualWriters.rollback();
    virtualTables.close();
    StoreException first = null;
    for (int i = databases.size() - 1; i >= 0; i--) {
      Btree btree = databases.get(i).btree();
      if (btree != null) {
        try {
          btree.close();
        } catch (StoreException e) {
          if (first == null) {
            first = e;
          } else {
            first.addSuppressed(e);
          }
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}

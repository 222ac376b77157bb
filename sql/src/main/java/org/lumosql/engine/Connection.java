// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.PageControl;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.record.Collation;
import org.lumosql.record.TextEncoding;
import org.lumosql.schema.Authorizer;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.parse.Names;
import org.lumosql.vdbe.VirtualModule;

/**
 * A connection to a database: the entrance to the Java API.
 *
 * <pre>{@code
 * try (Connection connection = Connection.open("app.db");
 *     Statement statement = connection.prepare("SELECT name FROM person WHERE age > ?")) {
 *   statement.bindLong(1, 17);
 *   while (statement.step()) {
 *     System.out.println(statement.columnText(0));
 *   }
 * }
 * }</pre>
 *
 * <p>Used by one thread at a time; {@link #interrupt()} may be called from any.
 */
public final class Connection implements AutoCloseable {
  private final Session session;
  private final CompiledCache cache;

  private Connection(Session session) {
    this.session = session;
    this.cache = new CompiledCache(session);
  }

  /** Opens a database for reading and writing, making it if it is not there. See {@link #open(String, ConnectionOptions)}. */
  public static Connection open(String name) {
    return open(name, ConnectionOptions.defaults());
  }

  /**
   * Opens a database. The file is not touched before the first statement needs it.
   *
   * @param name a path, {@code :memory:}, an empty text for a temporary database, or a {@code file:} URI
   * @throws EngineException CANTOPEN if that is impossible
   */
  public static Connection open(String name, ConnectionOptions options) {
    return open(name, options, Backends.installed());
  }

  /**
   * Opens a database with backends of the caller's making. For this connection each takes the place of the installed
   * backend of its name: for the main database, attached and temporary ones.
   */
  public static Connection open(String name, ConnectionOptions options, Backend... replacements) {
    Backends backends = Backends.installed();
    for (Backend backend : replacements) {
      backends = backends.with(backend);
    }
    return open(name, options, backends);
  }

  private static Connection open(String name, ConnectionOptions options, Backends backends) {
    try {
      DatabaseUri uri = DatabaseUri.parse(Objects.requireNonNull(name, "the name of the database is null"), options.access());
      Map<String, String> parameters = new HashMap<>(options.parameters());
      parameters.putAll(uri.parameters());
      Btree main = backends.open(new OpenOptions(uri.path(), uri.kind(), uri.access(), parameters));
      Connection connection = new Connection(new Session(main, backends));
      connection.setBusyTimeout(options.busyTimeout());
      return connection;
    } catch (StoreException e) {
      throw EngineException.of(e, null);
    }
  }

  // ---- statements --------------------------------------------------------------------------------------------------------------

  /** Compiles the first statement of a text, or takes it from the cache of statements that were closed. */
  public Statement prepare(String sql) {
    requireOpen();
    session.requireFree();
    Objects.requireNonNull(sql, "the SQL text is null");
    return Statement.cached(session, cache, sql);
  }

  /** Compiles the statement that begins at an offset of a script; {@link Statement#end()} tells where the next one begins. */
  public Statement prepare(String script, int from) {
    requireOpen();
    session.requireFree();
    Objects.requireNonNull(script, "the SQL text is null");
    return Statement.prepare(session, script, from, false);
  }

  /** Runs all statements of a script, ignoring rows. */
  public void execute(String script) {
    int from = 0;
    while (from < script.length()) {
      try (Statement statement = prepare(script, from)) {
        from = statement.end();
        while (statement.step()) {
          continue; // rows are not wanted
        }
      }
    }
  }

  /**
   * Number of closed statements whose programs are kept for the next {@link #prepare(String)}. With 0 none is, and none serves other texts either that
   * differ in literals.
   */
  public void setStatementCacheSize(int statements) {
    cache.setCapacity(statements);
    session.shapes().setOn(statements > 0);
  }

  // ---- state -------------------------------------------------------------------------------------------------------------------

  /** Rowid of the last row inserted into a rowid table; 0 if none was. */
  public long lastInsertRowid() {
    return session.lastInsertRowid();
  }

  /** Rows that the last completed INSERT, UPDATE or DELETE changed, without triggers and foreign key actions. */
  public long changes() {
    return session.changes();
  }

  /** Rows changed since the connection was opened, with triggers and foreign key actions. */
  public long totalChanges() {
    return session.totalChanges();
  }

  /** Whether no transaction was begun by BEGIN or SAVEPOINT. */
  public boolean isAutocommit() {
    return session.isAutocommit();
  }

  /** How texts are stored in this connection's databases. */
  public TextEncoding encoding() {
    try {
      return session.encoding();
    } catch (StoreException e) {
      throw EngineException.of(e, null);
    }
  }

  /** The path of a database by its name in SQL; empty for memory and temporary ones, null if there is no such database. */
  public String path(String database) {
    int number = session.catalog().number(database);
    if (number < 0) {
      return null;
    }
    Btree btree = session.database(number).btree();
    return btree == null ? "" : btree.path();
  }

  /** Whether a database cannot be written; null if there is no such database. */
  public Boolean isReadOnly(String database) {
    int number = session.catalog().number(database);
    return number < 0 ? null : session.btree(number).isReadOnly();
  }

  /** What the connection holds now: memory, statements, transaction. */
  public ConnectionStatus status() {
    requireOpen();
    long bytes = 0;
    for (int i = 0; i < session.databaseCount(); i++) {
      Btree btree = session.database(i).btree();
      bytes += btree == null ? 0 : btree.capability(PageControl.class).map(PageControl::cacheBytes).orElse(0L);
    }
    return new ConnectionStatus(
        bytes, cache.size(), session.active().texts(), !session.isAutocommit(), session.deferredConstraints());
  }

  /** Whether statements have given a row and were not run to their end, reset or closed. */
  public boolean hasRunningStatements() {
    return session.active().count() > 0;
  }

  /** Resets the statements that {@link #hasRunningStatements} tells of. */
  public void resetStatements() {
    requireOpen();
    session.active().resetAll();
  }

  /** What is declared about a column of a table or view; null if there is none. @param database null to look in all */
  public ColumnInfo columnInfo(String database, String table, String column) {
    requireOpen();
    try {
      return ColumnInfo.of(session, database, table, column);
    } catch (SqlException | StoreException e) {
      throw e instanceof SqlException error ? EngineException.of(error, null) : EngineException.of((StoreException) e, null);
    }
  }

  /** A database below SQL, by its name, for tools; null if there is no such database. */
  public RawDatabase raw(String database) {
    requireOpen();
    int number = session.catalog().number(database);
    return number < 0 ? null : new RawDatabase(session.btree(number));
  }

  /** Run-time limits. */
  public Limits limits() {
    return session.limits();
  }

  /** Whether a name is a keyword of SQLite, which needs quotes in places (https://sqlite.org/c3ref/keyword_check.html). */
  public static boolean isKeyword(String name) {
    return Names.isKeyword(name);
  }

  /** Where relative paths of ATTACH and VACUUM INTO start; null, as at first, for the directory of the process. */
  public void setDirectory(Path directory) {
    session.setDirectory(directory);
  }

  // ---- waiting and stopping ------------------------------------------------------------------------------------------------------

  /** Waits up to so many milliseconds for locks; 0 for not at all. Replaces {@link #setBusyHandler}. */
  public void setBusyTimeout(int milliseconds) {
    setBusyHandler(milliseconds > 0 ? new BusyTimeout(milliseconds) : BusyHandler.NEVER);
  }

  public void setBusyHandler(BusyHandler handler) {
    session.setBusyHandler(handler);
  }

  /** Makes the running statements fail with INTERRUPT soon. Callable from any thread. */
  public void interrupt() {
    session.interrupt();
  }

  /** Calls {@code handler} about every so many instructions of the machine; true stops the statement. Null removes it. */
  public void setProgressHandler(int instructions, BooleanSupplier handler) {
    session.hooks().setProgressHandler(handler == null ? 0 : instructions, handler);
  }

  /**
   * Makes statements fail with INTERRUPT that still run at a moment, looked at about every thousand instructions.
   *
   * @param nanoTime as {@link System#nanoTime}
   */
  public void setDeadline(long nanoTime) {
    session.hooks().setDeadline(nanoTime);
  }

  public void clearDeadline() {
    session.hooks().clearDeadline();
  }

  // ---- hooks ---------------------------------------------------------------------------------------------------------------------

  /** Told of each row of a rowid table that changes; null for nobody. */
  public void setUpdateListener(UpdateListener listener) {
    session.hooks().setUpdateListener(listener);
  }

  /**
   * Told of each row before it changes, with its values; null for nobody, which costs nothing. Statements that were compiled before are compiled again when they are
   * used next; one that is running is not told of.
   */
  public void setPreUpdateListener(PreUpdateListener listener) {
    requireOpen();
    boolean had = session.hooks().hasPreUpdateListener();
    session.hooks().setPreUpdateListener(listener);
    if (had != (listener != null)) {
      session.expirePrograms();
    }
  }

  /**
   * Reads all tables and indexes of a database and tells what they hold. The copy listener is told how that gets on.
   *
   * @param database its name: {@code main} or that of ATTACH
   */
  public List<TreeSummary> summaries(String database) {
    execute("SELECT 1 FROM \"" + database.replace("\"", "\"\"") + "\".sqlite_schema LIMIT 0"); // the schema is up to date then
    try {
      int number = session.catalog().number(database);
      Btree btree = session.btree(number);
      boolean isOurs = btree.transactionState() == TransactionState.NONE;
      btree.beginRead();
      try {
        return new TreeSummaries(session, number).all();
      } finally {
        if (isOurs) {
          btree.commitPhaseTwo();
        }
      }
    } catch (StoreException e) {
      throw EngineException.of(e, null);
    }
  }

  /** Told how VACUUM, VACUUM INTO and {@link #summaries} get on. */
  public void setCopyListener(CopyListener listener) {
    session.hooks().setCopyListener(listener);
  }

  /** Adds a listener beside others. */
  public void addUpdateListener(UpdateListener listener) {
    session.hooks().addUpdateListener(listener);
  }

  public void removeUpdateListener(UpdateListener listener) {
    session.hooks().removeUpdateListener(listener);
  }

  /** Told of each statement that runs, for traces and profiles; null for nobody. */
  public void setStatementListener(StatementListener listener) {
    session.hooks().setStatementListener(listener);
  }

  /** Told of each commit to a database in WAL mode; null for nobody. Automatic checkpoints go on as {@code PRAGMA wal_autocheckpoint} says. */
  public void setWalListener(WalListener listener) {
    session.hooks().setWalListener(listener);
  }

  /**
   * Asked what the statements that are compiled may do; null for nobody. Statements that were compiled before are compiled again when they are used next. While there
   * is an authorizer, programs of closed statements serve no others.
   */
  public void setAuthorizer(Authorizer authorizer) {
    requireOpen();
    session.catalog().setAuthorizer(authorizer);
  }

  /** Called before each commit; true turns it into a rollback. */
  public void setCommitListener(BooleanSupplier listener) {
    session.hooks().setCommitListener(listener);
  }

  public void setRollbackListener(Runnable listener) {
    session.hooks().setRollbackListener(listener);
  }

  // ---- whole databases and large values ------------------------------------------------------------------------------------------

  /** Starts a backup of one of this connection's databases over one of another connection's. */
  public Backup backup(String database, Connection target, String targetDatabase) {
    requireOpen();
    target.requireOpen();
    return Backup.start(session, database, target.session, targetDatabase);
  }

  /** The bytes of a database, as they would be in its file. */
  public byte[] serialize(String database) {
    return image(database, number -> DatabaseImage.of(session, number));
  }

  /** Puts a database in memory that has these bytes in the place of one of this connection's. */
  public void deserialize(String database, byte[] image) {
    image(
        database,
        number -> {
          DatabaseImage.load(session, number, image);
          return image;
        });
  }

  private byte[] image(String database, IntFunction<byte[]> action) {
    requireOpen();
    int number = session.catalog().number(database);
    if (number < 0) {
      throw new EngineException(ResultCode.ERROR, "unknown database " + database);
    }
    try {
      return action.apply(number);
    } catch (StoreException e) {
      throw EngineException.of(e, null);
    }
  }

  /** Opens a blob or text in a row for reading, or for reading and overwriting, piece by piece. */
  public BlobHandle openBlob(String database, String table, String column, long rowid, boolean writable) {
    requireOpen();
    return BlobHandle.open(session, database, table, column, rowid, writable);
  }

  // ---- extending -----------------------------------------------------------------------------------------------------------------

  /**
   * Adds a function to this connection, or replaces the one with the same name and number of arguments.
   *
   * @throws EngineException BUSY if one is to be replaced while statements are running
   */
  public void addFunction(FunctionDefinition definition) {
    if (session.catalog().functions().replaces(definition)) {
      requireIdle("unable to delete/modify user-function due to active statements");
    }
    session.catalog().functions().add(definition);
    session.expirePrograms();
  }

  /**
   * Removes a function that was added; a built-in one of that name is seen again.
   *
   * @param argumentCount as it was defined, −1 if it takes any number
   * @throws EngineException BUSY while statements are running
   */
  public void removeFunction(String name, int argumentCount) {
    requireIdle("unable to delete/modify user-function due to active statements");
    session.catalog().functions().remove(name, argumentCount);
    session.expirePrograms();
  }

  /**
   * Adds or replaces a collation for this connection. Texts reach it in {@link #encoding()}.
   *
   * @throws EngineException BUSY if one is to be replaced while statements are running
   */
  public void addCollation(Collation collation) {
    if (session.catalog().collation(collation.name()) != null) {
      requireIdle("unable to delete/modify collation sequence due to active statements");
    }
    session.catalog().addCollation(collation);
    session.expirePrograms();
  }

  /**
   * Removes a collation that was added.
   *
   * @throws EngineException BUSY while statements are running
   */
  public void removeCollation(String name) {
    requireIdle("unable to delete/modify collation sequence due to active statements");
    session.catalog().removeCollation(name);
    session.expirePrograms();
  }

  /** Adds a module for virtual tables, or replaces the one of that name; tables that are open stay with the old one. */
  public void addModule(VirtualModule module) {
    session.virtualTables().add(module);
    session.expirePrograms();
  }

  /** Removes a module for virtual tables. */
  public void removeModule(String name) {
    session.virtualTables().remove(name);
    session.expirePrograms();
  }

  private void requireIdle(String message) {
    if (session.active().count() > 0) {
      throw new EngineException(ResultCode.BUSY, message);
    }
  }

  /** Switches an optimisation; all are on at first. */
  public void setOptimisation(Optimisation optimisation, boolean on) {
    session.catalog().setOptimisation(optimisation, on);
  }

  /** Switches an optimisation by its name; an unknown name is an error that lists those there are. */
  public void setOptimisation(String name, boolean on) {
    setOptimisation(Optimisation.named(name), on);
  }

  /** Whether an optimisation is switched on. */
  public boolean isOptimisationOn(Optimisation optimisation) {
    return session.catalog().isOptimisationOn(optimisation);
  }

  // ---- the end -------------------------------------------------------------------------------------------------------------------

  private void requireOpen() {
    if (session.isClosed()) {
      throw new EngineException(ResultCode.MISUSE, "the connection is closed");
    }
  }

  public boolean isClosed() {
    return session.isClosed();
  }

  /** Rolls back what is open and closes the databases. Statements that are still open become unusable. Closing twice is harmless. */
  @Override
  public void close() {
    if (!session.isClosed()) {
      session.requireFree();
      cache.clear();
      session.shapes().clear();
      session.active().closeAll();
      try {
        session.close();
      } catch (StoreException e) {
        throw EngineException.of(e, null);
      }
    }
  }
}

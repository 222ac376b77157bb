// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * A file system in memory that fails on command and forgets what was not synced when the power goes.
 *
 * <p>Every change ({@code open} of a new file, {@code write}, {@code truncate}, {@code sync}, {@code delete},
 * directory sync) counts as one operation: {@link #operations}. {@link #failAt} makes one of them, or all from one
 * on, throw a {@link StoreException}; {@link #crashAt} throws {@link PowerLoss} from there on, for ever, until {@link
 * #restart} makes the file system that the machine finds when it comes up again:
 *
 * <ul>
 *   <li>what a file's sync has covered is there;
 *   <li>of later writes each 512-byte sector is there or not, in any order, as the seed and the {@link Loss} decide;
 *   <li>of later creations and deletions a prefix is there, per directory sync;
 *   <li>locks and shared memory are gone.
 * </ul>
 *
 * <p>Thread-safe, like the real one; several connections may share one instance.
 */
public final class FaultyVfs implements Vfs {
  /** Bytes that are written whole or not at all. */
  private static final int SECTOR = 512;

  private final Random random;
  private final Map<String, MemoryInode> directory = new LinkedHashMap<>();
  private Map<String, MemoryInode> durableDirectory = new LinkedHashMap<>();
  private final List<Runnable> directoryChanges = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private long operations;
  private long crashOperation = Long.MAX_VALUE;
  private long firstFailure = Long.MAX_VALUE;
  private long lastFailure = -1;
  private ResultCode failureCode = ResultCode.IOERR_WRITE;
  private boolean hasCrashed;
  private boolean isPowersafe = true;
  private int sectorSize = 4096;
  private int temporaryFiles;

  public FaultyVfs(long seed) {
    random = new Random(seed);
  }

  /** The power has gone. Not a StoreException: nothing may handle it. */
  public static final class PowerLoss extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PowerLoss(long operation) {
      super("power lost at operation " + operation, null, false, false);
    }
  }

  /** How much of what was not synced is lost. */
  public enum Loss {
    /** All of it. */
    EVERYTHING,
    /** Nothing: a crash of the process, not of the machine. */
    NOTHING,
    /** Each sector by chance. */
    RANDOM_SECTORS,
    /** All writes from a random one on, per file. */
    SUFFIX
  }

  // ---- commands ---------------------------------------------------------------------------------

  /** Operations so far. */
  public synchronized long operations() {
    return operations;
  }

  /** The given operation, counted from now as 1, and {@code count − 1} after it throw an error with the code. */
  public synchronized void failAt(long operation, long count, ResultCode code) {
    firstFailure = operations + operation;
    lastFailure = count == Long.MAX_VALUE ? Long.MAX_VALUE : firstFailure + count - 1;
    failureCode = code;
  }

  public synchronized void failNoMore() {
    firstFailure = Long.MAX_VALUE;
    lastFailure = -1;
  }

  /** The power goes at the given operation, counted from now as 1, before it has any effect. */
  public synchronized void crashAt(long operation) {
    crashOperation = operations + operation;
  }

  /** The power goes now. */
  public synchronized void crash() {
    hasCrashed = true;
  }

  public synchronized boolean hasCrashed() {
    return hasCrashed;
  }

  /** As told to the pager: what a torn write may damage. */
  public synchronized void setDevice(int newSectorSize, boolean powersafeOverwrite) {
    sectorSize = newSectorSize;
    isPowersafe = powersafeOverwrite;
  }

  /** The operations so far, one a line. */
  public synchronized String history() {
    return String.join("\n", log);
  }

  /** What is on the disk after the crash. */
  public synchronized FaultyVfs restart(Loss loss, long seed) {
    Random dice = new Random(seed);
    FaultyVfs next = new FaultyVfs(dice.nextLong());
    next.isPowersafe = isPowersafe;
    next.sectorSize = sectorSize;
    Map<String, MemoryInode> names = new LinkedHashMap<>(durableDirectory);
    int kept =
        switch (loss) {
          case EVERYTHING -> 0;
          case NOTHING -> directoryChanges.size();
          default -> dice.nextInt(directoryChanges.size() + 1);
        };
    Map<String, MemoryInode> before = durableDirectory;
    durableDirectory = names;
    directoryChanges.subList(0, kept).forEach(Runnable::run);
    durableDirectory = before;
    names.forEach((name, inode) -> next.install(name, inode.afterCrash(loss, dice)));
    return next;
  }

  private void install(String name, byte[] contents) {
    MemoryInode inode = new MemoryInode(contents);
    directory.put(name, inode);
    durableDirectory.put(name, inode);
  }

  // ---- files from and to the real disk ----------------------------------------------------------

  /** Puts a file there, durable. */
  public synchronized void put(String path, byte[] contents) {
    install(path, contents.clone());
  }

  /** A file's bytes as a process sees them now, or null. */
  public synchronized byte[] get(String path) {
    MemoryInode inode = directory.get(path);
    return inode == null ? null : inode.contents();
  }

  public synchronized List<String> names() {
    return new ArrayList<>(new TreeMap<>(directory).keySet());
  }

  /** Copies all files into a real directory, for the C library to look at. */
  public synchronized void export(Path target) {
    directory.forEach(
        (name, inode) -> {
          try {
            Files.write(target.resolve(name.substring(name.lastIndexOf('/') + 1)), inode.contents());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  // ---- operations -------------------------------------------------------------------------------

  /** Counts an operation, and throws if it is to. */
  synchronized void operation(String what) {
    requirePower();
    operations++;
    log.add(operations + " " + what);
    if (operations >= crashOperation) {
      hasCrashed = true;
      throw new PowerLoss(operations);
    }
    if (operations >= firstFailure && operations <= lastFailure) {
      log.add("  fails with " + failureCode);
      throw new StoreException(failureCode, "injected at operation " + operations + ": " + what);
    }
  }

  synchronized void requirePower() {
    if (hasCrashed) {
      throw new PowerLoss(operations);
    }
  }

  @Override
  public synchronized VfsFile open(String path, FileRole role, OpenMode mode) {
    requirePower();
    MemoryInode inode = directory.get(path);
    if (inode == null) {
      if (mode != OpenMode.CREATE) {
        throw new StoreException(ResultCode.CANTOPEN, "no such file: " + path);
      }
      operation("create " + path);
      inode = new MemoryInode(new byte[0]);
      if (role != FileRole.TEMPORARY) {
        MemoryInode created = inode;
        directory.put(path, created);
        directoryChanges.add(() -> durableDirectory.put(path, created));
      }
    }
    return new MemoryHandle(this, path, inode, mode == OpenMode.READ_ONLY);
  }

  @Override
  public synchronized void delete(String path, boolean syncDirectory) {
    requirePower();
    if (directory.containsKey(path)) {
      operation("delete " + path);
      directory.remove(path);
      directoryChanges.add(() -> durableDirectory.remove(path));
      if (syncDirectory) {
        syncDirectoryOf(path);
      }
    }
  }

  @Override
  public synchronized boolean exists(String path) {
    requirePower();
    return directory.containsKey(path);
  }

  synchronized boolean isAt(String path, MemoryInode inode) {
    return directory.get(path) == inode;
  }

  @Override
  public String fullPath(String path) {
    return path.startsWith("/") ? path : "/" + path;
  }

  @Override
  public synchronized String temporaryPath() {
    return "/temporary-" + temporaryFiles++;
  }

  @Override
  public synchronized void syncDirectoryOf(String path) {
    operation("sync directory of " + path);
    directoryChanges.forEach(Runnable::run);
    directoryChanges.clear();
  }

  @Override
  public synchronized int randomInt() {
    return random.nextInt();
  }

  synchronized int sectorSize() {
    return sectorSize;
  }

  synchronized boolean isPowersafe() {
    return isPowersafe;
  }

  static int sectorBytes() {
    return SECTOR;
  }
}

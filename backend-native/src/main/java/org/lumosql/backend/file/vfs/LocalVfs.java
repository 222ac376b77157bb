// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;


import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** The file system of the host. Stateless: all instances share the registry of open files. Thread-safe. */
public final class LocalVfs implements Vfs {
  static final boolean IS_WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  private static final int MAXIMUM_LINKS = 100;

  /** Opens a file; one that may be read but not written is opened read-only, as SQLite does. */
  @Override
  public VfsFile open(String name, FileRole role, OpenMode mode) {
    Path path = path(name);
    VfsFile journal = role == FileRole.JOURNAL && mode == OpenMode.CREATE ? openJournal(name, path) : null;
    if (journal != null) {
      return journal;
    }
    boolean existed = Files.exists(path);
    if (existed && Files.isDirectory(path)) {
      throw new StoreException(ResultCode.CANTOPEN_ISDIR, name + " is a directory");
    }
    if (!existed && mode != OpenMode.CREATE) {
      throw new StoreException(ResultCode.CANTOPEN, "no such file: " + name);
    }
    try {
      if (role == FileRole.DATABASE) {
        boolean readOnly = isReadOnlyNeeded(path, mode);
        return new LocalFile(name, FileRegistry.JVM.open(path, readOnly), readOnly);
      }
      if (role == FileRole.TEMPORARY && !existed) {
        createPrivate(path);
      }
      boolean readOnly = existed && isReadOnlyNeeded(path, mode);
      RandomAccessFile descriptor = new RandomAccessFile(path.toFile(), readOnly ? "r" : "rw");
      if (!existed && (role == FileRole.WAL || role == FileRole.JOURNAL)) {
        inheritPermissions(path);
      }
      boolean isNameless = role == FileRole.TEMPORARY && deletedWhileOpen(path);
      return new LocalFile(name, descriptor, readOnly, role == FileRole.TEMPORARY && !isNameless, isNameless);
    } catch (IOException e) {
      boolean directoryIsClosed = !existed && role == FileRole.JOURNAL && Files.isDirectory(directoryOf(path));
      throw IoErrors.of(directoryIsClosed ? ResultCode.READONLY_DIRECTORY : ResultCode.CANTOPEN, "open", name, e);
    }
  }

  /** A journal is made for each transaction: without questions first. Null if that does not work, whose reason is asked for then. */
  private static VfsFile openJournal(String name, Path path) {
    RandomAccessFile descriptor;
    try {
      descriptor = new RandomAccessFile(path.toFile(), "rw");
    } catch (FileNotFoundException notLikeThat) {
      return null;
    }
    LocalFile file = new LocalFile(name, descriptor, false, false, false);
    if (file.size() == 0) {
      inheritPermissions(path);
    }
    return file;
  }

  private static boolean isReadOnlyNeeded(Path path, OpenMode mode) {
    return mode == OpenMode.READ_ONLY || Files.exists(path) && !Files.isWritable(path);
  }

  private static void createPrivate(Path path) throws IOException {
    Files.createFile(path);
    setPermissions(path, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
  }

  /** On POSIX a temporary file loses its name at once, so that not even a crash leaves it behind. */
  private static boolean deletedWhileOpen(Path path) throws IOException {
    if (IS_WINDOWS) {
      return false;
    }
    Files.delete(path);
    return true;
  }

  /** Whoever may use the database must be able to use its journals: they get its permissions. */
  static void inheritPermissions(Path path) {
    String name = path.toString();
    int dash = name.lastIndexOf('-');
    if (IS_WINDOWS || dash <= 0) {
      return;
    }
    try {
      setPermissions(path, Files.getPosixFilePermissions(Path.of(name.substring(0, dash))));
    } catch (IOException | UnsupportedOperationException noSuchDatabase) {
      // Then the permissions that the process gives to new files are as good as any.
    }
  }

  private static void setPermissions(Path path, Set<PosixFilePermission> wanted) throws IOException {
    try {
      if (!Files.getPosixFilePermissions(path).equals(wanted)) {
        Files.setPosixFilePermissions(path, wanted);
      }
    } catch (UnsupportedOperationException noPosixPermissions) {
      // Nothing to set on this file system.
    }
  }

  @Override
  public void delete(String name, boolean syncDirectory) {
    try {
      if (!Files.deleteIfExists(path(name))) {
        return;
      }
    } catch (NoSuchFileException goneAlready) {
      return;
    } catch (IOException e) {
      throw IoErrors.of(ResultCode.IOERR_DELETE, "delete", name, e);
    }
    if (syncDirectory) {
      syncDirectoryOf(name);
    }
  }

  /** A file of length 0 counts as absent only for the pager; here it exists. */
  @Override
  public boolean exists(String name) {
    // asked at the beginning of every transaction: a Path would cost more than the question
    return new File(name).exists();
  }

  @Override
  public String fullPath(String name) {
    Path path = path(name).toAbsolutePath();
    try {
      for (int links = 0; links < MAXIMUM_LINKS; links++) {
        if (Files.exists(path)) {
          return path.toRealPath().toString();
        }
        Path directory = path.getParent();
        if (directory == null || !Files.exists(directory)) {
          return path.normalize().toString();
        }
        path = directory.toRealPath().resolve(path.getFileName());
        if (!Files.isSymbolicLink(path)) {
          return path.toString();
        }
        path = path.resolveSibling(Files.readSymbolicLink(path));
      }
    } catch (IOException e) {
      throw IoErrors.of(ResultCode.CANTOPEN_FULLPATH, "resolve", name, e);
    }
    throw new StoreException(ResultCode.CANTOPEN, "too many symbolic links: " + name);
  }

  @Override
  public String temporaryPath() {
    for (String variable : new String[] {"SQLITE_TMPDIR", "TMPDIR"}) {
      String value = System.getenv(variable);
      if (value != null && isUsableDirectory(value)) {
        return temporaryName(value);
      }
    }
    String directory = System.getProperty("java.io.tmpdir");
    if (directory == null || !isUsableDirectory(directory)) {
      throw new StoreException(ResultCode.IOERR_GETTEMPPATH, "no directory for temporary files: " + directory);
    }
    return temporaryName(directory);
  }

  private static boolean isUsableDirectory(String directory) {
    Path path = path(directory);
    return Files.isDirectory(path) && Files.isWritable(path);
  }

  private static String temporaryName(String directory) {
    return directory + File.separator + "etilqs_" + Long.toHexString(RandomSource.nextLong());
  }

  @Override
  public void syncDirectoryOf(String name) {
    if (IS_WINDOWS) {
      return;
    }
    Path directory = directoryOf(path(name));
    boolean interrupted = false;
    try {
      while (true) {
        // An interrupt closes only this channel of ours; the flag is kept for the caller.
        interrupted |= Thread.interrupted();
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
          channel.force(true);
          return;
        } catch (ClosedByInterruptException e) {
          interrupted = true;
        }
      }
    } catch (IOException e) {
      throw IoErrors.of(ResultCode.IOERR_DIR_FSYNC, "sync the directory", directory.toString(), e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public int randomInt() {
    return (int) RandomSource.nextLong();
  }

  private static Path directoryOf(Path path) {
    return path.toAbsolutePath().getParent();
  }

  static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new StoreException(ResultCode.CANTOPEN, "not a path: " + e.getMessage(), e);
    }
  }

  /** Whether the path still names the file with the key. */
  static boolean isAt(String name, Object key) {
    try {
      return key.equals(FileRegistry.keyOf(path(name)));
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "LocalVfs";
  }
}

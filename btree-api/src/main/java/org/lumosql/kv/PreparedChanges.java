// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * The file in which a transaction waits for the decision over a commit of several databases: what the engine is to hold
 * afterwards, under each key that the transaction has changed. It says what is, not what to do, so that applying it
 * twice is harmless. Integers are big-endian.
 *
 * <table>
 *   <caption>Layout; written to disk, do not change</caption>
 *   <tr><th>bytes</th><th>meaning</th></tr>
 *   <tr><td>16</td><td>the text {@code LumoSQL prepared}</td></tr>
 *   <tr><td>…</td><td>per change a letter, a tree, 4 bytes, and: {@code C}, the tree is empty before the others are
 *     applied; {@code P}, a key and a value, each with its length before it, 4 bytes; {@code D}, a key that is not
 *     there; and at the end {@code E}, with the tree 0</td></tr>
 *   <tr><td>8</td><td>CRC-32C of all before</td></tr>
 *   <tr><td>…</td><td>{@link JournalPointer}</td></tr>
 * </table>
 */
final class PreparedChanges {
  private static final byte[] MAGIC = "LumoSQL prepared".getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER = 1 << 16;

  private final Set<Integer> clearedTrees = new TreeSet<>();
  private int[] trees = new int[16];
  private byte[][] keys = new byte[16][];
  private int length;

  /** Notes that a transaction has changed what is under a key. */
  void touched(int tree, byte[] key) {
    if (length == trees.length) {
      int capacity = length + (length >> 1);
      trees = Arrays.copyOf(trees, capacity);
      keys = Arrays.copyOf(keys, capacity);
    }
    trees[length] = tree;
    keys[length] = key;
    length++;
  }

  /** Notes that a transaction has cleared a tree. */
  void cleared(int tree) {
    clearedTrees.add(tree);
  }

  private Map<Integer, Set<byte[]>> distinctKeys() {
    Map<Integer, Set<byte[]>> distinct = new TreeMap<>();
    for (int i = 0; i < length; i++) {
      distinct.computeIfAbsent(trees[i], any -> new TreeSet<>(Arrays::compareUnsigned)).add(keys[i]);
    }
    return distinct;
  }

  // ---- writing ----------------------------------------------------------------------------------------------------

  /** Writes the file, replacing one that is there. */
  void write(Path file, KvTransaction transaction, String superJournal, boolean sync) {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
      CheckedOutputStream checked =
          new CheckedOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), new CRC32C());
      DataOutputStream out = new DataOutputStream(checked);
      out.write(MAGIC);
      writeChanges(out, transaction);
      out.writeLong(checked.getChecksum().getValue());
      out.write(JournalPointer.bytes(superJournal));
      out.flush();
      if (sync) {
        channel.force(true);
        Directories.syncParent(file);
      }
    } catch (IOException e) {
      throw new StoreException(ResultCode.IOERR_WRITE, "cannot write " + file, e);
    }
  }

  private void writeChanges(DataOutputStream out, KvTransaction transaction) throws IOException {
    for (int tree : clearedTrees) {
      out.write('C');
      out.writeInt(tree);
    }
    for (Map.Entry<Integer, Set<byte[]>> entry : distinctKeys().entrySet()) {
      int tree = entry.getKey();
      for (byte[] key : entry.getValue()) {
        byte[] value = transaction.get(tree, key);
        if (value == null && clearedTrees.contains(tree)) {
          continue;
        }
        out.write(value == null ? 'D' : 'P');
        out.writeInt(tree);
        writeBytes(out, key);
        if (value != null) {
          writeBytes(out, value);
        }
      }
    }
    out.write('E');
    out.writeInt(0);
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  // ---- reading ----------------------------------------------------------------------------------------------------

  /** The super-journal that decides over a file; null if the file was not written to its end. */
  static String superJournal(Path file) {
    try {
      return isWhole(file) ? JournalPointer.read(file) : null;
    } catch (IOException e) {
      throw new StoreException(ResultCode.IOERR_READ, "cannot read " + file, e);
    }
  }

  private static boolean isWhole(Path file) throws IOException {
    try {
      read(file, null);
      return true;
    } catch (EOFException e) {
      return false;
    }
  }

  /** Makes the changes of a file that is whole. */
  static void apply(Path file, KvTransaction transaction) {
    try {
      read(file, transaction);
    } catch (IOException e) {
      throw new StoreException(ResultCode.IOERR_READ, "cannot read " + file, e);
    }
  }

  /** @throws EOFException if the file is not whole */
  private static void read(Path file, KvTransaction target) throws IOException {
    long size = Files.size(file);
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      CheckedInputStream checked = new CheckedInputStream(stream, new CRC32C());
      DataInputStream in = new DataInputStream(checked);
      if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
        throw new EOFException();
      }
      for (int kind = in.read(); kind != 'E'; kind = in.read()) {
        readChange(kind, in, size, target);
      }
      in.readInt();
      long sum = checked.getChecksum().getValue();
      if (in.readLong() != sum) {
        throw new EOFException();
      }
    }
  }

  private static void readChange(int kind, DataInputStream in, long size, KvTransaction target) throws IOException {
    if (kind != 'C' && kind != 'P' && kind != 'D') {
      throw new EOFException();
    }
    int tree = in.readInt();
    byte[] key = kind == 'C' ? null : readBytes(in, size);
    byte[] value = kind == 'P' ? readBytes(in, size) : null;
    if (target == null) {
      return;
    }
    if (kind == 'C') {
      target.clear(tree);
    } else if (kind == 'P') {
      target.put(tree, key, value);
    } else {
      target.delete(tree, key);
    }
  }

  private static byte[] readBytes(DataInputStream in, long size) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > size) {
      throw new EOFException();
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.IntUnaryOperator;
import org.lumosql.engine.BlobHandle;

/** Writes and reads values of many megabytes by streams, Blob and Clob: for a JVM whose heap is smaller than one of them. */
final class SmallHeapStreams {
  private SmallHeapStreams() {}

  public static void main(String[] arguments) throws Exception {
    int length = Integer.parseInt(arguments[1]) << 20;
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql:" + arguments[0]);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, n, b, m)");
      statement.execute("CREATE TABLE texts(id INTEGER PRIMARY KEY, c)");
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t(n, b, m) VALUES (?, ?, ?)");
          PreparedStatement insertText = connection.prepareStatement("INSERT INTO texts(c) VALUES (?)")) {
        insert.setInt(1, 1);
        insert.setBinaryStream(2, new Generated(length, i -> i * 31 >>> 3), length); // in the middle of the row, of known length
        insert.setString(3, "behind it");
        insert.executeUpdate();
        insertText.setAsciiStream(1, new Generated(length, i -> 'a' + i % 23)); // of unknown length
        insertText.executeUpdate();
      }
      System.out.println("stored");
      try (ResultSet rows = statement.executeQuery("SELECT n, b, c, length(b), m FROM t JOIN texts USING (id)")) {
        rows.next();
        require(rows.getInt(1) == 1 && rows.getInt(4) == length && rows.getString(5).equals("behind it"), "small columns");
        same(rows.getBinaryStream(2), new Generated(length, i -> i * 31 >>> 3));
        same(rows.getAsciiStream(3), new Generated(length, i -> 'a' + i % 23));
        Blob blob = rows.getBlob(2);
        require(blob.length() == length && blob.getBytes(length, 1)[0] == (byte) ((length - 1) * 31 >>> 3), "blob");
        Clob clob = rows.getClob(3);
        require(clob.length() == length && clob.getSubString(length - 1L, 2).charAt(1) == 'a' + (length - 1) % 23, "clob");
        try (Reader reader = clob.getCharacterStream(length - 5L, 100)) {
          require(reader.skip(1000) == 6, "the clob's end");
        }
        // the row changes while the values are in use: they are copied to a file
        try (PreparedStatement update = connection.prepareStatement("UPDATE t SET b = ? WHERE id = 1")) {
          update.setBlob(1, new Generated(length, i -> i), length);
          update.executeUpdate();
        }
        same(blob.getBinaryStream(), new Generated(length, i -> i * 31 >>> 3));
        System.out.println("read");
        blob.free();
        clob.free();
      }
      try (PreparedStatement copy = connection.prepareStatement("INSERT INTO t(b) VALUES (?)");
          ResultSet rows = statement.executeQuery("SELECT b FROM t")) {
        rows.next();
        copy.setBlob(1, rows.getBlob(1));
        copy.executeUpdate();
      }
      try (ResultSet rows = statement.executeQuery("SELECT b FROM t WHERE id = 2")) {
        rows.next();
        same(rows.getBinaryStream(1), new Generated(length, i -> i));
      }
      pieces(connection, length);
      try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
        rows.next();
        require(rows.getString(1).equals("ok"), rows.getString(1));
      }
      System.out.println("integrity");
    }
  }

  private static void pieces(Connection connection, int length) throws SQLException, IOException {
    org.lumosql.engine.Connection engine = connection.unwrap(org.lumosql.engine.Connection.class);
    engine.execute("INSERT INTO t(id, b) VALUES (9, zeroblob(" + length + "))");
    try (BlobHandle blob = engine.openBlob("main", "t", "b", 9, true)) {
      try (OutputStream out = blob.outputStream()) {
        new Generated(length, i -> i >>> 7).transferTo(out);
      }
      same(blob.inputStream(), new Generated(length, i -> i >>> 7));
    }
  }

  private static void same(InputStream actual, InputStream expected) throws IOException {
    byte[] one = new byte[1 << 16];
    byte[] other = new byte[1 << 16];
    long at = 0;
    while (true) {
      int count = actual.readNBytes(one, 0, one.length);
      int wanted = expected.readNBytes(other, 0, other.length);
      require(count == wanted && java.util.Arrays.equals(one, 0, count, other, 0, count), "differs behind " + at);
      if (count == 0) {
        return;
      }
      at += count;
    }
  }

  private static void require(boolean is, String what) {
    if (!is) {
      throw new AssertionError(what);
    }
  }

  /** So many bytes, each made from its number. */
  private static final class Generated extends InputStream {
    private final int length;
    private final IntUnaryOperator value;
    private int at;

    Generated(int length, IntUnaryOperator value) {
      this.length = length;
      this.value = value;
    }

    @Override
    public int read() {
      return at == length ? -1 : value.applyAsInt(at++) & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) {
      int taken = Math.min(count, length - at);
      for (int i = 0; i < taken; i++) {
        target[offset + i] = (byte) value.applyAsInt(at + i);
      }
      at += taken;
      return taken == 0 && count > 0 ? -1 : taken;
    }
  }
}

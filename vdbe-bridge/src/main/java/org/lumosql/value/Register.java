// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.value;

import org.lumosql.error.LongWork;
import org.lumosql.record.TextEncoding;

/**
 * A mutable SQL value: one register of the machine, reused for the statement's life. Numbers are primitive fields; text and blobs are
 * bytes, text in the database's encoding.
 *
 * <p>Bytes are either <em>owned</em> (in a buffer of this register that is reused) or a <em>view</em> of somebody else's array, such as a page.
 * A view is valid as long as its owner says; {@link #own()} copies it. Text is not terminated and may hold any bytes.
 *
 * <p>Hot path: no setter allocates, except when the own buffer has to grow.
 */
public final class Register {
  public static final int NULL = 0;
  public static final int INTEGER = 1;
  public static final int REAL = 2;
  public static final int TEXT = 3;
  public static final int BLOB = 4;

  /** Bytes of a buffer that a register at rest may keep. */
  private static final int KEPT_CAPACITY = 1 << 16;

  private int type;
  private int subtype;
  private long integer;
  private double real;
  private byte[] bytes;
  private int offset;
  private int length;
  private int zeroTail;
  private boolean compact;
  private byte[] buffer;
  private Object object;

  // ---- reading -----------------------------------------------------------------------------------------------------------

  /** One of {@link #NULL}, {@link #INTEGER}, {@link #REAL}, {@link #TEXT}, {@link #BLOB}. */
  public int type() {
    return type;
  }

  public boolean isNull() {
    return type == NULL;
  }

  /** The integer. Requires: type INTEGER. */
  public long integer() {
    return integer;
  }

  /** The double. Requires: type REAL. */
  public double real() {
    return real;
  }

  /** The array with the text's or blob's bytes. Requires: type TEXT or BLOB. */
  public byte[] bytes() {
    return bytes;
  }

  public int offset() {
    return offset;
  }

  /** Number of bytes, without the zero tail. */
  public int length() {
    return length;
  }

  /** Number of zero bytes that follow a blob's bytes and belong to it ({@code zeroblob}); {@link #expandZeroTail()} makes them real. */
  public int zeroTail() {
    return zeroTail;
  }

  /** The subtype that functions pass on ({@code 74} marks JSON); 0 if none. */
  public int subtype() {
    return subtype;
  }

  /** A Java object that rides on a NULL: an aggregate's state, a pointer value, a row set; null if none. */
  public Object object() {
    return object;
  }

  // ---- setting -----------------------------------------------------------------------------------------------------------

  public void setNull() {
    type = NULL;
    subtype = 0;
    object = null;
  }

  public void setInteger(long value) {
    type = INTEGER;
    subtype = 0;
    object = null;
    integer = value;
  }

  /** Sets a double; a NaN becomes NULL. */
  public void setReal(double value) {
    subtype = 0;
    if (value != value) {
      setNull();
    } else {
      type = REAL;
      object = null;
      compact = false;
      real = value;
    }
  }

  /**
   * Sets a double that came to be by REAL affinity and is a whole number: records store it as an integer
   * (https://sqlite.org/datatype3.html#storage_classes_and_datatypes).
   */
  public void setCompactReal(double value) {
    setReal(value);
    compact = true;
  }

  /** Whether a record stores this REAL as an integer. Requires: type REAL. */
  public boolean isCompactReal() {
    return compact;
  }

  public void setBoolean(boolean value) {
    setInteger(value ? 1 : 0);
  }

  /** A view of a text in the database's encoding. */
  public void setTextView(byte[] array, int arrayOffset, int byteLength) {
    view(TEXT, array, arrayOffset, byteLength);
  }

  public void setBlobView(byte[] array, int arrayOffset, int byteLength) {
    view(BLOB, array, arrayOffset, byteLength);
  }

  private void view(int newType, byte[] array, int arrayOffset, int byteLength) {
    type = newType;
    subtype = 0;
    zeroTail = 0;
    object = null;
    bytes = array;
    offset = arrayOffset;
    length = byteLength;
  }

  /** A copy of a text in the database's encoding, in the own buffer. */
  public void setText(byte[] array, int arrayOffset, int byteLength) {
    copyIn(array, arrayOffset, byteLength);
    type = TEXT;
  }

  public void setBlob(byte[] array, int arrayOffset, int byteLength) {
    copyIn(array, arrayOffset, byteLength);
    type = BLOB;
  }

  /** A text given as a Java string; unpaired surrogates become U+FFFD. */
  public void setText(String text, TextEncoding encoding) {
    byte[] encoded = text.getBytes(encoding.charset());
    setTextView(encoded, 0, encoded.length);
  }

  public void setZeroBlob(int count) {
    view(BLOB, reserve(0), 0, 0);
    zeroTail = count;
  }

  /**
   * A text or blob that stays where it is: only type and length may be looked at before {@link #fetch()}. For registers that nothing but such code reads.
   *
   * @param newType TEXT or BLOB
   */
  public void setDistant(int newType, int byteLength, ByteSource source) {
    view(newType, reserve(0), 0, byteLength);
    object = source;
  }

  /** Whether the bytes are not here yet. */
  public boolean isDistant() {
    return type >= TEXT && object instanceof ByteSource;
  }

  /** Where the bytes are. Requires: {@link #isDistant()}. */
  public ByteSource source() {
    return (ByteSource) object;
  }

  /** Copies distant bytes into the own buffer. Requires: {@link #isDistant()}. */
  public void fetch() {
    ByteSource source = source();
    byte[] own = reserve(length);
    source.read(0, own, 0, length);
    bytes = own;
    object = null;
  }

  /** Adds zero bytes behind a blob's bytes. Requires: type BLOB. */
  public void setZeroTail(int count) {
    zeroTail = count;
  }

  public void setSubtype(int newSubtype) {
    subtype = newSubtype;
  }

  /** Says in which encoding a blob is to be read where it is used as a text. Requires: type BLOB. */
  public void setTextEncoding(TextEncoding encoding) {
    object = encoding;
  }

  /** The encoding that a blob is read in as a text; null for UTF-8, and for other values. */
  public TextEncoding textEncoding() {
    return type == BLOB && object instanceof TextEncoding encoding ? encoding : null;
  }

  /** NULL with an object riding on it. */
  public void setObject(Object value) {
    setNull();
    object = value;
  }

  /** Turns a text into a blob with the same bytes, or the reverse. Requires: type TEXT or BLOB. */
  public void retype(int newType) {
    type = newType;
  }

  private void copyIn(byte[] array, int arrayOffset, int byteLength) {
    byte[] own = reserve(byteLength);
    LongWork.copy(array, arrayOffset, own, 0, byteLength);
    bytes = own;
    offset = 0;
    length = byteLength;
    zeroTail = 0;
    subtype = 0;
    object = null;
  }

  /** The own buffer, grown to at least {@code capacity} bytes; its contents may be lost. */
  /** Becomes NULL and gives back a large buffer: for values that may not be needed again for long. */
  public void release() {
    setNull();
    bytes = null;
    if (buffer != null && buffer.length > KEPT_CAPACITY) {
      buffer = null;
    }
  }

  private byte[] reserve(int capacity) {
    if (buffer == null || buffer.length < capacity) {
      buffer = new byte[Math.max(capacity, buffer == null ? 32 : (int) Math.min(buffer.length * 2L, Integer.MAX_VALUE - 8))];
    }
    return buffer;
  }

  /**
   * Makes the value a text or blob of {@code byteLength} bytes in the own buffer, at {@link #offset()} 0, for the caller to fill.
   *
   * @return the buffer, at least {@code byteLength} long
   */
  public byte[] prepare(int newType, int byteLength) {
    byte[] own = reserve(byteLength);
    view(newType, own, 0, byteLength);
    return own;
  }

  /** Shortens or lengthens a value made by {@link #prepare} within the capacity that was asked for. */
  public void setLength(int byteLength) {
    length = byteLength;
  }

  /** Whether the bytes are in the own buffer, or there are none. */
  public boolean isOwned() {
    return type < TEXT || bytes == buffer;
  }

  /** Makes a view independent of its owner; no effect on other values. */
  public void own() {
    if (type >= TEXT && bytes != buffer) {
      byte[] source = bytes;
      byte[] own = reserve(length);
      LongWork.copy(source, offset, own, 0, length);
      bytes = own;
      offset = 0;
    }
  }

  /** Writes out the zero tail of a blob. */
  public void expandZeroTail() {
    if (type == BLOB && zeroTail > 0) {
      byte[] full = new byte[Math.addExact(length, zeroTail)];
      LongWork.copy(bytes, offset, full, 0, length);
      int newLength = full.length;
      view(BLOB, full, 0, newLength);
    }
  }

  /** A copy of the value with its own bytes. That a REAL is to be stored as an integer is not copied. */
  public void copyValueOf(Register source) {
    copyFrom(source);
    compact = false;
  }

  /** A copy of everything, with its own bytes. */
  public void copyFrom(Register source) {
    if (source.type >= TEXT && !source.isDistant()) {
      int tail = source.zeroTail;
      int sourceType = source.type;
      int sourceSubtype = source.subtype;
      copyIn(source.bytes, source.offset, source.length);
      type = sourceType;
      zeroTail = tail;
      subtype = sourceSubtype;
      object = null;
    } else {
      viewOf(source);
    }
  }

  /** A copy of everything that shares the source's bytes: valid as long as the source keeps them. */
  public void viewOf(Register source) {
    type = source.type;
    subtype = source.subtype;
    integer = source.integer;
    real = source.real;
    compact = source.compact;
    object = source.object;
    if (type >= TEXT) {
      bytes = source.bytes;
      offset = source.offset;
      length = source.length;
      zeroTail = source.zeroTail;
    }
  }

  /** The text or blob bytes as a Java string, malformed sequences replaced. Requires: type TEXT or BLOB. */
  public String string(TextEncoding encoding) {
    int whole = encoding.isUtf16() ? length & ~1 : length; // half a code unit is none
    return new String(bytes, offset, whole, encoding.charset());
  }
}

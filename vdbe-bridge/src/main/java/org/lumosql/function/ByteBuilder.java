// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import org.lumosql.error.Interruption;
import org.lumosql.error.LongWork;
import org.lumosql.error.ResultCode;
import org.lumosql.value.NumberFormatter;

/**
 * A growing byte array for a function's result. Never longer than the connection's limit: then the statement fails with
 * TOOBIG.
 */
public final class ByteBuilder {
  private static final int BYTES_BETWEEN_CHECKS = 1 << 18;

  private final FunctionContext context;
  private final int limit;
  private byte[] bytes;
  private int length;
  /** From this length on single bytes must look whether there is room, and whether to go on: never behind the array's end. */
  private int stop;
  private int nextCheck = BYTES_BETWEEN_CHECKS;

  public ByteBuilder(FunctionContext context, int capacity) {
    this.context = context;
    this.limit = context.environment().lengthLimit();
    this.bytes = new byte[Math.max(16, Math.min(capacity, limit))];
    this.stop = Math.min(Math.min(bytes.length, limit), nextCheck);
  }

  public int length() {
    return length;
  }

  /** The array; its first {@link #length()} bytes count. */
  public byte[] array() {
    return bytes;
  }

  /** Cuts off the end. */
  public void truncate(int newLength) {
    length = newLength;
  }

  private void reserve(long more) {
    if (length >= nextCheck) {
      Interruption.check();
      nextCheck = length + BYTES_BETWEEN_CHECKS;
    }
    long needed = length + more;
    if (needed > limit) {
      throw tooBig(context);
    }
    if (needed > bytes.length) {
      bytes = LongWork.grown(bytes, length, (int) Math.min(Math.max(needed, bytes.length * 2L), Integer.MAX_VALUE - 8));
    }
    stop = Math.min(Math.min(bytes.length, limit), nextCheck);
  }

  static RuntimeException tooBig(FunctionContext context) {
    return context.error(ResultCode.TOOBIG, "string or blob too big");
  }

  public ByteBuilder append(int oneByte) {
    if (length >= stop) {
      reserve(1);
    }
    bytes[length++] = (byte) oneByte;
    return this;
  }

  public ByteBuilder append(byte[] source, int offset, int count) {
    reserve(count);
    LongWork.copy(source, offset, bytes, length, count);
    length += count;
    return this;
  }

  /** Appends a byte many times. */
  public ByteBuilder fill(int oneByte, long count) {
    if (count > 0) {
      reserve(count);
      LongWork.fill(bytes, length, length + (int) count, (byte) oneByte);
      length += (int) count;
    }
    return this;
  }

  /** Appends a string of ASCII letters. */
  public ByteBuilder append(String ascii) {
    int count = ascii.length();
    reserve(count);
    for (int i = 0; i < count; i++) {
      bytes[length + i] = (byte) ascii.charAt(i);
    }
    length += count;
    return this;
  }

  public ByteBuilder appendInteger(long value) {
    reserve(NumberFormatter.MAXIMUM_LENGTH);
    length = NumberFormatter.formatInteger(value, bytes, length);
    return this;
  }

  public ByteBuilder appendReal(double value) {
    reserve(NumberFormatter.MAXIMUM_LENGTH);
    length = NumberFormatter.formatReal(value, bytes, length);
    return this;
  }

  /** Appends a character in UTF-8, surrogates included; of numbers beyond Unicode the lowest 21 bits. */
  public ByteBuilder appendCodePoint(int codePoint) {
    if (codePoint >= 0 && codePoint < 0x80) {
      return append(codePoint);
    }
    if (codePoint >= 0 && codePoint < 0x800) {
      return append(0xc0 | codePoint >> 6).append(0x80 | codePoint & 0x3f);
    }
    if (codePoint >= 0 && codePoint < 0x10000) {
      return append(0xe0 | codePoint >> 12).append(0x80 | codePoint >> 6 & 0x3f).append(0x80 | codePoint & 0x3f);
    }
    append(0xf0 | codePoint >> 18 & 7).append(0x80 | codePoint >> 12 & 0x3f);
    return append(0x80 | codePoint >> 6 & 0x3f).append(0x80 | codePoint & 0x3f);
  }

  /** Makes the bytes the context's result as text. The builder must not be used afterwards. */
  public void toText() {
    context.result().setTextView(bytes, 0, length);
  }

  public void toBlob() {
    context.result().setBlobView(bytes, 0, length);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import java.util.Arrays;
import org.lumosql.error.LongWork;
import org.lumosql.value.Register;

/**
 * {@code group_concat} and {@code string_agg}.
 *
 * <p>Rows leave a window at the front: the text starts at {@code start}. As long as all separators have the same length
 * one number remembers it, then {@code lengths} has the length of the separator in front of each row but the first. A
 * text that becomes empty by the departure of a row starts again without separator, even if rows with empty texts
 * remain, as in the C library.
 */
final class GroupConcat extends Accumulator {
  private static final byte[] COMMA = {','};

  private byte[] bytes = new byte[64];
  private int start;
  private int end;
  private int rows;
  private boolean started;
  private int usualLength;
  private int[] lengths;
  private int firstLength;

  @Override
  public void step(FunctionContext context, Register[] r, int first, int count) {
    if (r[first].isNull()) {
      return;
    }
    if (count == 1) {
      usualLength = 1;
      if (started) {
        append(context, COMMA, 0, 1);
      }
    } else {
      Register separator = Arguments.textOrEmpty(r[first + 1]);
      if (started) {
        append(context, separator.bytes(), separator.offset(), separator.length());
        remember(separator.length());
      } else {
        usualLength = separator.length();
      }
    }
    started = true;
    rows++;
    Register text = Arguments.text(r[first]);
    append(context, text.bytes(), text.offset(), text.length());
  }

  private void append(FunctionContext context, byte[] source, int offset, int length) {
    long needed = (long) end - start + length;
    if (needed > context.environment().lengthLimit()) {
      throw ByteBuilder.tooBig(context);
    }
    if ((long) end + length > bytes.length) {
      byte[] target = needed * 2 <= bytes.length ? bytes
          : new byte[(int) Math.min(Math.max(needed * 2, 64), Integer.MAX_VALUE - 8)];
      LongWork.copy(bytes, start, target, 0, end - start);
      bytes = target;
      end -= start;
      start = 0;
    }
    LongWork.copy(source, offset, bytes, end, length);
    end += length;
  }

  /** Notes the length of the separator in front of the row that comes next; {@code rows} have come before it. */
  private void remember(int length) {
    if (lengths == null) {
      if (length == usualLength) {
        return;
      }
      lengths = new int[Math.max(8, rows * 2)];
      Arrays.fill(lengths, 0, rows, usualLength);
      firstLength = 0;
    }
    if (firstLength + rows > lengths.length) {
      int[] target = rows * 2 <= lengths.length ? lengths : new int[rows * 2];
      System.arraycopy(lengths, firstLength, target, 0, rows - 1);
      lengths = target;
      firstLength = 0;
    }
    if (rows > 0) {
      lengths[firstLength + rows - 1] = length;
    }
  }

  @Override
  public void inverse(FunctionContext context, Register[] r, int first, int count) {
    if (r[first].isNull()) {
      return;
    }
    int leaving = Arguments.text(r[first]).length();
    rows--;
    if (lengths == null) {
      leaving += usualLength;
    } else if (rows > 0) {
      leaving += lengths[firstLength++];
    }
    start += leaving;
    if (start >= end) {
      start = 0;
      end = 0;
      started = false;
      lengths = null;
    }
  }

  @Override
  public void value(FunctionContext context) {
    if (rows > 0) {
      context.result().setText(bytes, start, end - start);
    }
  }

  @Override
  public void finish(FunctionContext context) {
    if (rows > 0) {
      context.result().setTextView(bytes, start, end - start);
    }
  }
}

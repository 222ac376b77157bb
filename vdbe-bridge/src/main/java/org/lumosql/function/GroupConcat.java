// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import java.util.Arrays;
import org.lumosql.value.Register;

/**
 * {@code group_concat} and {@code string_agg}. Rows leave a window at the front: the text starts at {@code start}, and the lengths of the separators in
 * front of the rows after the first are kept in a queue.
 */
final class GroupConcat extends Accumulator {
  private static final byte[] COMMA = {','};

  private byte[] bytes = new byte[64];
  private int start;
  private int end;
  private int rows;
  private int[] separatorLengths = new int[8];
  private int firstSeparator;
  private int separators;

  @Override
  public void step(FunctionContext context, Register[] r, int first, int count) {
    if (r[first].isNull()) {
      return;
    }
    if (rows > 0) {
      int before = end;
      if (count == 1) {
        append(context, COMMA, 0, 1);
      } else if (!r[first + 1].isNull()) {
        Register separator = Arguments.text(r[first + 1]);
        append(context, separator.bytes(), separator.offset(), separator.length());
      }
      pushSeparator(end - before);
    }
    Register text = Arguments.text(r[first]);
    append(context, text.bytes(), text.offset(), text.length());
    rows++;
  }

  private void append(FunctionContext context, byte[] source, int offset, int length) {
    long needed = (long) end - start + length;
    if (needed > context.environment().lengthLimit()) {
      throw ByteBuilder.tooBig(context);
    }
    if ((long) end + length > bytes.length) {
      byte[] target = needed * 2 <= bytes.length ? bytes : new byte[(int) Math.min(Math.max(needed * 2, 64), Integer.MAX_VALUE - 8)];
      System.arraycopy(bytes, start, target, 0, end - start);
      bytes = target;
      end -= start;
      start = 0;
    }
    System.arraycopy(source, offset, bytes, end, length);
    end += length;
  }

  private void pushSeparator(int length) {
    if (firstSeparator + separators == separatorLengths.length) {
      int[] target = separators * 2 <= separatorLengths.length ? separatorLengths : new int[separatorLengths.length * 2];
      System.arraycopy(separatorLengths, firstSeparator, target, 0, separators);
      separatorLengths = target;
      firstSeparator = 0;
    }
    separatorLengths[firstSeparator + separators++] = length;
  }

  @Override
  public void inverse(FunctionContext context, Register[] r, int first, int count) {
    if (r[first].isNull()) {
      return;
    }
    start += Arguments.text(r[first]).length();
    rows--;
    if (separators > 0) {
      start += separatorLengths[firstSeparator++];
      separators--;
    }
    if (rows == 0) {
      start = 0;
      end = 0;
      firstSeparator = 0;
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
      byte[] text = start == 0 ? bytes : Arrays.copyOfRange(bytes, start, end);
      context.result().setTextView(text, 0, end - start);
    }
  }
}

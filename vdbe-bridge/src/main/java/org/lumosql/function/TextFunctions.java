// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import static org.lumosql.function.Definitions.scalar;
import static org.lumosql.function.Definitions.variadic;
import static org.lumosql.function.FunctionDefinition.DETERMINISTIC;
import static org.lumosql.function.FunctionDefinition.INNOCUOUS;
import static org.lumosql.function.FunctionDefinition.LENGTH_ONLY;

import java.util.Arrays;
import org.lumosql.error.Interruption;
import org.lumosql.error.LongWork;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;

/** Functions on texts and blobs (https://sqlite.org/lang_corefunc.html). */
final class TextFunctions implements ScalarFunction {
  /** Bytes between two looks for an interruption, less one. */
  private static final int CHECK_MASK = (1 << 18) - 1;

  private static final int PURE = DETERMINISTIC | INNOCUOUS;

  /** Which function. */
  private enum Body {
    CHARACTERS,
    CONCAT,
    CONCAT_WITH_SEPARATOR,
    LENGTH,
    LOWER,
    OCTET_LENGTH,
    POSITION,
    REPLACE,
    SUBSTRING,
    TRIM_BOTH,
    TRIM_LEFT,
    TRIM_RIGHT,
    UNICODE,
    UPPER
  }

  private final Body body;

  private TextFunctions(Body body) {
    this.body = body;
  }

  static void register(FunctionRegistry registry) {
    registry.add(variadic("char", 0, PURE, new TextFunctions(Body.CHARACTERS)));
    registry.add(variadic("concat", 1, PURE, new TextFunctions(Body.CONCAT)));
    registry.add(variadic("concat_ws", 2, PURE, new TextFunctions(Body.CONCAT_WITH_SEPARATOR)));
    registry.add(scalar("instr", 2, PURE, new TextFunctions(Body.POSITION)));
    registry.add(scalar("length", 1, PURE | LENGTH_ONLY, new TextFunctions(Body.LENGTH)));
    registry.add(scalar("lower", 1, PURE, new TextFunctions(Body.LOWER)));
    registry.add(scalar("ltrim", 1, PURE, new TextFunctions(Body.TRIM_LEFT)));
    registry.add(scalar("ltrim", 2, PURE, new TextFunctions(Body.TRIM_LEFT)));
    registry.add(scalar("octet_length", 1, PURE | LENGTH_ONLY, new TextFunctions(Body.OCTET_LENGTH)));
    registry.add(scalar("replace", 3, PURE, new TextFunctions(Body.REPLACE)));
    registry.add(scalar("rtrim", 1, PURE, new TextFunctions(Body.TRIM_RIGHT)));
    registry.add(scalar("rtrim", 2, PURE, new TextFunctions(Body.TRIM_RIGHT)));
    registry.add(scalar("substr", 2, PURE, new TextFunctions(Body.SUBSTRING)));
    registry.add(scalar("substr", 3, PURE, new TextFunctions(Body.SUBSTRING)));
    registry.add(scalar("substring", 2, PURE, new TextFunctions(Body.SUBSTRING)));
    registry.add(scalar("substring", 3, PURE, new TextFunctions(Body.SUBSTRING)));
    registry.add(scalar("trim", 1, PURE, new TextFunctions(Body.TRIM_BOTH)));
    registry.add(scalar("trim", 2, PURE, new TextFunctions(Body.TRIM_BOTH)));
    registry.add(scalar("unicode", 1, PURE, new TextFunctions(Body.UNICODE)));
    registry.add(scalar("upper", 1, PURE, new TextFunctions(Body.UPPER)));
  }

  @Override
  public void call(FunctionContext context, Register[] r, int first, int count) {
    switch (body) {
      case CHARACTERS -> characters(context, r, first, count);
      case CONCAT -> concat(context, r, first, count);
      case CONCAT_WITH_SEPARATOR -> concatWithSeparator(context, r, first, count);
      case LENGTH -> length(context, r, first, count);
      case LOWER -> lower(context, r, first, count);
      case OCTET_LENGTH -> octetLength(context, r, first, count);
      case POSITION -> position(context, r, first, count);
      case REPLACE -> replace(context, r, first, count);
      case SUBSTRING -> substring(context, r, first, count);
      case TRIM_BOTH -> trimBoth(context, r, first, count);
      case TRIM_LEFT -> trimLeft(context, r, first, count);
      case TRIM_RIGHT -> trimRight(context, r, first, count);
      case UNICODE -> unicode(context, r, first, count);
      case UPPER -> upper(context, r, first, count);
      default -> throw new AssertionError(body);
    }
  }

  private static void characters(FunctionContext context, Register[] r, int first, int count) {
    ByteBuilder out = new ByteBuilder(context, count * 2);
    for (int i = first; i < first + count; i++) {
      long codePoint = Arguments.integer(r[i]);
      out.appendCodePoint(codePoint < 0 || codePoint > 0x10ffff ? Utf8.REPLACEMENT : (int) codePoint);
    }
    out.toText();
  }

  private static void concat(FunctionContext context, Register[] r, int first, int count) {
    join(context, r, first, count, null);
  }

  private static void concatWithSeparator(FunctionContext context, Register[] r, int first, int count) {
    if (!r[first].isNull()) {
      join(context, r, first + 1, count - 1, Arguments.text(r[first]));
    }
  }

  private static void join(FunctionContext context, Register[] r, int first, int count, Register separator) {
    ByteBuilder out = new ByteBuilder(context, 64);
    boolean started = false;
    for (int i = first; i < first + count; i++) {
      if (r[i].isNull()) {
        continue;
      }
      if (started && separator != null) {
        out.append(separator.bytes(), separator.offset(), separator.length());
      }
      Register text = Arguments.text(r[i]);
      out.append(text.bytes(), text.offset(), text.length());
      started = true;
    }
    out.toText();
  }

  private static void length(FunctionContext context, Register[] r, int first, int count) {
    Register value = r[first];
    switch (value.type()) {
      case Register.NULL:
        return;
      case Register.TEXT:
        int end = Utf8.end(value.bytes(), value.offset(), value.offset() + value.length());
        context.result().setInteger(Utf8.count(value.bytes(), value.offset(), end));
        return;
      case Register.BLOB:
        context.result().setInteger((long) value.length() + value.zeroTail());
        return;
      default:
        context.result().setInteger(Arguments.text(value).length());
    }
  }

  private static void octetLength(FunctionContext context, Register[] r, int first, int count) {
    Register value = r[first];
    if (value.isNull()) {
      return;
    }
    // of an overflowing text only the stored length is here
    boolean isFetched = value.type() < Register.TEXT || value.offset() + value.length() <= value.bytes().length;
    if (value.type() != Register.BLOB && isFetched && context.encoding().isUtf16()) {
      // two bytes for each char, of which characters beyond the first plane have two
      context.result().setInteger(2L * Arguments.text(value).string(TextEncoding.UTF8).length());
    } else if (value.type() >= Register.TEXT) {
      context.result().setInteger((long) value.length() + value.zeroTail());
    } else {
      context.result().setInteger(Arguments.text(value).length());
    }
  }

  private static void lower(FunctionContext context, Register[] r, int first, int count) {
    mapLetters(context, r[first], 'A', 'Z');
  }

  private static void upper(FunctionContext context, Register[] r, int first, int count) {
    mapLetters(context, r[first], 'a', 'z');
  }

  /** Copies a text with the ASCII letters of a range changed to the other case. */
  private static void mapLetters(FunctionContext context, Register value, char from, char to) {
    if (value.isNull()) {
      return;
    }
    Register text = Arguments.text(value);
    Register result = context.result();
    result.setText(text.bytes(), text.offset(), text.length());
    byte[] bytes = result.bytes();
    int end = result.offset() + result.length();
    for (int i = result.offset(); i < end; ) {
      for (int stop = LongWork.stretch(i, end); i < stop; i++) {
        if (bytes[i] >= from && bytes[i] <= to) {
          bytes[i] ^= 0x20;
        }
      }
    }
  }

  private static void trimLeft(FunctionContext context, Register[] r, int first, int count) {
    trim(context, r, first, count, true, false);
  }

  private static void trimRight(FunctionContext context, Register[] r, int first, int count) {
    trim(context, r, first, count, false, true);
  }

  private static void trimBoth(FunctionContext context, Register[] r, int first, int count) {
    trim(context, r, first, count, true, true);
  }

  private static void trim(FunctionContext context, Register[] r, int first, int count, boolean left, boolean right) {
    if (r[first].isNull() || count == 2 && r[first + 1].isNull()) {
      return;
    }
    Register text = Arguments.text(r[first]);
    byte[] bytes = text.bytes();
    int start = text.offset();
    int end = start + text.length();
    if (count == 1) {
      start = left ? behindSpaces(bytes, start, end) : start;
      end = right ? beforeSpaces(bytes, start, end) : end;
    } else {
      Register set = Arguments.text(r[first + 1]);
      int setEnd = Utf8.end(set.bytes(), set.offset(), set.offset() + set.length());
      int work = 0;
      for (int size = 1; left && start < end && size > 0; start += size) {
        size = matchAtStart(set, setEnd, bytes, start, end);
        work = checkAfter(work, set.length());
      }
      for (int size = 1; right && start < end && size > 0; end -= size) {
        size = matchAtEnd(set, setEnd, bytes, start, end);
        work = checkAfter(work, set.length());
      }
    }
    context.result().setText(bytes, start, end - start);
  }

  private static int behindSpaces(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end) {
      int stop = LongWork.stretch(at, end);
      while (at < stop && bytes[at] == ' ') {
        at++;
      }
      if (at < stop) {
        return at;
      }
    }
    return at;
  }

  private static int beforeSpaces(byte[] bytes, int start, int end) {
    int at = end;
    for (int work = 0; at > start && bytes[at - 1] == ' '; at--) {
      work = checkAfter(work, 0);
    }
    return at;
  }

  /** Looks for an interruption now and then. @param work since the last look */
  private static int checkAfter(int work, int more) {
    if (work <= CHECK_MASK) {
      return work + more + 1;
    }
    Interruption.check();
    return 0;
  }

  /** The length of the first character of the set with which the text begins, else 0. */
  private static int matchAtStart(Register set, int setEnd, byte[] bytes, int start, int end) {
    for (int at = set.offset(); at < setEnd; ) {
      int next = Utf8.nextStrict(set.bytes(), at, setEnd);
      if (next - at <= end - start && equal(set.bytes(), at, bytes, start, next - at)) {
        return next - at;
      }
      at = next;
    }
    return 0;
  }

  private static int matchAtEnd(Register set, int setEnd, byte[] bytes, int start, int end) {
    for (int at = set.offset(); at < setEnd; ) {
      int next = Utf8.nextStrict(set.bytes(), at, setEnd);
      if (next - at <= end - start && equal(set.bytes(), at, bytes, end - (next - at), next - at)) {
        return next - at;
      }
      at = next;
    }
    return 0;
  }

  private static boolean equal(byte[] left, int leftAt, byte[] right, int rightAt, int length) {
    for (int i = 0; i < length; i++) {
      if (left[leftAt + i] != right[rightAt + i]) {
        return false;
      }
    }
    return true;
  }

  private static void replace(FunctionContext context, Register[] r, int first, int count) {
    if (r[first].isNull() || r[first + 1].isNull()) {
      return;
    }
    Register text = Arguments.text(r[first]);
    Register pattern = Arguments.text(r[first + 1]);
    if (pattern.length() == 0 || pattern.bytes()[pattern.offset()] == 0) {
      context.result().setText(text.bytes(), text.offset(), text.length());
      return;
    }
    if (r[first + 2].isNull()) {
      return;
    }
    Register replacement = Arguments.text(r[first + 2]);
    byte[] bytes = text.bytes();
    int end = text.offset() + text.length();
    ByteBuilder out = new ByteBuilder(context, text.length() + replacement.length());
    int copied = text.offset();
    int found = indexOf(bytes, copied, end, pattern);
    while (found >= 0) {
      out.append(bytes, copied, found - copied);
      out.append(replacement.bytes(), replacement.offset(), replacement.length());
      copied = found + pattern.length();
      found = indexOf(bytes, copied, end, pattern);
    }
    out.append(bytes, copied, end - copied).toText();
  }

  /** The index of a pattern in {@code [start, end)}, or −1. Requires: the pattern is not empty. */
  static int indexOf(byte[] bytes, int start, int end, Register pattern) {
    byte[] wanted = pattern.bytes();
    int wantedAt = pattern.offset();
    int length = pattern.length();
    byte head = wanted[wantedAt];
    long work = 0;
    for (int at = start; at <= end - length; at++) {
      if (bytes[at] == head) {
        int same = Arrays.mismatch(wanted, wantedAt, wantedAt + length, bytes, at, at + length);
        if (same < 0) {
          return at;
        }
        work += same;
      }
      if (++work > CHECK_MASK) {
        Interruption.check();
        work = 0;
      }
    }
    return -1;
  }

  private static void position(FunctionContext context, Register[] r, int first, int count) {
    if (r[first].isNull() || r[first + 1].isNull()) {
      return;
    }
    boolean blobs = r[first].type() == Register.BLOB && r[first + 1].type() == Register.BLOB;
    Register text = blobs ? Arguments.bytes(r[first]) : Arguments.text(r[first]);
    Register wanted = blobs ? Arguments.bytes(r[first + 1]) : Arguments.text(r[first + 1]);
    if (wanted.length() == 0) {
      context.result().setInteger(1);
      return;
    }
    int start = text.offset();
    int end = start + text.length();
    int found = start - 1;
    do {
      found = indexOf(text.bytes(), found + 1, end, wanted);
    } while (!blobs && found > start && (text.bytes()[found] & 0xc0) == 0x80);
    if (found < 0) {
      context.result().setInteger(0);
    } else {
      context.result().setInteger(1 + (blobs ? found - start : charactersBefore(text.bytes(), start, found)));
    }
  }

  /** Counts bytes that begin a character. */
  private static int charactersBefore(byte[] bytes, int start, int end) {
    return Utf8.countLeads(bytes, start, end) + (start < end && (bytes[start] & 0xc0) == 0x80 ? 1 : 0);
  }

  private static void substring(FunctionContext context, Register[] r, int first, int count) {
    if (r[first].isNull() || r[first + 1].isNull() || count == 3 && r[first + 2].isNull()) {
      return;
    }
    long start = Arguments.integer(r[first + 1]);
    long length = count == 3 ? Arguments.integer(r[first + 2]) : Long.MAX_VALUE;
    Register value = r[first];
    boolean blob = value.type() == Register.BLOB;
    Register text = Arguments.bytes(value);
    int offset = text.offset();
    int end = blob ? offset + text.length() : Utf8.end(text.bytes(), offset, offset + text.length());
    if (blob && end == offset) {
      return;
    }
    boolean backwards = length < 0;
    if (backwards) {
      length = length == Long.MIN_VALUE ? Long.MAX_VALUE : -length;
    }
    if (start < 0) {
      start += blob ? end - offset : Utf8.countStrict(text.bytes(), offset, end);
      if (start < 0) {
        length = backwards ? length : Math.max(0, length + start);
        start = backwards ? start : 0;
      }
    } else if (start > 0) {
      start--;
    } else if (length > 0) {
      length--;
    }
    if (backwards) {
      start -= length;
      if (start < 0) {
        length = Math.max(0, length + start);
        start = 0;
      }
    }
    if (blob) {
      int from = (int) Math.min(start, end - offset);
      context.result().setBlob(text.bytes(), offset + from, (int) Math.min(length, end - offset - from));
    } else {
      int from = Utf8.skip(text.bytes(), offset, end, start);
      context.result().setText(text.bytes(), from, Utf8.skip(text.bytes(), from, end, length) - from);
    }
  }

  private static void unicode(FunctionContext context, Register[] r, int first, int count) {
    if (r[first].isNull()) {
      return;
    }
    Register text = Arguments.text(r[first]);
    int end = text.offset() + text.length();
    if (text.length() > 0 && text.bytes()[text.offset()] != 0) {
      context.result().setInteger(Utf8.codePoint(text.bytes(), text.offset(), end));
    }
  }
}

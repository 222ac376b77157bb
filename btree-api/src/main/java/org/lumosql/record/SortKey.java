// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes keys whose unsigned byte order is the order that a {@link KeyOrder} gives records, so that an engine needs no
 * comparator. Encodings of whole keys are prefix-free; a key of fewer columns is a prefix of those that it equals, and
 * {@link #appendPastEnd()} gives the bound behind them.
 *
 * <table>
 *   <caption>A column; written to disk, do not change. All bytes of a descending column are inverted.</caption>
 *   <tr><th>value</th><th>bytes</th></tr>
 *   <tr><td>NULL</td><td>10 (f0 where NULLs are big)</td></tr>
 *   <tr><td>number &lt; 0</td><td>20, exponent and fraction of the magnitude, inverted</td></tr>
 *   <tr><td>0, 0.0, −0.0</td><td>21</td></tr>
 *   <tr><td>number &gt; 0</td><td>22, exponent, fraction</td></tr>
 *   <tr><td>text</td><td>30, folded bytes escaped, 00</td></tr>
 *   <tr><td>blob</td><td>40, bytes escaped, 00</td></tr>
 * </table>
 *
 * <p>A magnitude is 1.f · 2^e. The exponent is 40+e for e in 0 … 127; for smaller ones e+1074 in two bytes; for larger
 * ones c000+e in two bytes, infinity having 1024. The fraction is its bits from the most significant one on in groups
 * of seven, each followed by a bit that says whether another one bit follows; so equal integers and doubles have equal
 * bytes, and 63 bits of a long do not meet the 52 of a double by rounding. Escaped: 00 → 01 01, 01 → 01 02.
 *
 * <p>A text under a collation without folding ends the key early: see {@link #isCut()}. Not thread-safe; the buffer is
 * used again.
 */
public final class SortKey {
  private static final int NULL = 0x10;
  private static final int BIG_NULL = 0xf0;
  private static final int NEGATIVE = 0x20;
  private static final int ZERO = 0x21;
  private static final int POSITIVE = 0x22;
  private static final int TEXT = 0x30;
  private static final int BLOB = 0x40;

  private static final int EXPONENT_BIAS = 1074;
  private static final int SHORT_EXPONENTS = 0x40;
  private static final int LONG_EXPONENTS = 0xc0;

  private final KeyOrder order;
  private byte[] bytes = new byte[64];
  private int length;
  private boolean isCut;

  public SortKey(KeyOrder order) {
    this.order = order;
  }

  /** Whether every key of the order is encoded to its end: no column has a collation that bytes cannot express. */
  public static boolean isExact(KeyOrder order) {
    for (int column = 0; column < order.columnCount(); column++) {
      if (order.collation(column).folding() == Collation.Folding.NONE) {
        return false;
      }
    }
    return true;
  }

  /** The buffer that holds the key from its start on; valid until the next call. */
  public byte[] array() {
    return bytes;
  }

  public int length() {
    return length;
  }

  /**
   * Whether the key ended at a text under a collation without folding. The entries that share its bytes must then be
   * ordered by comparing records; all other entries are on the right side.
   */
  public boolean isCut() {
    return isCut;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** Encodes the fields of a probe, at most as many as the order has columns. The probe's tie is not looked at. */
  public void encode(KeyProbe probe) {
    length = 0;
    isCut = false;
    int columns = Math.min(probe.fieldCount(), order.columnCount());
    for (int column = 0; column < columns && !isCut; column++) {
      int start = length;
      encodeField(probe, column);
      if (order.isDescending(column)) {
        invert(start);
      }
    }
  }

  /** Makes the key greater than all that begin with it, and smaller than all others that are greater. */
  public void appendPastEnd() {
    append(0xff);
  }

  private void encodeField(KeyProbe probe, int column) {
    switch (probe.kind(column)) {
      case KeyProbe.INTEGER:
        encodeInteger(probe.integer(column));
        break;
      case KeyProbe.REAL:
        encodeReal(probe.real(column));
        break;
      case KeyProbe.TEXT:
        append(TEXT);
        encodeText(order.collation(column), probe.array(column), probe.offset(column), probe.length(column));
        break;
      case KeyProbe.BLOB:
        append(BLOB);
        appendEscaped(probe.array(column), probe.offset(column), probe.length(column), false);
        break;
      default:
        append(order.hasBigNulls(column) ? BIG_NULL : NULL);
        break;
    }
  }

  // ---- numbers ----------------------------------------------------------------------------------------------------

  private void encodeInteger(long value) {
    if (value == 0) {
      append(ZERO);
      return;
    }
    long magnitude = value < 0 ? -value : value; // of Long.MIN_VALUE: itself, which is right when taken as unsigned
    int leading = Long.numberOfLeadingZeros(magnitude);
    encodeNumber(value < 0, 63 - leading, magnitude << leading << 1);
  }

  private void encodeReal(double value) {
    if (value == 0) {
      append(ZERO);
      return;
    }
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52) & 0x7ff;
    long fraction = bits << 12;
    if (exponent == 0) { // subnormal: no implicit one
      int leading = Long.numberOfLeadingZeros(fraction);
      encodeNumber(bits < 0, -1023 - leading, fraction << leading << 1);
    } else {
      encodeNumber(bits < 0, exponent - 1023, fraction);
    }
  }

  private void encodeNumber(boolean negative, int exponent, long fraction) {
    append(negative ? NEGATIVE : POSITIVE);
    int start = length;
    if (exponent < 0) {
      append(exponent + EXPONENT_BIAS >> 8);
      append(exponent + EXPONENT_BIAS);
    } else if (exponent < LONG_EXPONENTS - SHORT_EXPONENTS) {
      append(SHORT_EXPONENTS + exponent);
    } else {
      append(LONG_EXPONENTS + (exponent >> 8));
      append(exponent);
    }
    long rest = fraction;
    do {
      int group = (int) (rest >>> 56) & 0xfe;
      rest <<= 7;
      append(rest == 0 ? group : group | 1);
    } while (rest != 0);
    if (negative) {
      invert(start);
    }
  }

  // ---- bytes ------------------------------------------------------------------------------------------------------

  private void encodeText(Collation collation, byte[] text, int offset, int textLength) {
    switch (collation.folding()) {
      case BINARY:
        appendEscaped(text, offset, textLength, false);
        break;
      case NOCASE:
      case RTRIM:
        encodeFolded(collation.folding(), text, offset, textLength);
        break;
      case NONE:
        isCut = true;
        break;
    }
  }

  private void encodeFolded(Collation.Folding folding, byte[] text, int offset, int textLength) {
    byte[] utf8 = text;
    int start = offset;
    int end = offset + textLength;
    if (order.encoding().isUtf16()) {
      utf8 = new String(text, offset, textLength, order.encoding().charset()).getBytes(StandardCharsets.UTF_8);
      start = 0;
      end = utf8.length;
    }
    if (folding == Collation.Folding.RTRIM) {
      while (end > start && utf8[end - 1] == ' ') {
        end--;
      }
    }
    appendEscaped(utf8, start, end - start, folding == Collation.Folding.NOCASE);
  }

  private void appendEscaped(byte[] source, int offset, int count, boolean lowerCase) {
    ensure(2L * count + 1);
    int at = length;
    for (int i = offset; i < offset + count; i++) {
      byte next = source[i];
      if ((next & 0xfe) == 0) {
        bytes[at++] = 1;
        bytes[at++] = (byte) (next + 1);
      } else {
        bytes[at++] = lowerCase && next >= 'A' && next <= 'Z' ? (byte) (next + 32) : next;
      }
    }
    bytes[at++] = 0;
    length = at;
  }

  private void append(int value) {
    ensure(1);
    bytes[length++] = (byte) value;
  }

  private void ensure(long more) {
    if (more > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(length + more, bytes.length * 2L)));
    }
  }

  private void invert(int start) {
    for (int i = start; i < length; i++) {
      bytes[i] = (byte) ~bytes[i];
    }
  }
}

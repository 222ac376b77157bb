// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.lumosql.error.LongWork;
import org.lumosql.record.Collation.Folding;

/** The built-in collations: BINARY compares bytes in any encoding; NOCASE and RTRIM compare in UTF-8. */
public final class Collations {
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final Collation BINARY = new Binary();

  private Collations() {}

  /** {@code memcmp} over the bytes in the database's encoding, shorter first. */
  public static Collation binary() {
    return BINARY;
  }

  /** ASCII letters equal in both cases. */
  public static Collation nocase(TextEncoding encoding) {
    return new Utf8Collation("NOCASE", Folding.NOCASE, encoding);
  }

  /** As BINARY in UTF-8, trailing spaces do not count. */
  public static Collation rtrim(TextEncoding encoding) {
    return new Utf8Collation("RTRIM", Folding.RTRIM, encoding);
  }

  private static final class Binary implements Collation {
    @Override
    public String name() {
      return "BINARY";
    }

    @Override
    public int compare(byte[] left, int leftOffset, int leftLength, byte[] right, int rightOffset, int rightLength) {
      int common = Math.min(leftLength, rightLength);
      int same = 0;
      // eight bytes at a time: most texts that are compared are short, and the JDK's comparison is made for long ones
      while (same + 8 <= common) {
        if (same == 32) {
          return LongWork.compareUnsigned(
              left, leftOffset + 32, leftOffset + leftLength, right, rightOffset + 32, rightOffset + rightLength);
        }
        long a = (long) LONG.get(left, leftOffset + same);
        long b = (long) LONG.get(right, rightOffset + same);
        if (a != b) {
          return Long.compareUnsigned(a, b);
        }
        same += 8;
      }
      for (; same < common; same++) {
        int difference = (left[leftOffset + same] & 0xff) - (right[rightOffset + same] & 0xff);
        if (difference != 0) {
          return difference;
        }
      }
      return leftLength - rightLength;
    }

    @Override
    public Folding folding() {
      return Folding.BINARY;
    }
  }

  private static final class Utf8Collation implements Collation {
    private final String name;
    private final Folding folding;
    private final TextEncoding encoding;

    Utf8Collation(String name, Folding folding, TextEncoding encoding) {
      this.name = name;
      this.folding = folding;
      this.encoding = encoding;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Folding folding() {
      return folding;
    }

    @Override
    public int compare(byte[] left, int leftOffset, int leftLength, byte[] right, int rightOffset, int rightLength) {
      if (encoding != TextEncoding.UTF8) {
        byte[] a = toUtf8(left, leftOffset, leftLength);
        byte[] b = toUtf8(right, rightOffset, rightLength);
        return compareUtf8(a, 0, a.length, b, 0, b.length);
      }
      return compareUtf8(left, leftOffset, leftLength, right, rightOffset, rightLength);
    }

    private byte[] toUtf8(byte[] bytes, int offset, int length) {
      return new String(bytes, offset, length, encoding.charset()).getBytes(StandardCharsets.UTF_8);
    }

    private int compareUtf8(byte[] a, int aOffset, int aLength, byte[] b, int bOffset, int bLength) {
      return folding == Folding.NOCASE
          ? compareNoCase(a, aOffset, aLength, b, bOffset, bLength)
          : LongWork.compareUnsigned(
              a, aOffset, trimmedEnd(a, aOffset, aLength), b, bOffset, trimmedEnd(b, bOffset, bLength));
    }

    private static int compareNoCase(byte[] a, int aOffset, int aLength, byte[] b, int bOffset, int bLength) {
      int common = Math.min(aLength, bLength);
      int pause = 0;
      for (int i = 0; i < common; i++) {
        if (i == pause) {
          pause = LongWork.stretch(i, common);
        }
        int difference = fold(a[aOffset + i]) - fold(b[bOffset + i]);
        if (difference != 0) {
          return difference;
        }
        if (a[aOffset + i] == 0) {
          break; // as in SQLite, nothing behind a NUL is looked at
        }
      }
      return aLength - bLength;
    }

    private static int fold(byte letter) {
      return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter & 0xff;
    }

    private static int trimmedEnd(byte[] bytes, int offset, int length) {
      int end = offset + length;
      while (end > offset && bytes[end - 1] == ' ') {
        end--;
      }
      return end;
    }
  }
}

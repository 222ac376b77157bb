// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

import java.util.Arrays;
import org.assertj.core.api.AbstractAssert;

/** Compares files by their first difference: a message that can be read. */
final class ImageAssert extends AbstractAssert<ImageAssert, byte[]> {
  private ImageAssert(byte[] actual) {
    super(actual, ImageAssert.class);
  }

  static ImageAssert assertThatImage(byte[] actual) {
    return new ImageAssert(actual);
  }

  ImageAssert hasSameBytesAs(byte[] expected) {
    isNotNull();
    int difference = Arrays.mismatch(actual, expected);
    if (difference >= 0) {
      failWithMessage(
          "lengths %d, expected %d; first difference at byte %d", actual.length, expected.length, difference);
    }
    return this;
  }
}

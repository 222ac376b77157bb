// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WalChecksumTest {
  private static byte[] counting() {
    byte[] bytes = new byte[24];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  @Test
  void littleEndianWordsGiveTheKnownSum() {
    long sum = WalChecksum.update(0, counting(), 0, 24, false);
    assertThat(WalChecksum.first(sum)).isEqualTo(0x5c504438);
    assertThat(WalChecksum.second(sum)).isEqualTo(0xa4907c68);
  }

  @Test
  void bigEndianWordsGiveTheKnownSum() {
    long sum = WalChecksum.update(0, counting(), 0, 24, true);
    assertThat(WalChecksum.first(sum)).isEqualTo(0x3844505c);
    assertThat(WalChecksum.second(sum)).isEqualTo(0x687c90a4);
  }

  @Test
  void sumOfPartsContinues() {
    long whole = WalChecksum.update(0, counting(), 0, 24, false);
    long part = WalChecksum.update(0, counting(), 0, 8, false);
    assertThat(WalChecksum.update(part, counting(), 8, 16, false)).isEqualTo(whole);
  }

  @Test
  void wordsAreSummedLikeBytes() {
    int[] words = {0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c, 0x13121110, 0x17161514};
    assertThat(WalChecksum.ofWords(words, 6)).isEqualTo(WalChecksum.update(0, counting(), 0, 24, false));
  }
}

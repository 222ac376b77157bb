// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

final class WalIndexTest {
  private static final long SEED = Long.getLong("test.seed", 0x5eedL);

  private final HeapSharedMemory memory = new HeapSharedMemory();
  private final WalIndex index = new WalIndex(memory);

  /** The last of some pages by plain search. */
  private static int lastOf(List<Integer> pages, int page, int first, int last) {
    for (int frame = last; frame >= first; frame--) {
      if (pages.get(frame - 1) == page) {
        return frame;
      }
    }
    return 0;
  }

  @Test
  void findsWhatPlainSearchFinds() {
    Random random = new Random(SEED);
    List<Integer> pages = new ArrayList<>();
    index.map(true);
    int total = 4062 + 2 * 4096 + 5;
    for (int frame = 1; frame <= total; frame++) {
      pages.add(1 + random.nextInt(3000));
      index.append(frame, pages.get(frame - 1));
      if (random.nextInt(500) == 0) {
        int last = Math.max(1, frame - random.nextInt(40));
        index.removeBehind(last);
        while (pages.size() > last) {
          pages.remove(pages.size() - 1);
        }
        frame = last;
      }
      if (frame % 97 == 0) {
        int last = 1 + random.nextInt(frame);
        int first = 1 + random.nextInt(last);
        int page = 1 + random.nextInt(3000);
        assertThat(index.find(page, first, last))
            .as("seed %d frame %d", SEED, frame)
            .isEqualTo(lastOf(pages, page, first, last));
      }
    }
    for (int page = 1; page <= 3000; page++) {
      assertThat(index.find(page, 1, total)).as("seed %d page %d", SEED, page).isEqualTo(lastOf(pages, page, 1, total));
    }
    for (int frame = 1; frame <= total; frame++) {
      assertThat(index.pageOf(frame)).isEqualTo(pages.get(frame - 1));
    }
  }

  @Test
  void rebuiltIndexEqualsTheAppendedOne() {
    Random random = new Random(SEED);
    int total = 9000;
    int[] pages = new int[total];
    index.map(true);
    for (int frame = 1; frame <= total; frame++) {
      pages[frame - 1] = 1 + random.nextInt(5000);
      index.append(frame, pages[frame - 1]);
    }
    HeapSharedMemory other = new HeapSharedMemory();
    WalIndex rebuilt = new WalIndex(other);
    rebuilt.map(true);
    other.region(0, true).putShort(20000, (short) 77);
    rebuilt.rebuild(pages, total);
    for (int block = 0; block < 3; block++) {
      ByteBuffer left = memory.region(block, false).duplicate();
      ByteBuffer right = other.region(block, false).duplicate();
      left.position(block == 0 ? 136 : 0);
      right.position(block == 0 ? 136 : 0);
      assertThat(left.mismatch(right)).as("block %d", block).isEqualTo(-1);
    }
  }

  @Test
  void headerIsRefusedUnlessBothCopiesAgree() {
    index.map(true);
    WalIndexHeader header = new WalIndexHeader();
    assertThat(index.readHeader(header)).isFalse();
    header.setMaximumFrame(7);
    header.setFormat(65536, false);
    index.writeHeader(header);
    WalIndexHeader read = new WalIndexHeader();
    assertThat(index.readHeader(read)).isTrue();
    assertThat(read.pageSize()).isEqualTo(65536);
    assertThat(read.maximumFrame()).isEqualTo(7);
    memory.region(0, false).putInt(16, 8);
    assertThat(index.readHeader(read)).isFalse();
    memory.region(0, false).putInt(48 + 16, 8);
    assertThat(index.readHeader(read)).as("equal copies with a wrong checksum").isFalse();
  }

  @Test
  void fullHashTableIsCorruptAndNoEndlessLoop() {
    index.map(true);
    for (int at = 16384; at < 32768; at += 2) {
      memory.region(0, false).putShort(at, (short) 1);
    }
    assertThatThrownBy(() -> index.find(5, 1, 10))
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.CORRUPT));
    assertThatThrownBy(() -> index.append(10, 5))
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.CORRUPT));
  }

  @Test
  void hashSlotBehindTheBlockIsCorrupt() {
    index.map(true);
    memory.region(0, false).putShort(16384 + 2 * (5 * 383 & 8191), (short) 0xffff);
    assertThatThrownBy(() -> index.find(5, 1, 10))
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.CORRUPT));
  }

  @Test
  void framesInBlocksThatAreNotThereAreCorrupt() {
    index.map(true);
    assertThatThrownBy(() -> index.find(5, 1, Integer.MAX_VALUE - 4096))
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.CORRUPT));
  }
}

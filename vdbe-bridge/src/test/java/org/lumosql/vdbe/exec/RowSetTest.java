// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lumosql.value.Register;

/** Row sets do the same in an array and, when memory runs out, in a tree. */
class RowSetTest {
  private static final long PLENTY = 1 << 28;
  private static final long LITTLE = 1 << 15;

  private final TestHost host = new TestHost();
  private final Random random = new Random(Long.getLong("test.seed", 54));

  private void compareWithTwin(long memory, int count, int range) {
    RowSet set = new RowSet(host, new TemporaryMemory(memory));
    TreeSet<Long> twin = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      long rowid = range > 0 ? random.nextInt(range) - range / 2 : random.nextLong();
      assertThat(set.add(rowid)).isEqualTo(twin.add(rowid));
      long other = range > 0 ? random.nextInt(range) - range / 2 : random.nextLong();
      assertThat(set.contains(other)).isEqualTo(twin.contains(other));
    }
    for (long rowid : twin) {
      assertThat(set.hasMore()).isTrue();
      assertThat(set.take()).isEqualTo(rowid);
    }
    assertThat(set.hasMore()).isFalse();
    set.close();
  }

  @Test
  void aSetGivesEachRowidOnceAndInOrder() {
    for (long memory : new long[] {PLENTY, LITTLE}) {
      for (int count : new int[] {0, 1, 100, 5000}) {
        compareWithTwin(memory, count, 0);
        compareWithTwin(memory, count, count / 2 + 1);
      }
    }
  }

  @Test
  void largeSetsAreSortedInParts() {
    RowSet set = new RowSet(host, new TemporaryMemory(PLENTY));
    int count = 700_000;
    for (long i = 0; i < count; i++) {
      set.add(i * 0x9E3779B1L % count - 1000); // no factor in common with the count
    }
    for (long i = 0; i < count; i++) {
      assertThat(set.hasMore() && set.take() == i - 1000).isTrue();
    }
    assertThat(set.hasMore()).isFalse();
  }

  @Test
  void memoryOfAForgottenSetIsGivenBack() {
    TemporaryMemory memory = new TemporaryMemory(1 << 20);
    RowSets sets = new RowSets(host, memory);
    Register register = new Register();
    for (int i = 0; i < 50; i++) {
      RowSet set = sets.create(register);
      for (int rowid = 0; rowid < 20_000; rowid++) {
        set.add(rowid * 31L);
      }
      register.setNull();
    }
    assertThat(memory.share().reserve(1 << 20)).isTrue();
    sets.end(register);
    sets.close();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.TextEncoding;

/** What is known of a tree of ordinals, beside the tree: here a set, whose records are the ordinals. */
class KnownEntriesTest {
  private static final long SEED = Long.getLong("test.seed", 20261122L);

  private final Random random = new Random(SEED);
  private final KnownEntries known = new KnownEntries();
  private final TreeSet<Long> tree = new TreeSet<>();
  private final KeyProbe probe = new KeyProbe(KeyOrder.binary(TextEncoding.UTF8, 1));
  private int completeAnswers;

  /** A record of one integer of eight bytes. */
  private static byte[] record(long ordinal) {
    return ByteBuffer.allocate(10).put((byte) 2).put((byte) 6).putLong(ordinal).array();
  }

  private void search(long wanted) {
    probe.clear();
    probe.addInteger(wanted);
    known.search(probe);
    if (known.isFound()) {
      assertThat(tree.contains(known.ordinal())).as("E1").isTrue();
      assertThat(known.ordinal()).isGreaterThanOrEqualTo(wanted);
      assertThat(known.side()).isEqualTo(known.ordinal() == wanted ? 0 : 1);
    }
    if (known.ordinalBefore() >= 0) {
      assertThat(known.ordinalBefore()).isLessThan(wanted);
    }
    if (known.isComplete()) {
      completeAnswers++;
      assertThat(known.isFound() ? Long.valueOf(known.ordinal()) : null).as("E2, " + wanted).isEqualTo(tree.ceiling(wanted));
    }
  }

  private void learnAround(long place) {
    Long at = tree.ceiling(place);
    if (at != null) {
      known.add(at, record(at));
    }
    Long before = tree.lower(place);
    known.noteNothingBetween(before == null ? -1 : before, at == null ? Long.MAX_VALUE : at);
  }

  private void step(int range) {
    long place = random.nextInt(range);
    switch (random.nextInt(12)) {
      case 0, 1 -> {
        if (tree.add(place)) {
          known.add(place, record(place));
        }
      }
      case 2 -> {
        if (tree.remove(place)) {
          known.removed(place);
        }
      }
      case 3 -> {
        if (random.nextInt(100) == 0) { // moved, without a word of where to
          int size = 1 + random.nextInt(range / 10);
          known.forget(place, size);
          tree.subSet(place, place + size).clear();
          tree.add(place);
        }
      }
      case 4, 5, 6 -> learnAround(place);
      default -> search(place);
    }
  }

  @Test
  void completeAnswersAreThoseOfTheTree() {
    for (int i = 0; i < 3000; i++) {
      tree.add((long) random.nextInt(20_000));
    }
    for (int i = 0; i < 60_000; i++) {
      step(20_000);
    }
    assertThat(completeAnswers).isGreaterThan(5_000);
    for (long ordinal : known.ordinals()) {
      assertThat(tree.contains(ordinal)).as("E1").isTrue();
    }
  }

  @Test
  void anEmptyTreeIsKnownToo() {
    learnAround(0);
    search(5);
    assertThat(completeAnswers).isEqualTo(1);
    for (int i = 0; i < 2000; i++) {
      step(40);
    }
  }

  @Test
  void beyondItsRoomNothingIsClaimed() {
    for (long i = 0; i < 300_000; i++) {
      long ordinal = i * 7919 % 300_000;
      tree.add(ordinal);
      known.add(ordinal, record(ordinal));
    }
    assertThat(known.ordinals().length).isBetween(100_000, 1 << 18);
    for (int i = 0; i < 20_000; i++) {
      search(random.nextInt(300_000));
    }
    known.clear();
    assertThat(known.ordinals()).isEmpty();
    search(1);
  }
}

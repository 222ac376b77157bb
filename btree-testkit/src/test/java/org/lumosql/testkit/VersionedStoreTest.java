// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.KvTransaction;

/** Snapshots over an engine whose readers see everything at once. */
class VersionedStoreTest {
  private final LiveMapStore store = new LiveMapStore();

  @Nested
  class Contract extends KvStoreContract {
    @Override
    protected KvStore open(Path directory) {
      return new LiveMapStore();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void commit(String... pairs) {
    try (KvTransaction writer = store.begin(true)) {
      for (String pair : pairs) {
        if (pair.length() == 1) {
          writer.delete(1, bytes(pair));
        } else {
          writer.put(1, bytes(pair.substring(0, 1)), bytes(pair.substring(1)));
        }
      }
      writer.commit(Synchronous.FULL);
    }
  }

  private static String all(KvTransaction reader) {
    List<String> found = new ArrayList<>();
    try (KvCursor cursor = reader.cursor(1)) {
      for (boolean more = cursor.first(); more; more = cursor.next()) {
        found.add(
            new String(cursor.key(), StandardCharsets.US_ASCII) + new String(cursor.value(), StandardCharsets.US_ASCII));
      }
    }
    return String.join(" ", found);
  }

  @Test
  void whatACommitIsHalfThroughWritingIsNotSeen() {
    commit("a1", "c1", "e1");
    try (KvTransaction reader = store.begin(false);
        KvCursor cursor = reader.cursor(1)) {
      assertThat(cursor.first()).isTrue();
      store.beforeChange(() -> assertThat(all(reader)).isEqualTo("a1 c1 e1"));
      commit("a2", "b2", "c", "d2", "e", "f2");
      store.beforeChange(() -> {});
      assertThat(cursor.next()).isTrue();
      assertThat(cursor.key()).isEqualTo(bytes("c"));
      assertThat(cursor.value()).isEqualTo(bytes("1"));
      assertThat(all(reader)).isEqualTo("a1 c1 e1");
    }
    try (KvTransaction reader = store.begin(false)) {
      assertThat(all(reader)).isEqualTo("a2 b2 d2 f2");
    }
  }

  @Test
  void aReaderThatBeginsWhileACommitIsWrittenSeesTheStateBefore() {
    commit("a1", "b1");
    List<KvTransaction> begun = new ArrayList<>();
    begun.add(store.begin(false));
    store.beforeChange(() -> begun.add(store.begin(false)));
    commit("a2", "b", "c2");
    store.beforeChange(() -> {});
    assertThat(begun).hasSize(4);
    for (KvTransaction reader : begun) {
      assertThat(all(reader)).isEqualTo("a1 b1");
      reader.close();
    }
  }

  @Test
  void aCommitThatFailsHalfWayIsSeenByNobody() {
    commit("a1", "b1", "c1");
    try (KvTransaction reader = store.begin(false)) {
      commit("b2");
      store.failAfter(2);
      assertThat(BtreeSuite.failure(() -> commit("a3", "b3", "c3"))).isEqualTo(ResultCode.FULL);
      store.failAfter(-1);
      assertThat(all(reader)).isEqualTo("a1 b1 c1");
      try (KvTransaction late = store.begin(false)) {
        assertThat(all(late)).isEqualTo("a1 b2 c1");
        commit("a4");
        assertThat(all(late)).isEqualTo("a1 b2 c1");
        assertThat(all(reader)).isEqualTo("a1 b1 c1");
      }
    }
    try (KvTransaction reader = store.begin(false)) {
      assertThat(all(reader)).isEqualTo("a4 b2 c1");
    }
  }

  @Test
  void versionsAreKeptAsLongAsSomebodyReadsThem() {
    commit("a1", "b1");
    commit("a2");
    assertThat(store.versionedKeys()).isZero();
    KvTransaction first = store.begin(false);
    commit("a3");
    KvTransaction second = store.begin(false);
    commit("a4", "b4");
    assertThat(store.versionedKeys()).isEqualTo(2);
    first.close();
    assertThat(all(second)).isEqualTo("a3 b1");
    KvTransaction third = store.begin(false);
    second.close();
    assertThat(store.versionedKeys()).isZero();
    commit("b5");
    assertThat(store.versionedKeys()).isEqualTo(1);
    assertThat(all(third)).isEqualTo("a4 b4");
    third.close();
    assertThat(store.versionedKeys()).isZero();
  }

  @Test
  void whatIsClearedStaysWithTheEngineAsLongAsSomebodyReadsIt() {
    commit("a1", "b1", "c1");
    clear();
    assertThat(store.keptStates()).isEqualTo(1);
    commit("a2", "b2");
    try (KvTransaction reader = store.begin(false)) {
      commit("b3");
      clear();
      assertThat(store.versionedKeys()).isEqualTo(1);
      assertThat(all(reader)).isEqualTo("a2 b2");
      commit("a4", "z4");
      try (KvTransaction second = store.begin(false)) {
        commit("z5");
        assertThat(all(second)).isEqualTo("a4 z4");
        assertThat(all(reader)).isEqualTo("a2 b2");
      }
      assertThat(store.keptStates()).isGreaterThan(1);
    }
    assertThat(store.versionedKeys()).isZero();
    assertThat(store.keptStates()).isEqualTo(1);
    try (KvTransaction reader = store.begin(false)) {
      assertThat(all(reader)).isEqualTo("a4 z5");
    }
  }

  @Test
  void aTreeClearedAndFilledByOneCommitIsAnewToThoseWhoComeLater() {
    commit("a1", "b1");
    try (KvTransaction reader = store.begin(false);
        KvCursor cursor = reader.cursor(1)) {
      assertThat(cursor.first()).isTrue();
      try (KvTransaction writer = store.begin(true)) {
        writer.clear(1);
        writer.put(1, bytes("b"), bytes("2"));
        writer.put(1, bytes("c"), bytes("2"));
        writer.commit(Synchronous.FULL);
      }
      assertThat(store.versionedKeys()).isZero();
      commit("b3", "c");
      assertThat(cursor.next()).isTrue();
      assertThat(cursor.value()).isEqualTo(bytes("1"));
      assertThat(cursor.next()).isFalse();
      assertThat(all(reader)).isEqualTo("a1 b1");
    }
    try (KvTransaction reader = store.begin(false)) {
      assertThat(all(reader)).isEqualTo("b3");
    }
  }

  @Test
  void aCommitThatFailsToClearLeavesTheTreeAsItWasForAll() {
    commit("a1", "b1");
    try (KvTransaction reader = store.begin(false)) {
      store.failAfter(1);
      assertThat(
              BtreeSuite.failure(
                  () -> {
                    try (KvTransaction writer = store.begin(true)) {
                      writer.clear(1);
                      writer.put(1, bytes("a"), bytes("2"));
                      writer.put(1, bytes("b"), bytes("2"));
                      writer.commit(Synchronous.FULL);
                    }
                  }))
          .isEqualTo(ResultCode.FULL);
      store.failAfter(-1);
      try (KvTransaction late = store.begin(false)) {
        commit("a3", "c3");
        assertThat(all(late)).isEqualTo("a1 b1");
        assertThat(all(reader)).isEqualTo("a1 b1");
      }
    }
    assertThat(store.versionedKeys()).isZero();
    try (KvTransaction reader = store.begin(false)) {
      assertThat(all(reader)).isEqualTo("a3 b1 c3");
    }
  }

  @Test
  void whatFillsANewTreeNeedsNoVersions() {
    commit("a1");
    int[] most = {0};
    store.beforeChange(() -> most[0] = Math.max(most[0], store.versionedKeys()));
    try (KvTransaction reader = store.begin(false)) {
      try (KvTransaction writer = store.begin(true)) {
        for (int i = 0; i < 3000; i++) {
          writer.put(2, bytes("key" + i), bytes("v"));
        }
        writer.commit(Synchronous.OFF);
      }
      assertThat(most[0]).isZero();
      assertThat(reader.get(2, bytes("key1"))).isNull();
    }
    try (KvTransaction reader = store.begin(false)) {
      assertThat(reader.get(2, bytes("key1"))).isEqualTo(bytes("v"));
    }
  }

  private void clear() {
    try (KvTransaction writer = store.begin(true)) {
      writer.clear(1);
      writer.commit(Synchronous.OFF);
    }
  }

  @Test
  void whatACommitReplacesIsRememberedWhenSomebodyBeginsToRead() {
    commit("a1", "b1", "d1");
    List<KvTransaction> begun = new ArrayList<>();
    List<Integer> versions = new ArrayList<>();
    store.beforeChange(
        () -> {
          versions.add(store.versionedKeys());
          if (versions.size() > 2) {
            begun.add(store.begin(false));
          }
          begun.forEach(reader -> assertThat(all(reader)).isEqualTo("a1 b1 d1"));
        });
    try (KvTransaction writer = store.begin(true)) {
      writer.replace(1, bytes("a"), bytes("1"), bytes("2"));
      writer.replace(1, bytes("b"), bytes("1"), null);
      writer.replace(1, bytes("c"), null, bytes("2"));
      writer.delete(1, bytes("d"));
      writer.replace(2, bytes("a"), null, bytes("2"));
      writer.commit(Synchronous.FULL);
    }
    store.beforeChange(() -> {});
    assertThat(versions).containsExactly(0, 0, 0, 4, 4);
    begun.forEach(reader -> assertThat(all(reader)).isEqualTo("a1 b1 d1"));
    begun.get(0).close();
    begun.forEach(KvTransaction::close);
    assertThat(store.versionedKeys()).isZero();
    try (KvTransaction reader = store.begin(false)) {
      assertThat(all(reader)).isEqualTo("a2 c2");
    }
  }

  @Test
  void aStoreWhoseFirstCommitFailedIsStillEmpty() {
    store.failAfter(1);
    assertThat(BtreeSuite.failure(() -> commit("a1", "b1"))).isEqualTo(ResultCode.FULL);
    store.failAfter(-1);
    try (KvTransaction reader = store.begin(false)) {
      assertThat(reader.isEmpty()).isTrue();
      commit("a1");
      assertThat(reader.isEmpty()).isTrue();
    }
    try (KvTransaction reader = store.begin(false)) {
      assertThat(reader.isEmpty()).isFalse();
    }
  }

  @Test
  void aLargeCommitLeavesNoVersionsIfNobodyReads() {
    try (KvTransaction writer = store.begin(true)) {
      for (int i = 0; i < 3000; i++) {
        writer.put(1, bytes("key" + i), bytes("v"));
      }
      writer.commit(Synchronous.OFF);
    }
    assertThat(store.versionedKeys()).isZero();
  }
}

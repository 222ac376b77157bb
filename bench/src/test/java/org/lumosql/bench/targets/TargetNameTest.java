// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "3.54.1 3.54.1",
        "3.54.1.0 3.54.1",
        "sqlite 3.54.1",
        "sqlite-3.46.1 3.46.1",
        "3.46.1.3 3.46.1",
        "3.46.1.0 3.46.1.0",
        "3.54.1+datasize-2 3.54.1++datasize-2",
        "3.54.1++datasize-2 3.54.1++datasize-2",
        "3.54.1++datasize-2,2 3.54.1++datasize-2",
        "3.54.1++datasize-2,5 3.54.1++datasize-2,5",
        "3.54.1++datasize-1 3.54.1",
        "native native",
        "+native native",
        "native+sync-off+datasize-10 native+datasize-10+sync-off",
        "native+encrypt native+encrypt-aes256gcm",
        "native+encrypt-on+prepared native+encrypt-aes256gcm+prepared-on",
        "native+prepared-off native",
        "native+commit-abc123 native+commit-abc123",
        "lmdb lmdb-0.9.3",
        "lmdb-0.8.3+layout-pages lmdb-0.8.3+layout-pages",
        "+bdb-18.3.12 bdb-18.3.12",
        "+bdb-18.3.12+datasize-2 bdb-18.3.12+datasize-2",
        "rocksdb-9.8.4 rocksdb-9.8.4",
        "h2 h2-2.4.240",
        "h2+durable h2-2.4.240+durable-on",
        "hsqldb+heap-2g+durable-yes hsqldb-2.7.4+durable-on+heap-2g",
        "derby+heap-256m derby-10.16.1.1+heap-256m",
        "native+sqlite3_journal-wal+page_size-8192+cache_size-2000k native+cache_size-2000k+page_size-8192+sqlite3_journal-wal"
      })
  void eachTargetHasOneName(String given, String name) {
    TargetName target = TargetName.parse(given);
    assertThat(target).hasToString(name);
    assertThat(TargetName.parse(name)).isEqualTo(target).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "+", "oracle", "native-1.0", "native+colour-red", "native+datasize-0", "native+datasize-x", "native+sync-off+sync-full", "native+layout-pages",
        "3.54.1++encrypt", "h2+sync-off", "lmdb+layout-rings", "lmdb+page_size-8192", "native+prepared-maybe", "native+durable", "derby+durable"
      })
  void whatIsNoTargetIsRefused(String name) {
    assertThatThrownBy(() -> TargetName.parse(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesOfRandomTargetsAreReadAsTheSame() {
    long seed = Long.getLong("test.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      TargetName target = TargetName.parse(Engine.values()[random.nextInt(Engine.values().length)].label());
      for (int option = random.nextInt(5); option > 0; option--) {
        Option chosen = Option.values()[random.nextInt(Option.values().length)];
        target = target.with(chosen, value(chosen, random)).orElse(target);
      }
      assertThat(TargetName.parse(target.toString())).as("-Dtest.seed=" + seed).isEqualTo(target);
      assertThat(target.title()).doesNotContain("|");
    }
  }

  private static String value(Option option, Random random) {
    List<String> values =
        switch (option) {
          case CACHE_SIZE -> List.of("default", "100", "64k");
          case COMMIT -> List.of("here", "abc123", "v1.0");
          case DATASIZE -> List.of("1", "2", "0.5", "1,10");
          case DURABLE -> List.of("on", "off");
          case ENCRYPT -> List.of("off", "on", "xchacha20");
          case HEAP -> List.of("1g", "256m");
          case JAVA -> List.of("default", "25");
          case LAYOUT -> List.of("trees", "pages");
          case PAGE_SIZE -> List.of("default", "512", "65536");
          case PREPARED -> List.of("on", "off");
          case SQLITE3_JOURNAL -> List.of("default", "wal", "memory");
          case SYNC -> List.of("default", "off", "extra");
        };
    return values.get(random.nextInt(values.size()));
  }

  @Test
  void optionsAreInTheOrderOfTheirNames() {
    List<String> labels = new ArrayList<>();
    for (Option option : Option.values()) {
      labels.add(option.label());
    }
    assertThat(labels).isSorted();
  }

  @Test
  void theTitleSaysItInWords() {
    assertThat(TargetName.parse("lmdb+layout-pages+datasize-2").title()).isEqualTo("LumoSQL for the JVM with lmdb 0.9.3, datasize 2, layout pages");
    assertThat(TargetName.parse("3.54.1").title()).isEqualTo("sqlite 3.54.1");
  }
}

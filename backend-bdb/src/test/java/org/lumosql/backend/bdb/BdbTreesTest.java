// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.bdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sleepycat.je.Database;
import com.sleepycat.je.DatabaseConfig;
import com.sleepycat.je.DatabaseEntry;
import com.sleepycat.je.Environment;
import com.sleepycat.je.EnvironmentConfig;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.EngineSettings;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.TreeKeys;

/** G1 to G3 of {@link BdbTrees}, and the form that came before. */
class BdbTreesTest {
  @TempDir Path directory;

  private Path path() {
    return directory.resolve("test.db");
  }

  private BdbStore open() {
    return BdbStore.open(path(), new EngineSettings(BdbBackend.NAME, Map.of()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void put(BdbStore store, int tree, String... keys) {
    try (KvTransaction writer = store.begin(true)) {
      for (String key : keys) {
        writer.put(tree, bytes(key), bytes("v" + key));
      }
      writer.commit(Synchronous.NORMAL);
    }
  }

  private static void clear(BdbStore store, int tree, String... keysAfterwards) {
    try (KvTransaction writer = store.begin(true)) {
      writer.clear(tree);
      for (String key : keysAfterwards) {
        writer.put(tree, bytes(key), bytes("w" + key));
      }
      writer.commit(Synchronous.NORMAL);
    }
  }

  private static String all(KvTransaction transaction, int tree) {
    List<String> found = new ArrayList<>();
    try (KvCursor cursor = transaction.cursor(tree)) {
      for (boolean more = cursor.first(); more; more = cursor.next()) {
        found.add(new String(cursor.key(), StandardCharsets.US_ASCII) + "=" + new String(cursor.value(), StandardCharsets.US_ASCII));
      }
    }
    return String.join(" ", found);
  }

  private static String all(BdbStore store, int tree) {
    try (KvTransaction reader = store.begin(false)) {
      return all(reader, tree);
    }
  }

  private static TreeSet<String> databases(BdbStore store) {
    return new TreeSet<>(store.environment().getDatabaseNames());
  }

  @Test
  void eachTreeHasADatabaseAndAClearedOneHasNone() {
    try (BdbStore store = open()) {
      put(store, 7, "a", "b");
      put(store, 8, "c");
      assertThat(databases(store)).containsExactly("g1", "g2", "trees");
      clear(store, 7);
      assertThat(databases(store)).containsExactly("g2", "trees");
      assertThat(all(store, 7)).isEmpty();
      put(store, 7, "d");
      assertThat(databases(store)).containsExactly("g2", "g3", "trees");
    }
    try (BdbStore store = open()) {
      assertThat(all(store, 7)).isEqualTo("d=vd");
      assertThat(all(store, 8)).isEqualTo("c=vc");
      put(store, 9, "e");
      assertThat(databases(store)).containsExactly("g2", "g3", "g4", "trees");
    }
  }

  @Test
  void readersOfEarlierCommitsKeepWhatWasCleared() {
    try (BdbStore store = open()) {
      put(store, 1, "a", "b", "c");
      KvTransaction first = store.begin(false);
      KvCursor cursor = first.cursor(1);
      assertThat(cursor.first()).isTrue();
      clear(store, 1, "x");
      KvTransaction second = store.begin(false);
      put(store, 1, "b");
      clear(store, 1);
      put(store, 1, "z");
      assertThat(databases(store)).containsExactly("g1", "g2", "g3", "trees");
      assertThat(cursor.next()).isTrue();
      assertThat(cursor.value()).isEqualTo(bytes("vb"));
      assertThat(all(first, 1)).isEqualTo("a=va b=vb c=vc");
      assertThat(first.get(1, bytes("c"))).isEqualTo(bytes("vc"));
      assertThat(first.estimatedCount(1)).isEqualTo(3);
      assertThat(all(second, 1)).isEqualTo("x=wx");
      assertThat(all(store, 1)).isEqualTo("z=vz");
      first.close(); // and with it the cursor
      assertThat(databases(store)).containsExactly("g2", "g3", "trees");
      assertThat(all(second, 1)).isEqualTo("x=wx");
      second.close();
      assertThat(databases(store)).containsExactly("g3", "trees");
    }
  }

  @Test
  void aReaderOfAClearedTreeMayEndAfterTheOneThatCameLater() {
    try (BdbStore store = open()) {
      put(store, 1, "a");
      KvTransaction first = store.begin(false);
      clear(store, 1, "b");
      KvTransaction second = store.begin(false);
      clear(store, 1, "c");
      second.close();
      assertThat(all(first, 1)).isEqualTo("a=va");
      first.close();
      assertThat(databases(store)).containsExactly("g3", "trees");
    }
  }

  @Test
  void aWriterMayClearATreeThatItHasACursorOn() {
    try (BdbStore store = open()) {
      put(store, 1, "a");
      KvTransaction writer = store.begin(true);
      KvCursor cursor = writer.cursor(1);
      assertThat(cursor.first()).isTrue();
      writer.clear(1);
      writer.commit(Synchronous.NORMAL);
      cursor.close();
      assertThat(all(store, 1)).isEmpty();
      put(store, 2, "a");
      assertThat(databases(store)).containsExactly("g2", "trees");
    }
  }

  @Test
  void aCommitThatFailsMakesNothing() {
    try (BdbStore store = open()) {
      put(store, 1, "a");
      KvTransaction writer = store.begin(true);
      writer.clear(1);
      writer.put(2, bytes("b"), bytes("v"));
      writer.put(3, bytes("c"), null); // JE refuses it, behind the others
      assertThatThrownBy(() -> writer.commit(Synchronous.NORMAL)).isInstanceOf(RuntimeException.class);
      writer.close();
      assertThat(databases(store)).containsExactly("g1", "trees");
      assertThat(all(store, 1)).isEqualTo("a=va");
      assertThat(all(store, 2)).isEmpty();
      clear(store, 1, "b");
      put(store, 2, "c");
      assertThat(all(store, 1)).isEqualTo("b=wb");
      assertThat(all(store, 2)).isEqualTo("c=vc");
    }
    try (BdbStore store = open()) {
      assertThat(all(store, 1)).isEqualTo("b=wb");
      assertThat(all(store, 2)).isEqualTo("c=vc");
    }
  }

  @Test
  void treesMadeAndClearedAgainAndAgainLeaveNothing() throws IOException {
    try (BdbStore store = open()) {
      put(store, 0, "a");
      for (int i = 1; i <= 500; i++) {
        put(store, i, "a", "b");
        clear(store, i);
        assertThat(databases(store)).hasSize(2);
      }
      try (KvTransaction reader = store.begin(false)) {
        assertThat(all(reader, 0)).isEqualTo("a=va");
        assertThat(all(reader, 500)).isEmpty();
      }
    }
    try (BdbStore store = open()) {
      assertThat(databases(store)).containsExactly("g1", "trees");
    }
  }

  @Test
  void manyTreesAreOpenedWhenTheyAreAskedFor() {
    int count = 2000;
    try (BdbStore store = open();
        KvTransaction writer = store.begin(true)) {
      for (int i = 1; i <= count; i++) {
        writer.put(i, bytes("key"), bytes("v" + i));
      }
      writer.commit(Synchronous.NORMAL);
    }
    try (BdbStore store = open()) {
      assertThat(all(store, count)).isEqualTo("key=v" + count);
      assertThat(databases(store)).hasSize(count + 1);
      clear(store, 1);
      assertThat(databases(store)).hasSize(count);
    }
  }

  @Test
  void whatNoEntryNamesIsRemovedAtTheNextOpening() {
    try (BdbStore store = open()) {
      put(store, 1, "a");
    }
    raw(environment -> makeDatabase(environment, "g77").close());
    try (BdbStore store = open()) {
      assertThat(databases(store)).containsExactly("g1", "trees");
      put(store, 2, "b");
      assertThat(all(store, 1)).isEqualTo("a=va");
      assertThat(all(store, 2)).isEqualTo("b=vb");
    }
  }

  @Test
  void anEnvironmentThatIsOpenedAnewHasItsTreesAndNothingLeft() {
    try (BdbStore store = open()) {
      put(store, 1, "a");
      put(store, 2, "b");
      KvTransaction reader = store.begin(false);
      assertThat(all(reader, 1)).isEqualTo("a=va");
      clear(store, 1, "c");
      assertThat(databases(store)).containsExactly("g1", "g2", "g3", "trees");
      com.sleepycat.je.EnvironmentFailureException.unexpectedState(
          com.sleepycat.je.DbInternal.getNonNullEnvImpl(store.environment()), "as if a thread had been interrupted");
      assertThatThrownBy(() -> all(reader, 1)).isInstanceOf(StoreException.class);
      assertThat(all(store, 1)).isEqualTo("c=wc");
      assertThat(databases(store)).containsExactly("g2", "g3", "trees");
      reader.close();
      clear(store, 1, "d");
      assertThat(all(store, 1)).isEqualTo("d=wd");
      assertThat(all(store, 2)).isEqualTo("b=vb");
      assertThat(databases(store)).containsExactly("g2", "g4", "trees");
    }
  }

  // ---- the form that came before --------------------------------------------------------------------------------------------------

  private interface Work {
    void on(Environment environment);
  }

  private void raw(Work work) {
    File folder = path().toFile();
    assertThat(folder.isDirectory() || folder.mkdir()).isTrue();
    try (Environment environment = new Environment(folder, new EnvironmentConfig().setTransactional(true).setAllowCreate(true))) {
      work.on(environment);
    }
  }

  private static Database makeDatabase(Environment environment, String name) {
    return environment.openDatabase(null, name, new DatabaseConfig().setTransactional(true).setAllowCreate(true));
  }

  private void makeOldForm(int entries) {
    raw(
        environment -> {
          try (Database database = makeDatabase(environment, "lumosql")) {
            com.sleepycat.je.Transaction transaction = environment.beginTransaction(null, null);
            for (int i = 0; i < entries; i++) {
              byte[] key = TreeKeys.of(1, bytes(String.format("%06d", i)));
              database.put(transaction, new DatabaseEntry(key), new DatabaseEntry(bytes("v" + i)));
            }
            database.put(transaction, new DatabaseEntry(TreeKeys.of(0, bytes("H"))), new DatabaseEntry(bytes("header")));
            database.put(transaction, new DatabaseEntry(TreeKeys.of(Integer.MAX_VALUE, bytes("z"))), new DatabaseEntry(new byte[0]));
            transaction.commit();
          }
        });
  }

  private static void assertConverted(BdbStore store, int entries) {
    assertThat(databases(store)).containsExactly("g1", "g2", "g3", "trees");
    try (KvTransaction reader = store.begin(false)) {
      assertThat(all(reader, 0)).isEqualTo("H=header");
      assertThat(all(reader, Integer.MAX_VALUE)).isEqualTo("z=");
      assertThat(reader.estimatedCount(1)).isEqualTo(entries);
      try (KvCursor cursor = reader.cursor(1)) {
        assertThat(cursor.last()).isTrue();
        assertThat(cursor.key()).isEqualTo(bytes(String.format("%06d", entries - 1)));
        assertThat(cursor.value()).isEqualTo(bytes("v" + (entries - 1)));
      }
    }
  }

  @Test
  void theOldFormIsConvertedWhenItIsOpened() {
    makeOldForm(25_000); // more than goes into one transaction
    try (BdbStore store = open()) {
      assertConverted(store, 25_000);
      clear(store, 1, "a");
      assertThat(databases(store)).containsExactly("g1", "g3", "g4", "trees");
    }
    try (BdbStore store = open()) {
      assertThat(all(store, 1)).isEqualTo("a=wa");
      assertThat(all(store, 0)).isEqualTo("H=header");
    }
  }

  @Test
  void aConversionThatWasCutOffIsBegunAnew() {
    makeOldForm(10);
    raw(
        environment -> {
          try (Database left = makeDatabase(environment, "g2")) {
            left.put(null, new DatabaseEntry(bytes("x")), new DatabaseEntry(bytes("half")));
          }
        });
    try (BdbStore store = open()) {
      assertConverted(store, 10);
      assertThat(all(store, 1)).doesNotContain("half");
    }
  }

  @Test
  void whatIsNeitherFormIsNotADatabase() throws IOException {
    raw(environment -> makeDatabase(environment, "other").close());
    assertThatThrownBy(this::open).extracting(e -> ((StoreException) e).code()).isEqualTo(ResultCode.NOTADB);
    raw(environment -> assertThat(environment.getDatabaseNames()).containsExactly("other"));
    try (Stream<Path> files = Files.list(path())) {
      assertThat(files).isNotEmpty();
    }
  }
}

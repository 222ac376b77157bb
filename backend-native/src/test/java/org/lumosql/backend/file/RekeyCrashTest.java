// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.btree.Btree;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.KeyControl;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.PageControl;
import org.lumosql.btree.Synchronous;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** The power goes at each operation of a change of the password in turn: one of the two passwords opens the database, and all is there. */
class RekeyCrashTest {
  private static final String NAME = "/rekey.db";
  private static final long SEED = Long.getLong("test.seed", 20261121L);

  private static Btree open(FaultyVfs vfs, String password) {
    OpenOptions options =
        new OpenOptions(NAME, OpenOptions.Kind.FILE, OpenOptions.Access.CREATE, Map.of("kdf_memory", "64", "kdf_passes", "1"));
    Btree btree = new FileBackend(vfs).open(options);
    btree.capability(KeyControl.class).orElseThrow().setKey(bytes(password));
    return btree;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] database(JournalMode mode) {
    FaultyVfs vfs = new FaultyVfs(SEED);
    try (Btree btree = open(vfs, "old")) {
      btree.capability(PageControl.class).orElseThrow().setJournalMode(mode);
      btree.beginWrite(false);
      btree.createTree(TreeKind.TABLE);
      btree.setMeta(MetaValue.USER_VERSION, 4711);
      btree.commitPhaseOne(null);
      btree.commitPhaseTwo();
    }
    return vfs.get(NAME);
  }

  /** Whether a password opens the database; if so all must be there. */
  private static boolean opens(FaultyVfs vfs, String password) {
    try (Btree btree = open(vfs, password)) {
      btree.beginRead();
      assertThat(btree.meta(MetaValue.USER_VERSION)).isEqualTo(4711);
      assertThat(btree.integrityCheck(new int[] {1, 2}, 10)).isEmpty();
      return true;
    } catch (StoreException e) {
      assertThat(e.code()).isEqualTo(ResultCode.NOTADB);
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DELETE", "PERSIST", "WAL"})
  void oneOfThePasswordsOpensTheDatabase(JournalMode mode) {
    byte[] database = database(mode);
    int olds = 0;
    int news = 0;
    boolean isDone = false;
    for (int operation = 1; !isDone; operation++) {
      for (FaultyVfs.Loss loss : FaultyVfs.Loss.values()) {
        FaultyVfs vfs = new FaultyVfs(SEED + operation);
        vfs.put(NAME, database);
        Btree btree = open(vfs, "old");
        PageControl control = btree.capability(PageControl.class).orElseThrow();
        control.setSynchronous(Synchronous.EXTRA, false, false); // the end of the journal is durable too
        if (mode != JournalMode.WAL) {
          control.setJournalMode(mode);
        }
        vfs.crashAt(operation);
        try {
          btree.capability(KeyControl.class).orElseThrow().changeKey(bytes("new"));
          isDone = true;
        } catch (FaultyVfs.PowerLoss expected) {
          assertThat(vfs.hasCrashed()).isTrue();
        }
        FaultyVfs after = vfs.restart(loss, SEED + operation);
        boolean isNew = opens(after, "new");
        assertThat(opens(after, "old")).as("%s, operation %s, %s", mode, operation, loss).isEqualTo(!isNew);
        if (isDone) {
          assertThat(isNew).as("the change was acknowledged").isTrue();
        }
        if (isNew) {
          news++;
        } else {
          olds++;
        }
      }
    }
    assertThat(olds).isPositive();
    assertThat(news).isPositive();
  }
}

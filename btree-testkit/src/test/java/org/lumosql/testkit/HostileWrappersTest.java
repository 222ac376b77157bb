// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.memory.MemoryBackend;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** That the wrappers notice what they are there to notice. */
class HostileWrappersTest {
  private final Btree memory = new MemoryBackend().open(OpenOptions.memory());

  @BeforeEach
  void fill() {
    memory.beginWrite(false);
    try (BtreeCursor cursor = memory.openTable(1, true)) {
      for (int i = 1; i <= 5; i++) {
        Records.insert(cursor, i, Records.text("row" + i));
      }
    }
    BtreeSuite.commit(memory);
  }

  @AfterEach
  void close() {
    memory.close();
  }

  @Test
  void aViewIsOverwrittenWhenTheCursorMoves() {
    Btree btree = new InvalidatingBtree(memory);
    btree.beginRead();
    try (BtreeCursor cursor = btree.openTable(1, false)) {
      assertThat(cursor.first()).isTrue();
      byte[] view = cursor.payloadArray();
      byte first = view[cursor.payloadOffset()];
      assertThat(cursor.next()).isTrue();
      assertThat(view[cursor.payloadOffset()]).isNotEqualTo(first);
    }
  }

  @Test
  void aViewIsOverwrittenWhenAnotherCursorWrites() {
    Btree btree = new InvalidatingBtree(memory);
    btree.beginWrite(false);
    try (BtreeCursor reader = btree.openTable(1, false);
        BtreeCursor writer = btree.openTable(1, true)) {
      assertThat(reader.first()).isTrue();
      byte[] view = reader.payloadArray();
      byte first = view[reader.payloadOffset()];
      Records.insert(writer, 9, Records.text("new"));
      assertThat(view[reader.payloadOffset()]).isNotEqualTo(first);
      assertThat(reader.restore()).isTrue();
      assertThat(Records.text(Records.payload(reader))).isEqualTo("row1");
    }
  }

  @Test
  void readingWithoutAnEntryIsABreach() {
    Btree btree = new AssertingBtree(memory);
    btree.beginRead();
    try (BtreeCursor cursor = btree.openTable(1, false)) {
      assertThatThrownBy(cursor::rowid).isInstanceOf(AssertionError.class).hasMessageContaining("requires an entry");
    }
  }

  @Test
  void writingToAViewIsABreach() {
    Btree btree = new AssertingBtree(new InvalidatingBtree(memory));
    btree.beginRead();
    try (BtreeCursor cursor = btree.openTable(1, false)) {
      assertThat(cursor.first()).isTrue();
      cursor.payloadArray()[cursor.payloadOffset()]++;
      assertThatThrownBy(cursor::next).isInstanceOf(AssertionError.class).hasMessageContaining("written to");
    }
  }

  @Test
  void aStoreThatStepsTheWrongWayIsFoundOut() {
    Btree wrong =
        new ForwardingBtree(memory) {
          @Override
          public BtreeCursor openTable(int tree, boolean writable) {
            return new ForwardingBtreeCursor(super.openTable(tree, writable)) {
              @Override
              public boolean next() {
                return super.previous();
              }
            };
          }
        };
    Btree btree = new AssertingBtree(wrong);
    btree.beginRead();
    try (BtreeCursor cursor = btree.openTable(1, false)) {
      assertThat(cursor.last()).isTrue();
      assertThatThrownBy(cursor::next).isInstanceOf(AssertionError.class).hasMessageContaining("order of entries");
    }
  }

  @Test
  void theNthOperationFailsAndNoOther() {
    Faults faults = new Faults();
    Btree btree = new FaultyBtree(memory, faults);
    int failures = 0;
    for (int n = 1; ; n++) {
      faults.failAt(n, false);
      try {
        btree.beginWrite(false);
        try (BtreeCursor cursor = btree.openTable(1, true)) {
          for (boolean more = cursor.first(); more; more = cursor.next()) {
            cursor.delete(BtreeCursor.KEEP_POSITION);
          }
        }
        BtreeSuite.commit(btree);
        break;
      } catch (StoreException e) {
        assertThat(e.code()).isEqualTo(ResultCode.IOERR);
        assertThat(faults.hasFailed()).isTrue();
        failures++;
        btree.rollback(ResultCode.ABORT_ROLLBACK);
        memory.beginRead();
        try (BtreeCursor cursor = memory.openTable(1, false)) {
          assertThat(cursor.count()).isEqualTo(5);
        }
        memory.commitPhaseTwo();
      }
    }
    assertThat(failures).isEqualTo(2 + 1 + 5 + 5 + 2); // begin, open, first, deletes, nexts, both steps of the commit
  }
}

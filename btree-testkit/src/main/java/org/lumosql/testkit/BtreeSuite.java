// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.btree.Btree;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * What the suites over {@link Btree} share: connections through the hostile wrappers, which are checked and closed
 * after each test.
 *
 * <p>To use a suite, extend it and implement {@link #subject}.
 */
public abstract class BtreeSuite {
  @TempDir Path directory;

  private Subject subject;
  private final List<Btree> opened = new ArrayList<>();

  /** Trees that the integrity check at the end looks at; tests add those that they leave behind. */
  final TreeSet<Integer> trees = new TreeSet<>();

  /** A new, empty database. */
  protected abstract Subject subject(Path directory);

  @BeforeEach
  final void makeSubject() {
    subject = subject(directory);
    trees.add(1);
  }

  /** A connection through the hostile wrappers. */
  final Btree open() {
    Btree btree = new AssertingBtree(new InvalidatingBtree(subject.opening().get()));
    opened.add(btree);
    return btree;
  }

  final boolean can(Ability ability) {
    return subject.can(ability);
  }

  final void assumeAble(Ability ability) {
    assumeTrue(can(ability), () -> "declared absent: " + ability);
  }

  static void commit(Btree btree) {
    btree.commitPhaseOne(null);
    btree.commitPhaseTwo();
  }

  /** The code that an action fails with. */
  static ResultCode failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
    StoreException failure = catchThrowableOfType(StoreException.class, action);
    assertThat(failure).as("the action must fail").isNotNull();
    return failure.code();
  }

  final void closeAll() {
    opened.forEach(Btree::close);
    opened.clear();
  }

  @AfterEach
  final void checkIntegrityAndClose() {
    try {
      for (Btree btree : opened) {
        if (isOpen(btree)) {
          checkIntegrity(btree);
        }
      }
    } finally {
      closeAll();
    }
    if (can(Ability.PERSISTENT)) {
      checkIntegrity(open());
      closeAll();
    }
  }

  private static boolean isOpen(Btree btree) {
    return !((AssertingBtree) btree).isClosed();
  }

  private void checkIntegrity(Btree btree) {
    if (btree.transactionState() == TransactionState.NONE) {
      btree.beginRead();
    }
    int[] checked = new int[trees.size() + 1]; // the 0 in front: those trees only
    int count = 1;
    for (int tree : trees) {
      checked[count++] = tree;
    }
    assertThat(btree.integrityCheck(checked, 100)).isEmpty();
  }
}

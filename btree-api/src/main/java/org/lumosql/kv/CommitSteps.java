// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

/** The first step of a commit over several databases, for a store whose engine has only one step. */
public interface CommitSteps {
  /** The file that stands for a database which is prepared. */
  String preparedPath();

  /**
   * Keeps the changes of the transaction that writes for the case of a crash. May be done again.
   *
   * @param superJournal the file whose end is the decision
   * @param sync whether the machine may crash
   */
  void prepare(String superJournal, boolean sync);

  /** After the engine's commit or, before the decision, instead of it; by who has the writer's place. */
  void forget(boolean sync);
}

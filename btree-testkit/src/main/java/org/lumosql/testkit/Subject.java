// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.lumosql.btree.Btree;

/**
 * One database under test.
 *
 * @param opening opens a connection to it
 * @param abilities what it can do
 */
public record Subject(Supplier<Btree> opening, Set<Ability> abilities) {
  public static Subject of(Supplier<Btree> opening, Ability... abilities) {
    Set<Ability> set = EnumSet.noneOf(Ability.class);
    set.addAll(Set.of(abilities));
    return new Subject(opening, set);
  }

  boolean can(Ability ability) {
    return abilities.contains(ability);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Functions by name and number of arguments. {@link BuiltinFunctions#registry()} is shared and immutable; a connection
 * has its own on top for user functions. Not thread-safe while functions are being added.
 */
public final class FunctionRegistry {
  private final FunctionRegistry parent;
  private final Map<String, List<FunctionDefinition>> byName = new HashMap<>();

  public FunctionRegistry(FunctionRegistry parent) {
    this.parent = parent;
  }

  /** Whether adding a function takes the place of another one here. */
  public boolean replaces(FunctionDefinition definition) {
    for (FunctionDefinition other : byName.getOrDefault(definition.name(), List.of())) {
      if (isSame(other, definition)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(FunctionDefinition one, FunctionDefinition other) {
    return one.argumentCount() == other.argumentCount()
        && one.minimumArguments() == other.minimumArguments()
        && one.maximumArguments() == other.maximumArguments();
  }

  /** Adds a function, in the place of one with the same name and the same numbers of arguments. */
  public void add(FunctionDefinition definition) {
    List<FunctionDefinition> overloads = byName.get(definition.name());
    if (overloads == null) {
      overloads = new ArrayList<>(1);
      byName.put(definition.name(), overloads);
    }
    for (int i = 0; i < overloads.size(); i++) {
      if (isSame(overloads.get(i), definition)) {
        overloads.set(i, definition);
        return;
      }
    }
    overloads.add(definition);
  }

  public void remove(String name, int argumentCount) {
    List<FunctionDefinition> overloads = byName.get(name.toLowerCase(Locale.ROOT));
    for (int i = overloads == null ? -1 : overloads.size() - 1; i >= 0; i--) {
      if (overloads.get(i).argumentCount() == argumentCount) {
        overloads.remove(i);
      }
    }
  }

  /**
   * The best match: the exact number of arguments before a variadic one, the own before the parent's; null if there is
   * none.
   */
  public FunctionDefinition find(String name, int count) {
    String key = name.toLowerCase(Locale.ROOT);
    FunctionDefinition variadic = null;
    for (FunctionRegistry registry = this; registry != null; registry = registry.parent) {
      for (FunctionDefinition candidate : registry.byName.getOrDefault(key, List.of())) {
        if (candidate.argumentCount() == count) {
          return candidate;
        }
        if (variadic == null && candidate.argumentCount() < 0 && candidate.accepts(count)) {
          variadic = candidate;
        }
      }
    }
    return variadic;
  }

  /** Whether any function has the name, for "wrong number of arguments to function". */
  public boolean hasName(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    for (FunctionRegistry registry = this; registry != null; registry = registry.parent) {
      if (!registry.byName.getOrDefault(key, List.of()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** All definitions, own and inherited, for {@code PRAGMA function_list}. */
  public List<FunctionDefinition> all() {
    List<FunctionDefinition> all = new ArrayList<>();
    for (FunctionRegistry registry = this; registry != null; registry = registry.parent) {
      for (List<FunctionDefinition> overloads : registry.byName.values()) {
        all.addAll(overloads);
      }
    }
    return all;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

/** Calls of window functions. Where peers would be told apart, the order of the window is total. */
final class WindowGrammar {
  private final Grammars grammars;
  private final Randomness random;

  WindowGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
  }

  String call(Scope scope) {
    Scope argument = scope.argument();
    return switch (random.below(10)) {
      case 0 -> random.of("row_number()", "row_number()", "ntile(" + random.of("1", "2", "3", "7") + ")") + " OVER (" + definition(argument, true, random.maybe(20, frame(false))) + ")";
      case 1 -> random.of("rank()", "dense_rank()", "percent_rank()", "cume_dist()") + " OVER (" + definition(argument, false, "") + ")";
      case 2, 3 -> random.of("lag(", "lead(") + value(argument) + random.maybe(50, "," + random.of("1", "2", "0", "3") + random.maybe(50, "," + grammars.literals.of(ValueKind.ANY)))
          + ") OVER (" + definition(argument, true, "") + ")";
      case 4, 5 -> random.of("first_value(" + value(argument) + ")", "last_value(" + value(argument) + ")", "nth_value(" + value(argument) + "," + random.of("1", "2", "3") + ")")
          + " OVER (" + definition(argument, true, random.maybe(70, frame(false))) + ")";
      default -> aggregate(argument);
    };
  }

  private String value(Scope argument) {
    return grammars.expressions.value(argument, grammars.expressions.anyKind(), random.below(2));
  }

  private String aggregate(Scope argument) {
    String call = grammars.aggregates.windowCall(argument);
    return switch (random.below(5)) {
      case 0 -> call + " OVER ()";
      case 1 -> call + " OVER (" + definition(argument, false, "") + ")";
      case 2 -> { // distances need one term
        String order = grammars.expressions.leaf(argument, random.of(ValueKind.INTEGER, ValueKind.INTEGER, ValueKind.REAL, ValueKind.ANY));
        String frame = frame(true);
        // a large integer is no real number: with a real added it may come out smaller than it was
        String measure = frame.contains(".") ? order + "*1.0" : order;
        yield call + " OVER (" + partition(argument) + "ORDER BY " + measure + random.maybe(30, " DESC") + random.maybe(10, random.of(" NULLS FIRST", " NULLS LAST")) + frame + ")";
      }
      default -> call + " OVER (" + definition(argument, true, frame(false)) + ")";
    };
  }

  private String partition(Scope argument) {
    return random.chance(50) ? "PARTITION BY " + grammars.expressions.value(argument, grammars.expressions.anyKind(), random.below(2)) + " " : "";
  }

  /** What stands in the parentheses behind OVER. */
  private String definition(Scope argument, boolean total, String frame) {
    String first = grammars.expressions.value(argument, grammars.expressions.anyKind(), random.below(2)) + random.of("", "", " DESC", " NULLS LAST", " DESC NULLS FIRST");
    if (first.chars().allMatch(c -> Character.isDigit(c) || c == '-' || c == ' ')) {
      first = "NULL";
    }
    String order = total ? grammars.aggregates.totalOrder(argument, first) : first;
    return partition(argument) + "ORDER BY " + order + frame;
  }

  private String frame(boolean distances) {
    String unit = distances ? " RANGE" : random.of(" ROWS", " ROWS", " GROUPS");
    String offset = distances ? random.of("1", "2", "0", "2.5", "1.0") : random.of("0", "1", "2", "3");
    String start = random.of(" UNBOUNDED PRECEDING", " CURRENT ROW", " " + offset + " PRECEDING", " " + offset + " PRECEDING");
    String end = random.of(" UNBOUNDED FOLLOWING", " CURRENT ROW", " " + offset + " FOLLOWING", " " + offset + " FOLLOWING");
    String bounds = switch (random.below(6)) {
      case 0 -> start;
      case 1 -> " BETWEEN " + random.of("3", "2") + " PRECEDING AND " + random.of("1", "2") + " PRECEDING";
      case 2 -> " BETWEEN " + random.of("1", "0") + " FOLLOWING AND " + random.of("1", "3") + " FOLLOWING";
      default -> " BETWEEN" + start + " AND" + end;
    };
    return unit + bounds + random.maybe(35, " EXCLUDE " + random.of("NO OTHERS", "CURRENT ROW", "GROUP", "TIES"));
  }
}

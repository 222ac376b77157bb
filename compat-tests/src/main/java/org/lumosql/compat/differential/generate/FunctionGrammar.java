// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import static org.lumosql.compat.differential.generate.ValueKind.ANY;
import static org.lumosql.compat.differential.generate.ValueKind.BLOB;
import static org.lumosql.compat.differential.generate.ValueKind.DATE;
import static org.lumosql.compat.differential.generate.ValueKind.INTEGER;
import static org.lumosql.compat.differential.generate.ValueKind.JSON;
import static org.lumosql.compat.differential.generate.ValueKind.REAL;
import static org.lumosql.compat.differential.generate.ValueKind.TEXT;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Calls of scalar functions: by result, with arguments that fit mostly. */
final class FunctionGrammar {
  private static final String[] CONVERSIONS = {"d", "i", "u", "f", "e", "E", "g", "G", "x", "X", "o", "s", "z", "q", "Q", "w", "c", "%", "n", "p", "ld", "lld", "a"};

  /** A function, with the kinds of its arguments. */
  private record Signature(String name, List<ValueKind> arguments) {}

  /** A call that a list of kinds does not describe. */
  @FunctionalInterface
  private interface Call {
    String make(Scope scope, int depth);
  }

  private final Grammars grammars;
  private final Randomness random;
  private final Map<ValueKind, Alternatives<Call>> calls = new EnumMap<>(ValueKind.class);

  FunctionGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
    for (ValueKind kind : ValueKind.values()) {
      calls.put(kind, new Alternatives<>());
    }
    addCore();
    if (grammars.has(Feature.MATH)) {
      addMath();
    }
    if (grammars.has(Feature.DATES)) {
      addDates();
    }
    if (grammars.has(Feature.JSON)) {
      addJson();
    }
    if (grammars.has(Feature.FORMATS)) {
      special(TEXT, 8, this::format);
    }
    for (ValueKind kind : ValueKind.values()) {
      calls.get(kind).add(1, (scope, depth) -> "typeof(" + grammars.expressions.value(scope, ANY, depth) + ")");
    }
  }

  private void add(ValueKind result, String name, ValueKind... arguments) {
    Signature signature = new Signature(name, List.of(arguments));
    Call call = (scope, depth) -> make(signature, scope, depth);
    calls.get(result).add(4, call);
    if (result != ANY) {
      calls.get(ANY).add(1, call);
    }
  }

  private void special(ValueKind result, int weight, Call call) {
    calls.get(result).add(weight, call);
    if (result != ANY) {
      calls.get(ANY).add(Math.max(1, weight / 4), call);
    }
  }

  private void addCore() {
    special(INTEGER, 4, (scope, depth) -> "abs(" + grammars.expressions.value(scope, INTEGER, depth) + "/2)");
    add(REAL, "abs", REAL);
    add(INTEGER, "length", TEXT);
    add(INTEGER, "length", BLOB);
    add(INTEGER, "octet_length", TEXT);
    add(INTEGER, "instr", TEXT, TEXT);
    add(INTEGER, "instr", BLOB, BLOB);
    add(INTEGER, "unicode", TEXT);
    add(INTEGER, "sign", REAL);
    add(INTEGER, "like", TEXT, TEXT);
    add(INTEGER, "glob", TEXT, TEXT);
    add(REAL, "round", REAL);
    add(REAL, "round", REAL, INTEGER);
    add(TEXT, "typeof", ANY);
    add(TEXT, "quote", ANY);
    add(TEXT, "hex", ANY);
    add(TEXT, "upper", TEXT);
    add(TEXT, "lower", TEXT);
    add(TEXT, "trim", TEXT);
    add(TEXT, "ltrim", TEXT);
    add(TEXT, "rtrim", TEXT);
    add(TEXT, "trim", TEXT, TEXT);
    add(TEXT, "ltrim", TEXT, TEXT);
    add(TEXT, "rtrim", TEXT, TEXT);
    add(TEXT, "substr", TEXT, INTEGER);
    add(TEXT, "substr", TEXT, INTEGER, INTEGER);
    add(TEXT, "substring", TEXT, INTEGER, INTEGER);
    add(BLOB, "substr", BLOB, INTEGER, INTEGER);
    add(TEXT, "replace", TEXT, TEXT, TEXT);
    add(TEXT, "char", INTEGER, INTEGER);
    add(TEXT, "concat", TEXT, ANY);
    add(TEXT, "concat_ws", TEXT, ANY, ANY, TEXT);
    add(TEXT, "unistr_quote", ANY);
    add(BLOB, "unhex", TEXT);
    special(BLOB, 3, (scope, depth) -> "unhex(" + random.of("'6162'", "'61 62'", "'zz'", "'616'", "''") + random.maybe(60, "," + random.of("' '", "'-'", "''")) + ")");
    special(BLOB, 3, (scope, depth) -> "zeroblob(" + random.between(-1, 9) + ")");
    special(BLOB, 3, (scope, depth) -> "CAST(" + grammars.expressions.value(scope, TEXT, depth) + " AS BLOB)");
    special(TEXT, 2, (scope, depth) -> "unistr(" + random.of("'a\\u00e4'", "'\\\\'", "'\\+01f600'", "'\\U0001F600x'", "'\\0041'") + ")");
    special(ANY, 3, (scope, depth) -> "coalesce(" + list(scope, depth, 3) + ")");
    special(INTEGER, 1, (scope, depth) -> "subtype(" + grammars.expressions.value(scope, JSON, depth) + ")");
    special(INTEGER, 1, (scope, depth) -> "likelihood(" + grammars.expressions.value(scope, INTEGER, depth) + "," + random.of("0.1", "0.9", "1.0", "0.0") + ")");
  }

  private String list(Scope scope, int depth, int length) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      items.add(grammars.expressions.value(scope, ANY, depth));
    }
    return String.join(",", items);
  }

  private void addMath() {
    for (String name : List.of("ceil", "ceiling", "floor", "trunc", "sqrt", "radians", "degrees")) {
      add(REAL, name, REAL);
    }
    for (String name : List.of("sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "exp", "ln", "log", "log10", "log2")) {
      special(REAL, 2, (scope, depth) -> rounded(name + "((" + grammars.expressions.value(scope, REAL, depth) + ")%10)"));
      special(TEXT, 1, (scope, depth) -> "typeof(" + name + "(" + grammars.expressions.value(scope, REAL, depth) + "))");
    }
    for (String name : List.of("pow", "power", "atan2", "log")) {
      special(REAL, 2, (scope, depth) ->
          rounded(name + "((" + grammars.expressions.value(scope, REAL, depth) + ")%10,(" + grammars.expressions.value(scope, INTEGER, depth) + ")%5)"));
    }
    add(REAL, "mod", REAL, REAL);
    add(REAL, "log", REAL, REAL);
    add(REAL, "pi");
  }

  /** The last digits of these functions are not defined: each mathematical library has its own. */
  private static String rounded(String call) {
    return "round(" + call + ",6)";
  }

  private void addDates() {
    for (String name : List.of("date", "time", "datetime", "julianday", "unixepoch")) {
      ValueKind result = name.equals("julianday") ? REAL : name.equals("unixepoch") ? INTEGER : DATE;
      special(result, 6, (scope, depth) -> name + "(" + moment(scope, depth) + ")");
      special(TEXT, 1, (scope, depth) -> name + "(" + moment(scope, depth) + ")");
    }
    special(TEXT, 5, (scope, depth) -> "strftime(" + timeFormat() + "," + moment(scope, depth) + ")");
    special(TEXT, 3, (scope, depth) ->
        "timediff(" + grammars.expressions.value(scope, DATE, depth) + "," + grammars.expressions.value(scope, DATE, depth) + ")");
  }

  private String moment(Scope scope, int depth) {
    StringBuilder text = new StringBuilder(random.chance(70) ? grammars.literals.date() : grammars.expressions.value(scope, DATE, depth));
    for (int i = random.of(0, 0, 1, 1, 2, 3); i > 0; i--) {
      text.append(',').append(grammars.literals.modifier());
    }
    return text.toString();
  }

  private String timeFormat() {
    StringBuilder format = new StringBuilder("'");
    for (int i = random.between(1, 4); i > 0; i--) {
      format.append('%').append(random.of("d", "e", "f", "F", "G", "g", "H", "I", "j", "J", "k", "l", "m", "M", "p", "P", "R", "s", "S", "T", "u", "U", "V", "w", "W", "Y", "%", "x"));
      format.append(random.of("", " ", "-", ":"));
    }
    return format.append('\'').toString();
  }

  private void addJson() {
    special(TEXT, 3, (scope, depth) -> "json_quote(" + jsonValue(scope, depth) + ")");
    add(INTEGER, "json_valid", JSON);
    add(INTEGER, "json_error_position", JSON);
    for (String name : List.of("json", "jsonb", "json_type", "json_array_length", "json_pretty")) {
      special(name.equals("json_array_length") ? INTEGER : JSON, 4, (scope, depth) -> name + "(" + json(scope, depth) + ")");
    }
    special(JSON, 4, (scope, depth) -> random.of("json_patch(", "jsonb_patch(") + json(scope, depth) + "," + json(scope, depth) + ")");
    special(INTEGER, 2, (scope, depth) -> "json_valid(" + json(scope, depth) + "," + random.between(1, 9) + ")");
    special(INTEGER, 2, (scope, depth) -> "json_array_length(" + json(scope, depth) + "," + grammars.literals.path() + ")");
    special(TEXT, 2, (scope, depth) -> "json_type(" + json(scope, depth) + "," + grammars.literals.path() + ")");
    special(TEXT, 1, (scope, depth) -> "json_pretty(" + json(scope, depth) + "," + random.of("' '", "''", "'ab'", "NULL", "2") + ")");
    for (String name : List.of("json_extract", "jsonb_extract", "json_remove", "jsonb_remove")) {
      special(JSON, 4, (scope, depth) ->
          name + "(" + json(scope, depth) + "," + grammars.literals.path() + random.maybe(25, "," + grammars.literals.path()) + ")");
    }
    for (String name : List.of("json_set", "json_insert", "json_replace", "jsonb_set", "jsonb_insert", "jsonb_replace")) {
      special(JSON, 3, (scope, depth) -> {
        StringBuilder text = new StringBuilder(name + "(" + json(scope, depth));
        for (int i = random.between(1, 2); i > 0; i--) {
          text.append(',').append(grammars.literals.path()).append(',').append(jsonValue(scope, depth));
        }
        return text.append(')').toString();
      });
    }
    special(JSON, 4, (scope, depth) -> random.of("json_array(", "jsonb_array(") + jsonValue(scope, depth) + "," + jsonValue(scope, depth) + ")");
    special(JSON, 4, (scope, depth) ->
        random.of("json_object(", "jsonb_object(") + grammars.literals.text() + "," + jsonValue(scope, depth) + random.maybe(40, ",'b'," + jsonValue(scope, depth))
            + ")");
  }

  /** JSON that is well-formed, all but a few: when two things are wrong, which error comes first depends on the order of evaluation. */
  String json(Scope scope, int depth) {
    if (scope.nesting() == 0 && random.chance(1)) {
      return grammars.expressions.value(scope, JSON, depth);
    }
    return switch (random.below(5)) {
      case 0 -> random.of("json_array(", "jsonb_array(") + jsonValue(scope, depth) + "," + jsonValue(scope, depth) + ")";
      case 1 -> random.of("json_object('a',", "jsonb_object('a',") + jsonValue(scope, depth) + ")";
      // no text that a function has edited: SQLite remembers the JSONB that it was made of, in which labels and texts have other types
      case 2 -> depth > 0 ? random.of("jsonb_insert(", "jsonb_replace(", "jsonb_set(") + json(scope, depth - 1) + "," + grammars.literals.path()
          + "," + jsonValue(scope, depth) + ")" : grammars.literals.json();
      default -> grammars.literals.json();
    };
  }

  /** What JSON functions take as a value: no blobs as a rule. */
  private String jsonValue(Scope scope, int depth) {
    String value = grammars.expressions.value(scope, random.of(INTEGER, REAL, TEXT, INTEGER, TEXT), depth);
    return scope.nesting() != 0 || random.chance(99) ? "iif(typeof(" + value + ")='blob',1," + value + ")" : value;
  }

  private String format(Scope scope, int depth) {
    StringBuilder format = new StringBuilder("'");
    List<String> arguments = new ArrayList<>();
    for (int i = random.between(1, 3); i > 0; i--) {
      String conversion = random.of(CONVERSIONS);
      format.append(random.of("", "a", " ", "[")).append('%').append(random.maybe(25, "-")).append(random.maybe(15, "+")).append(random.maybe(15, " "));
      format.append(random.maybe(20, "0")).append(random.maybe(10, ",")).append(random.maybe(15, "#")).append(random.maybe(15, "!"));
      if (random.chance(5)) {
        format.append('*');
        arguments.add(Integer.toString(random.between(-12, 12)));
      } else {
        format.append(random.maybe(40, Integer.toString(random.between(1, 24))));
      }
      if (random.chance(40)) {
        format.append('.').append(random.chance(95) ? random.between(0, 25) : random.between(25, 400));
      }
      format.append(conversion);
      if (random.chance(95)) {
        ValueKind kind = "fFeEgG".contains(conversion) ? REAL : "sqQwzc".contains(conversion) ? TEXT : INTEGER;
        arguments.add(grammars.expressions.value(scope, random.chance(85) ? kind : ANY, depth));
      }
    }
    return random.of("printf(", "format(") + format.append('\'') + (arguments.isEmpty() ? "" : "," + String.join(",", arguments)) + ")";
  }

  private String make(Signature signature, Scope scope, int depth) {
    List<String> arguments = new ArrayList<>();
    for (ValueKind kind : signature.arguments()) {
      arguments.add(grammars.expressions.value(scope, random.chance(90) ? kind : ANY, depth));
    }
    return signature.name() + "(" + String.join(",", arguments) + ")";
  }

  /** A call that gives a value of the kind, if its arguments are what it expects. */
  String call(ValueKind kind, Scope scope, int depth) {
    return calls.get(kind).pick(random).make(scope, depth);
  }
}

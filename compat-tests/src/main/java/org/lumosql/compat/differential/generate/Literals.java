// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

/** Values as SQL writes them: many small ones, so that joins and conflicts meet, and those at the limits of their types. */
final class Literals {
  private static final String[] INTEGERS = {
    "-1", "0", "1", "2", "3", "4", "5", "7", "10", "63", "64", "99", "100", "127", "128", "255", "256", "-128", "-129", "32767", "32768", "65535", "65536",
    "8388608", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967295", "4294967296", "140737488355328", "9007199254740991", "9007199254740992",
    "9007199254740993", "-9007199254740993", "9223372036854775806", "9223372036854775807", "-9223372036854775807", "(-9223372036854775807-1)",
    "-9223372036854775808", "0x7fffffffffffffff", "0xffffffffffffffff", "0x10", "1_000"
  };
  private static final String[] REALS = {
    "0.0", "-0.0", "1.0", "-1.0", "0.5", "1.5", "2.5", "-2.5", "3.0", "1e0", "10.0", "100.25", "3.14159", "1e-3", ".5", "5.", "1e10", "123456789.123456789",
    "0.1", "0.2", "0.3", "1e15", "1e16", "1e17", "123456789012345678.0", "9007199254740993.0", "9223372036854775807.0", "9223372036854775808.0",
    "-9223372036854775808.0", "-9223372036854777856.0", "18446744073709551616.0", "1e100", "1e308", "1.7976931348623157e308", "-1.7976931348623157e308", "1e309",
    "-1e309", "5e-324", "4.9406564584124654e-324", "2.2250738585072014e-308", "2.2250738585072011e-308", "1e-400", "0.30000000000000004", "1.0000000000000002"
  };
  private static final String[] TEXTS = {
    "''", "'a'", "'b'", "'c'", "'A'", "'B'", "'ab'", "'abc'", "'ABC'", "'aBc'", "'a '", "'a  '", "' a'", "'Hello'", "'hello'", "'hello world'", "'x%y'", "'x_y'",
    "'[a-c]*'", "'a*'", "'%'", "'_'", "'1'", "'2'", "' 3 '", "'10'", "'1.0'", "'1.5'", "'0x10'", "'1e3'", "'-1'", "'+5'", "'.5'", "'5.'", "'1e'", "'12abc'",
    "'9223372036854775807'", "'9223372036854775808'", "'-9223372036854775808'", "'1e400'", "'Infinity'", "'nan'", "'null'", "'NULL'", "'true'", "'it''s'", "'\"q\"'",
    "'\u00e4'", "'\u00c4'", "'\u00df'", "'\u65e5\u672c'", "'\ud83d\ude00'", "'a\ud83d\ude00b'", "'\u0301e'", "'\t'", "'line\nbreak'", "'%d %s'", "'x''y'", "'abcdefghijklmnopqrstuvwxyz'",
    "'9007199254740993'", "'-0'", "'-0.0'", "'00012'", "'1_000'"
  };
  private static final String[] BLOBS = {
    "x''", "x'00'", "x'01'", "x'61'", "x'616263'", "x'31'", "x'312e35'", "x'ff'", "x'fffe'", "x'c3a4'", "x'c3'", "x'f09f9880'", "x'eda080'", "x'0061'", "x'610062'",
    "zeroblob(3)", "x'7b2261223a317d'", "x'20312020'", "X'ABCDEF'"
  };
  /**
   * No numbers but those of JSON: a function that is given the text that another has just made takes over in SQLite the JSONB that the text was made of, where they
   * are still written as they were; see {@link MistakeGrammar} for those.
   */
  private static final String[] JSONS = {
    "'{}'", "'[]'", "'[1,2,3]'", "'{\"a\":1}'", "'{\"a\":{\"b\":[1,2,{\"c\":null}]},\"d\":\"x\"}'", "'[1,2.5,\"three\",null,true,false,[4],{\"five\":5}]'",
    "'{\"a\":1,\"a\":2}'", "'\"text\"'", "'12'", "'-1.5e3'", "'null'", "'true'", "'[[],{},[[]]]'", "'{\"x y\":1,\"\":2}'", "'\"\\u00e4\\n\\ud83d\\ude00\"'",
    "'{a:1,''b'':+2,c:5e-1,}'", "'[1,/*c*/2,]'", "'[NaN,Infinity,-Infinity]'", "'{\"a\":[10,20,30],\"b\":{\"a\":5}}'", "'[9223372036854775808,1e999]'",
    "' [ 1 , 2 ] '", "'{\"k\":\"v\"}'", "'[\"a\",\"b\"]'", "'{\"a\":\"\u65e5\u672c\"}'", "'[0,-0,1.0,1e2]'"
  };
  private static final String[] BAD_JSONS = {"'{'", "'[1,2'", "'{\"a\"}'", "'[1 2]'", "'abc'", "''", "'[1,,2]'", "'{\"a\":1}}'", "'\"\\x\"'", "'01'", "'+'"};
  private static final String[] PATHS = {
    "'$'", "'$.a'", "'$.b'", "'$[0]'", "'$[1]'", "'$[#]'", "'$[#-1]'", "'$[#-2]'", "'$.a.b'", "'$.a[1]'", "'$.a.b[2].c'", "'$.\"x y\"'", "'$.d'", "'$[7].five'",
    "'$.\"\"'", "'$[99]'", "'$.k'", "'$.x'"
  };
  private static final String[] BAD_PATHS = {"'a'", "''", "'$['", "'$.'", "'$[x]'", "'$[-1]'", "'$a'", "'$[1'", "'$.\"a'"};
  private static final String[] DATES = {
    "'2024-02-29'", "'2023-12-31 23:59:59'", "'2000-01-01T00:00:00Z'", "'1999-12-31 12:34:56.789'", "'12:30'", "'12:30:45.5'", "'2024-03-10 01:02:03+05:30'",
    "'0000-01-01'", "'9999-12-31 23:59:59.999'", "'-4713-11-24 12:00:00'", "2460000.5", "0", "1700000000", "-1", "'1700000000'", "2451545", "'2024-01-31'", "'2023-02-29'",
    "'2024-13-01'", "'2024-02-30'", "'24:00'", "'2024-1-1'", "''", "'noon'", "1e18", "5373484.5", "253402300799", "'2024-06-15 12:00:00.0005'", "'1970-01-01'"
  };
  private static final String[] MODIFIERS = {
    "'+1 day'", "'-1 month'", "'+1 month'", "'+1 year'", "'-3 days'", "'+1.5 days'", "'+90 minutes'", "'-10 seconds'", "'+2 hours'", "'start of month'", "'start of year'",
    "'start of day'", "'weekday 0'", "'weekday 3'", "'unixepoch'", "'julianday'", "'auto'", "'subsec'", "'subsecond'", "'ceiling'", "'floor'", "'+0001-02-03'",
    "'-0000-01-00 12:00:00'", "'+12:30'", "'-00:00:01.5'", "'+1 fortnight'", "'weekday 7'", "''", "'+500 years'", "'UTC'", "' +1 day'", "'+1 DAYS'", "'+1000000000 days'"
  };

  private final Randomness random;

  Literals(Randomness random) {
    this.random = random;
  }

  String integer() {
    return random.chance(70) ? Integer.toString(random.between(-3, 12)) : random.of(INTEGERS);
  }

  String real() {
    return random.chance(30) ? random.between(-20, 40) + "." + random.below(100) : random.of(REALS);
  }

  String text() {
    if (random.chance(2)) {
      return "'" + "long text \u00e9 ".repeat(random.between(1, 60)) + "'";
    }
    return random.chance(40) ? "'" + (char) ('a' + random.below(5)) + random.maybe(30, "" + random.below(10)) + "'" : random.of(TEXTS);
  }

  String blob() {
    return random.of(BLOBS);
  }

  String json() {
    return random.of(JSONS);
  }

  /** With numbers as JSON5 writes them. */
  String json5() {
    return random.of("'{a:.5,b:5.,c:+1,d:0x1F}'", "'[+.5,-0x10,0X0,+Infinity,-.5e1]'", "'[0xFFFFFFFFFFFFFFFF,-5.]'", "'.5'", "'0x7fffffffffffffff'");
  }

  String path() {
    return random.of(PATHS);
  }

  /** What JSON functions refuse. */
  String badJson() {
    return random.of(BAD_JSONS);
  }

  /** What JSON functions refuse as a path. */
  String badPath() {
    return random.of(BAD_PATHS);
  }

  String date() {
    return random.of(DATES);
  }

  String modifier() {
    return random.of(MODIFIERS);
  }

  /** A value of the kind; NULL or of another kind now and then. */
  String of(ValueKind kind) {
    if (random.chance(8)) {
      return "NULL";
    }
    return switch (random.chance(7) ? ValueKind.ANY : kind) {
      case INTEGER -> integer();
      case REAL -> random.chance(25) ? integer() : real();
      case TEXT -> text();
      case BLOB -> blob();
      case JSON -> json();
      case DATE -> date();
      case ANY -> any();
    };
  }

  private String any() {
    return switch (random.below(6)) {
      case 0, 1 -> integer();
      case 2 -> real();
      case 3 -> blob();
      default -> text();
    };
  }
}

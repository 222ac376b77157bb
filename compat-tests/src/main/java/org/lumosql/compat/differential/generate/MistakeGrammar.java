// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

/** Short statements with one mistake each: codes and messages of errors are part of what is compared, and of two mistakes it would not be known which comes first. */
final class MistakeGrammar {
  private final Grammars grammars;
  private final Randomness random;

  MistakeGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
  }

  Generated statement() {
    return Generated.query("SELECT " + mistake());
  }

  private String mistake() {
    String json = grammars.literals.json();
    String path = grammars.literals.path();
    return switch (random.below(17)) {
      case 0 -> random.of("json(", "jsonb(", "json_array_length(", "json_type(", "json_pretty(", "json_valid(", "json_error_position(") + grammars.literals.badJson() + ")";
      case 16 -> random.of("json(", "jsonb(", "hex(jsonb(", "json_pretty(", "json_type(", "(") + grammars.literals.json5() + random.of(")", "->'$.a')", "->>'$.d')", "->>'$[1]')", "->'$[0]')", ",'$.a')");
      case 1 -> random.of("json_extract(", "json_remove(", "json_array_length(", "json_type(", "jsonb_extract(") + json + "," + grammars.literals.badPath() + ")";
      case 2 -> random.of("json_set(", "json_insert(", "json_replace(", "jsonb_set(", "json_array_insert(") + json + "," + random.of(path, grammars.literals.badPath()) + random.of(",x'00')", ")", ",1,2)");
      case 3 -> random.of("json_object(", "json_array(") + random.of("1", "'a',x'00'", "'a',1,'b'", "NULL,1", "x'41',2") + ")";
      case 4 -> grammars.literals.badJson() + random.of("->", "->>") + path;
      case 5 -> "'a' LIKE 'b' ESCAPE " + random.of("'xx'", "''", "NULL", "1", "x'61'", "'\u00e4'");
      case 6 -> random.of("abs(-9223372036854775808)", "sum(9223372036854775807) FROM (VALUES(1),(2))", "-(-9223372036854775808)", "9223372036854775807+1", "-9223372036854775808/-1", "-9223372036854775808%-1");
      case 7 -> random.of("length()", "abs(1,2)", "nosuch(1)", "substr('a')", "max()", "count(1,2)", "coalesce(1)", "iif(1)", "round(1,2,3)", "likelihood(1,2)", "likelihood(1,'a')", "unknown()");
      case 8 -> random.of("nocolumn", "t.a", "main.t.a", "max(1) OVER (ORDER BY)", "abs(*)", "sum(DISTINCT 1,2)", "abs(DISTINCT 1)", "abs(1) FILTER (WHERE 1)", "row_number()", "abs(1) OVER ()");
      case 9 -> random.of("(1,2)", "(1,2)=1", "(1,2)=(1,2,3)", "1 IN (1,(2,3))", "(1,2) IN (1,2)", "(SELECT 1,2)", "1 IN (SELECT 1,2)", "(1,2) IN (SELECT 1)", "NOT (1,2)", "(1,2)+1");
      case 10 -> random.of("'a'='b' COLLATE nosuch", "CAST(1 AS)", "CASE END", "1 BETWEEN 2", "x'0'", "x'zz'", "0x", "1e", "1..2", "'abc", "$", "@", "#1", "1__0", "0x1_", "1_");
      case 11 -> random.of("ntile(0)", "nth_value(1,0)", "ntile(-1)", "nth_value(1,'a')", "lag(1,-1)") + " OVER (ORDER BY 1)";
      case 12 -> "sum(1) OVER (" + random.of("ROWS -1 PRECEDING", "RANGE 1 PRECEDING", "ORDER BY 1 RANGE 'a' PRECEDING", "ROWS BETWEEN 1 FOLLOWING AND 1 PRECEDING", "GROUPS 1 PRECEDING", "nosuch", "ROWS 1.5 PRECEDING",
          "ROWS BETWEEN UNBOUNDED FOLLOWING AND CURRENT ROW", "ORDER BY 1 RANGE -1 PRECEDING") + ")";
      case 13 -> "1 " + random.of("UNION SELECT 1,2", "ORDER BY 2", "GROUP BY 2", "ORDER BY 0", "LIMIT 'a'", "LIMIT 1.5", "LIMIT NULL", "LIMIT 1 OFFSET 'x'", "HAVING 1", "UNION SELECT 2 ORDER BY a", "FROM nosuch", "FROM main.nosuch",
          "WHERE sum(1)", "GROUP BY sum(1)", "ORDER BY 1 UNION SELECT 2", "LIMIT 1 UNION SELECT 2", "FROM (SELECT 1) JOIN (SELECT 2) USING (a)", "FROM (SELECT 1 a) NATURAL JOIN (SELECT 2 a) ON 1", "INTERSECT VALUES(1,2)");
      case 14 -> random.of("percentile(1,", "percentile_cont(1,", "percentile_disc(1,") + random.of("-1", "101", "2", "'a'", "NULL", "column1") + ") FROM (VALUES(1),(2))";
      default -> random.of("zeroblob(-1)", "printf()", "printf(NULL)", "printf('%*d',1)", "printf('%')", "char()", "unhex('zz',1)", "unistr('\\x')", "unistr('\\ud800')", "replace('a','','b')", "strftime()", "strftime(NULL,0)", "round('x','y')", "hex()",
          "zeroblob(9223372036854775807)", "length(randomblob(1))", "substr('abc',0,0)", "trim()", "json_group_object(NULL,1)", "raise(ABORT,'x')", "quote()", "instr(1)", "date(1,2,3)", "printf('%9999999999d',1)", "group_concat(DISTINCT 1,2)");
    };
  }
}

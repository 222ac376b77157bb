// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.mutate;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.differential.generate.Randomness;

/** Pieces of a script's statements, of which mutants are made. */
final class Material {
  private static final List<String> VALUES =
      List.of(
          "NULL", "0", "1", "-1", "2", "1.5", "-0.0", "1e300", "9223372036854775807", "-9223372036854775808", "0x10", "'abc'", "'1'", "''", "'1.0'", "' 2 '", "'a' || 'B'", "x'00'", "x''", "x'3132'", "true", "false",
          "rowid", "'[1,{\"a\":2}]'", "'$.a'", "(1,2)", "(SELECT 1)", "(SELECT NULL)", "(SELECT 1,2)", "*", "1 IS NULL", "count(*)", "max(1,2)", "typeof(1)", "?1");

  private static final List<String> KEYWORDS =
      List.of(
          ("( ) , . * + - / % = == < > <= >= <> != || << >> & | ~ -> ->> NULL 1 0 -1 1.5 'abc' '1' x'00' AND OR NOT IS IN LIKE GLOB BETWEEN ISNULL NOTNULL EXISTS CASE WHEN THEN ELSE END CAST AS COLLATE"
                  + " NOCASE BINARY RTRIM SELECT DISTINCT ALL FROM WHERE GROUP BY HAVING ORDER LIMIT OFFSET UNION INTERSECT EXCEPT VALUES WITH RECURSIVE JOIN LEFT RIGHT FULL INNER CROSS NATURAL OUTER ON"
                  + " USING OVER PARTITION ROWS RANGE GROUPS UNBOUNDED PRECEDING FOLLOWING CURRENT ROW FILTER WINDOW ASC DESC NULLS FIRST LAST INSERT INTO REPLACE UPDATE SET DELETE DEFAULT CONFLICT"
                  + " DO NOTHING RETURNING ABORT FAIL IGNORE ROLLBACK CREATE TABLE INDEX VIEW TRIGGER TEMP UNIQUE PRIMARY KEY CHECK REFERENCES GENERATED ALWAYS STORED STRICT WITHOUT ROWID rowid IF"
                  + " BEFORE AFTER INSTEAD OF FOR EACH BEGIN RAISE NEW OLD ALTER RENAME TO ADD DROP COLUMN CONSTRAINT INDEXED MATERIALIZED count(*) max( min( sum( abs( length( group_concat( row_number()"
                  + " lag( json_extract( substr( typeof( coalesce( iif( date( ?1 :a main temp sqlite_schema excluded true false ESCAPE REGEXP MATCH EXCLUDE TIES NO OTHERS INTEGER TEXT REAL BLOB ANY NUMERIC")
              .split(" "));

  private final List<String> words = new ArrayList<>();
  private final List<String> operands = new ArrayList<>();
  private final List<String> clauses = new ArrayList<>();
  private final List<String> queries = new ArrayList<>();

  Material(List<String> statements) {
    queries.add("SELECT 1");
    for (String statement : statements) {
      List<String> tokens = TextTokens.split(statement);
      tokens.stream().filter(token -> !TextTokens.isSpace(token)).forEach(words::add);
      Operands.of(tokens).forEach(span -> operand(span.text(tokens)));
      Clauses.of(tokens).forEach(span -> clauses.add(span.text(tokens)));
      if (StatementKind.of(statement) == StatementKind.QUERY) {
        queries.add(statement);
      }
    }
    operands.addAll(VALUES);
    clauses.add("LIMIT 1");
    clauses.add("GROUP BY 1");
  }

  private void operand(String text) {
    operands.add(text);
    if (text.startsWith("(") && TextTokens.upper(text).matches("(?s)\\(\\s*(SELECT|VALUES|WITH)\\b.*")) {
      queries.add(text.substring(1, text.length() - 1).strip());
    }
  }

  /** A token of the script, or any of the language. */
  String word(Randomness random) {
    return random.chance(50) || words.isEmpty() ? random.of(KEYWORDS) : random.of(words);
  }

  String operand(Randomness random) {
    return random.chance(20) ? random.of(VALUES) : random.of(operands);
  }

  String clause(Randomness random) {
    return random.of(clauses);
  }

  String query(Randomness random) {
    return random.of(queries);
  }
}

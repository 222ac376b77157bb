// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

import java.util.List;

/**
 * Kinds of token. Keywords have SQLite's spelling; a word that may stand for a name where the keyword is not wanted
 * says so.
 */
enum TokenKind {
  /** Behind the last token. */
  END_OF_INPUT,
  /** Text that is no token. */
  ILLEGAL,
  SEMICOLON,
  IDENTIFIER,
  /** 'text' */
  STRING,
  /** x'00' */
  BLOB,
  INTEGER,
  REAL,
  /** A number with underscores, not all of which need stand between digits. */
  SEPARATED_NUMBER,
  /** ?1, :name, … */
  VARIABLE,
  LEFT_PARENTHESIS,
  RIGHT_PARENTHESIS,
  COMMA,
  DOT,
  STAR,
  PLUS,
  MINUS,
  SLASH,
  PERCENT,
  EQUAL,
  NOT_EQUAL,
  LESS,
  LESS_EQUAL,
  GREATER,
  GREATER_EQUAL,
  SHIFT_LEFT,
  SHIFT_RIGHT,
  AMPERSAND,
  BAR,
  TILDE,
  CONCAT,
  ARROW,
  LONG_ARROW,

  ABORT(true, true),
  ACTION(true, true),
  ADD(true, false),
  AFTER(true, true),
  ALL(true, false),
  ALTER(true, false),
  ALWAYS(true, true),
  ANALYZE(true, true),
  AND(true, false),
  AS(true, false),
  ASC(true, true),
  ATTACH(true, true),
  AUTOINCREMENT(true, false),
  BEFORE(true, true),
  BEGIN(true, true),
  BETWEEN(true, false),
  BY(true, true),
  CASCADE(true, true),
  CASE(true, false),
  CAST(true, true),
  CHECK(true, false),
  COLLATE(true, false),
  COLUMN(true, true),
  COMMIT(true, false),
  CONFLICT(true, true),
  CONSTRAINT(true, false),
  CREATE(true, false),
  CROSS(true, false),
  CURRENT(true, true),
  CURRENT_DATE(true, true),
  CURRENT_TIME(true, true),
  CURRENT_TIMESTAMP(true, true),
  DATABASE(true, true),
  DEFAULT(true, false),
  DEFERRABLE(true, false),
  DEFERRED(true, true),
  DELETE(true, false),
  DESC(true, true),
  DETACH(true, true),
  DISTINCT(true, false),
  DO(true, true),
  DROP(true, false),
  EACH(true, true),
  ELSE(true, false),
  END(true, true),
  ESCAPE(true, false),
  EXCEPT(true, false),
  EXCLUDE(true, true),
  EXCLUSIVE(true, true),
  EXISTS(true, false),
  EXPLAIN(true, true),
  FAIL(true, true),
  FILTER(true, false),
  FIRST(true, true),
  FOLLOWING(true, true),
  FOR(true, true),
  FOREIGN(true, false),
  FROM(true, false),
  FULL(true, false),
  GENERATED(true, true),
  GLOB(true, true),
  GROUP(true, false),
  GROUPS(true, true),
  HAVING(true, false),
  IF(true, true),
  IGNORE(true, true),
  IMMEDIATE(true, true),
  IN(true, false),
  INDEX(true, false),
  INDEXED(true, false),
  INITIALLY(true, true),
  INNER(true, false),
  INSERT(true, false),
  INSTEAD(true, true),
  INTERSECT(true, false),
  INTO(true, false),
  IS(true, false),
  ISNULL(true, false),
  JOIN(true, false),
  KEY(true, true),
  LAST(true, true),
  LEFT(true, false),
  LIKE(true, true),
  LIMIT(true, false),
  MATCH(true, true),
  MATERIALIZED(true, true),
  NATURAL(true, false),
  NO(true, true),
  NOT(true, false),
  NOTHING(true, false),
  NOTNULL(true, false),
  NULL(true, false),
  NULLS(true, true),
  OF(true, true),
  OFFSET(true, true),
  ON(true, false),
  OR(true, false),
  ORDER(true, false),
  OTHERS(true, true),
  OUTER(true, false),
  OVER(true, false),
  PARTITION(true, true),
  PLAN(true, true),
  PRAGMA(true, true),
  PRECEDING(true, true),
  PRIMARY(true, false),
  QUERY(true, true),
  RAISE(true, true),
  RANGE(true, true),
  RECURSIVE(true, true),
  REFERENCES(true, false),
  REGEXP(true, true),
  REINDEX(true, true),
  RELEASE(true, true),
  RENAME(true, true),
  REPLACE(true, true),
  RESTRICT(true, true),
  RETURNING(true, false),
  RIGHT(true, false),
  ROLLBACK(true, true),
  ROW(true, true),
  ROWS(true, true),
  SAVEPOINT(true, true),
  SELECT(true, false),
  SET(true, false),
  TABLE(true, false),
  TEMP(true, true),
  TEMPORARY(true, true),
  THEN(true, false),
  TIES(true, true),
  TO(true, false),
  TRANSACTION(true, false),
  TRIGGER(true, true),
  UNBOUNDED(true, true),
  UNION(true, false),
  UNIQUE(true, false),
  UPDATE(true, false),
  USING(true, false),
  VACUUM(true, true),
  VALUES(true, false),
  VIEW(true, true),
  VIRTUAL(true, true),
  WHEN(true, false),
  WHERE(true, false),
  WINDOW(true, false),
  WITH(true, true),
  WITHOUT(true, true);

  private final boolean keyword;
  private final boolean identifier;
  private final boolean joinWord;
  private final boolean name;

  TokenKind() {
    this(false, false);
  }

  TokenKind(boolean keyword, boolean fallsBack) {
    this.keyword = keyword;
    this.identifier = fallsBack || name().equals("IDENTIFIER");
    this.joinWord = List.of("CROSS", "FULL", "INNER", "LEFT", "NATURAL", "OUTER", "RIGHT").contains(name());
    this.name = identifier || joinWord || name().equals("STRING") || name().equals("INDEXED");
  }

  boolean isKeyword() {
    return keyword;
  }

  /** An identifier, or a keyword that may be one here. */
  boolean isIdentifier() {
    return identifier;
  }

  boolean isIdentifierOrString() {
    return isIdentifier() || this == STRING;
  }

  /** One of the words that may stand before JOIN; all of them may be names too. */
  boolean isJoinWord() {
    return joinWord;
  }

  /** Whatever may name a schema object or a column. */
  boolean isName() {
    return name;
  }

  /** As {@link #isName()}, but not a string: what an expression may begin with. */
  boolean isNameInExpression() {
    return name && this != STRING;
  }
}

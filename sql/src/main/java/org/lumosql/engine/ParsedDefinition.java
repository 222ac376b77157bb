// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.parse.Limits;
import org.lumosql.sql.parse.ParsedStatement;

/**
 * The definition of a table or index that was compiled last. When it has run, the schema table gives its text back to be parsed, mostly unchanged: then
 * this is what it would be parsed to.
 */
final class ParsedDefinition {
  private String text;
  private Limits limits;
  private ParsedStatement parsed;

  /** Remembers a statement if it is such a definition. @param source the statement's text and nothing else */
  void remember(String source, ParsedStatement statement, Limits limitsOfLanguage) {
    if (statement.end() == source.length() && isDefinition(statement.statement())) {
      text = source;
      limits = limitsOfLanguage;
      parsed = statement;
    }
  }

  private static boolean isDefinition(Statement statement) {
    return statement instanceof Statement.CreateTable create ? create.select() == null : statement instanceof Statement.CreateIndex;
  }

  /** What a text was parsed to, or null. */
  ParsedStatement of(String source, Limits limitsOfLanguage) {
    return limits == limitsOfLanguage && source.equals(text) ? parsed : null;
  }

  void forget() {
    text = null;
    parsed = null;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.sql.ast.ColumnDefinition;
import org.lumosql.sql.ast.ColumnDefinition.ColumnConstraint;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.ForeignKeyClause;
import org.lumosql.sql.ast.IndexedColumn;
import org.lumosql.sql.ast.TableConstraint;

/**
 * Columns and constraints of CREATE TABLE and ALTER TABLE. A name given by CONSTRAINT holds until the next name,
 * column or comma.
 */
final class ConstraintParser {
  /** Types that a column of SQLite keeps as a number: they are shown in capital letters, however they were written. */
  private static final String[] STANDARD_TYPES = {"INTEGER", "TEXT", "INT", "REAL", "BLOB", "ANY"};

  private static final int LONGEST_STANDARD_TYPE = 7;

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final SelectParser selects;
  private final PrimaryParser primaries;
  private final ChangeParser changes;

  /** The name given last in the column before: the comma between columns and table constraints does not end it. */
  private String lastName;

  ConstraintParser(
      TokenStream tokens, ExpressionParser expressions, SelectParser selects, ChangeParser changes) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.selects = selects;
    this.primaries = expressions.primaries();
    this.changes = changes;
  }

  // ---- columns ----------------------------------------------------------------------------------------------------

  ColumnDefinition column() {
    int position = tokens.start();
    String name = tokens.name();
    String type = columnType();
    List<ColumnConstraint> constraints = new ArrayList<>();
    String constraintName = null;
    while (true) {
      if (tokens.take(TokenKind.CONSTRAINT)) {
        constraintName = tokens.name();
      } else if (!columnConstraint(name, constraintName, constraints)) {
        lastName = constraintName;
        return new ColumnDefinition(position, name, type, constraints, tokens.span(position));
      }
    }
  }

  /** A type that begins with a quoted word is that word. */
  private static String unquoted(String type) {
    char quote = type == null ? 0 : type.charAt(0);
    if (quote != '\'' && quote != '"' && quote != '`' && quote != '[') {
      return type;
    }
    char close = quote == '[' ? ']' : quote;
    int end = type.indexOf(close, 1);
    while (quote != '[' && end + 1 < type.length() && type.charAt(end + 1) == close) {
      end = type.indexOf(close, end + 2);
    }
    return TokenStream.unquote(type.substring(0, end + 1));
  }

  private String columnType() {
    String type = unquoted(withoutGenerated(primaries.typeName()));
    if (type != null && type.length() <= LONGEST_STANDARD_TYPE) {
      for (String standard : STANDARD_TYPES) {
        if (Ascii.equal(standard, type)) {
          return standard;
        }
      }
    }
    return type;
  }

  /** GENERATED ALWAYS reads as two more words of the type, and is no part of it. */
  private static String withoutGenerated(String type) {
    if (type == null || type.length() < "generated always".length() || !Ascii.lower(type).endsWith("always")) {
      return type;
    }
    String rest = type.substring(0, type.length() - 6).stripTrailing();
    if (!Ascii.lower(rest).endsWith("generated")) {
      return rest; // there is a comment between the two
    }
    rest = rest.substring(0, rest.length() - 9).stripTrailing();
    return rest.isEmpty() ? null : rest;
  }

  private boolean columnConstraint(String column, String name, List<ColumnConstraint> constraints) {
    switch (tokens.kind()) {
      case DEFAULT:
        constraints.add(defaultValue(name));
        return true;
      case NULL:
        tokens.advance();
        constraints.add(new ColumnDefinition.Null(name, changes.onConflict()));
        return true;
      case NOT:
        tokens.advance();
        if (tokens.at(TokenKind.DEFERRABLE)) {
          deferrable(constraints, false);
        } else {
          tokens.expect(TokenKind.NULL);
          constraints.add(new ColumnDefinition.NotNull(name, changes.onConflict()));
        }
        return true;
      case PRIMARY:
        constraints.add(primaryKey(name));
        return true;
      case UNIQUE:
        tokens.advance();
        constraints.add(new ColumnDefinition.Unique(name, changes.onConflict()));
        return true;
      case CHECK:
        constraints.add(check(name));
        return true;
      case REFERENCES:
        tokens.advance();
        constraints.add(new ColumnDefinition.References(name, references()));
        return true;
      case DEFERRABLE:
        deferrable(constraints, true);
        return true;
      case COLLATE:
        tokens.advance();
        constraints.add(new ColumnDefinition.Collation(name, tokens.identifierOrString()));
        return true;
      case GENERATED:
      case AS:
        constraints.add(generated(column, name, constraints));
        return true;
      default:
        return false;
    }
  }

  private ColumnConstraint primaryKey(String name) {
    tokens.advance();
    tokens.expect(TokenKind.KEY);
    boolean descending = selects.descending();
    ConflictAction action = changes.onConflict();
    boolean autoincrement = tokens.take(TokenKind.AUTOINCREMENT);
    return new ColumnDefinition.PrimaryKey(name, descending, action, autoincrement);
  }

  private ColumnDefinition.Check check(String name) {
    tokens.advance();
    tokens.expect(TokenKind.LEFT_PARENTHESIS);
    int from = tokens.previousEnd();
    Expression expression = expressions.parse();
    String text = firstUnquoted(tokens.trim(from, tokens.start()));
    tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    return new ColumnDefinition.Check(name, expression, text, ConflictAction.DEFAULT);
  }

  /** The text of a condition as messages show it: of one that begins with a quoted name or string, that alone, as SQLite does. */
  private static String firstUnquoted(String text) {
    char quote = text.charAt(0);
    if (quote == '[') {
      return text.substring(1, text.indexOf(']'));
    }
    if (quote != '\'' && quote != '"' && quote != '`') {
      return text;
    }
    int end = text.indexOf(quote, 1);
    while (end + 1 < text.length() && text.charAt(end + 1) == quote) {
      end = text.indexOf(quote, end + 2);
    }
    return TokenStream.unquote(text.substring(0, end + 1));
  }

  /** A literal, perhaps with a sign; a name, which is a string; or any expression in parentheses. */
  private ColumnConstraint defaultValue(String name) {
    expressions.allowHexMinimum(true);
    ColumnConstraint value = anyDefault(name);
    expressions.allowHexMinimum(false);
    return value;
  }

  private ColumnConstraint anyDefault(String name) {
    tokens.advance();
    int position = tokens.start();
    switch (tokens.kind()) {
      case LEFT_PARENTHESIS:
        tokens.advance();
        int from = tokens.previousEnd();
        Expression inner = expressions.parse();
        String text = tokens.trim(from, tokens.start());
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return new ColumnDefinition.Default(name, inner, text);
      case PLUS:
        tokens.advance();
        Expression positive =
            new Expression.Unary(position, Expression.UnaryOperator.PLUS, primaries.literal());
        return new ColumnDefinition.Default(name, positive, tokens.trim(position, tokens.previousEnd()));
      case MINUS:
        tokens.advance();
        Expression negative = expressions.negative(position, primaries.literal());
        return new ColumnDefinition.Default(name, negative, tokens.trim(position, tokens.previousEnd()));
      default:
        Expression value = PrimaryParser.isLiteral(tokens.kind()) ? primaries.literal() : nameAsValue(position);
        return new ColumnDefinition.Default(name, value, tokens.trim(position, tokens.previousEnd()));
    }
  }

  private Expression nameAsValue(int position) {
    if (!tokens.kind().isIdentifier() && !tokens.at(TokenKind.INDEXED)) {
      throw tokens.syntaxError();
    }
    String text = tokens.text();
    String word = tokens.takeName();
    if (Ascii.equal(text, "true") || Ascii.equal(text, "false")) {
      return new Expression.ColumnReference(position, null, null, word);
    }
    return new Expression.StringLiteral(position, word);
  }

  private ColumnConstraint generated(String column, String name, List<ColumnConstraint> earlier) {
    if (tokens.take(TokenKind.GENERATED)) {
      tokens.expect(TokenKind.ALWAYS);
    }
    tokens.expect(TokenKind.AS);
    tokens.expect(TokenKind.LEFT_PARENTHESIS);
    int from = tokens.previousEnd();
    Expression expression = expressions.parse();
    String text = tokens.trim(from, tokens.start());
    tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    boolean stored = false;
    if (earlier.stream().anyMatch(ColumnDefinition.Generated.class::isInstance)) {
      tokens.failNext("error in generated column \"" + column + "\"");
    }
    if (tokens.kind().isIdentifier()) {
      String kind = tokens.text();
      tokens.advance();
      stored = Ascii.equal(kind, "stored");
      if (!stored && !Ascii.equal(kind, "virtual")) {
        tokens.failNext("error in generated column \"" + column + "\"");
      }
    }
    return new ColumnDefinition.Generated(name, expression, text, stored);
  }

  // ---- foreign keys -----------------------------------------------------------------------------------------------

  private ForeignKeyClause references() {
    String table = tokens.name();
    List<String> columns = selects.columnNames();
    ForeignKeyClause.Action onDelete = ForeignKeyClause.Action.NO_ACTION;
    ForeignKeyClause.Action onUpdate = ForeignKeyClause.Action.NO_ACTION;
    String match = null;
    while (true) {
      if (tokens.take(TokenKind.MATCH)) {
        match = tokens.name();
      } else if (tokens.take(TokenKind.ON)) {
        if (tokens.take(TokenKind.DELETE)) {
          onDelete = foreignKeyAction();
        } else if (tokens.take(TokenKind.UPDATE)) {
          onUpdate = foreignKeyAction();
        } else {
          tokens.expect(TokenKind.INSERT);
          foreignKeyAction();
        }
      } else {
        return new ForeignKeyClause(table, columns, onDelete, onUpdate, match, false, false);
      }
    }
  }

  private ForeignKeyClause.Action foreignKeyAction() {
    if (tokens.take(TokenKind.SET)) {
      if (tokens.take(TokenKind.NULL)) {
        return ForeignKeyClause.Action.SET_NULL;
      }
      tokens.expect(TokenKind.DEFAULT);
      return ForeignKeyClause.Action.SET_DEFAULT;
    }
    if (tokens.take(TokenKind.CASCADE)) {
      return ForeignKeyClause.Action.CASCADE;
    }
    if (tokens.take(TokenKind.RESTRICT)) {
      return ForeignKeyClause.Action.RESTRICT;
    }
    tokens.expect(TokenKind.NO);
    tokens.expect(TokenKind.ACTION);
    return ForeignKeyClause.Action.NO_ACTION;
  }

  /** [NOT] DEFERRABLE belongs to the last REFERENCES before it, if any. */
  private void deferrable(List<ColumnConstraint> constraints, boolean deferrable) {
    tokens.expect(TokenKind.DEFERRABLE);
    boolean deferred = initiallyDeferred();
    for (int i = constraints.size() - 1; i >= 0; i--) {
      if (constraints.get(i) instanceof ColumnDefinition.References references) {
        ForeignKeyClause clause = withDeferral(references.clause(), deferrable, deferred);
        constraints.set(i, new ColumnDefinition.References(references.name(), clause));
        return;
      }
    }
  }

  private static ForeignKeyClause withDeferral(ForeignKeyClause clause, boolean deferrable, boolean deferred) {
    return new ForeignKeyClause(
        clause.table(),
        clause.columns(),
        clause.onDelete(),
        clause.onUpdate(),
        clause.match(),
        deferrable,
        deferrable && deferred);
  }

  private boolean initiallyDeferred() {
    if (!tokens.take(TokenKind.INITIALLY)) {
      return false;
    }
    if (tokens.take(TokenKind.DEFERRED)) {
      return true;
    }
    tokens.expect(TokenKind.IMMEDIATE);
    return false;
  }

  // ---- tables -----------------------------------------------------------------------------------------------------

  /** Constraints behind the columns; commas between them may be left out. */
  List<TableConstraint> tableConstraints() {
    List<TableConstraint> constraints = new ArrayList<>();
    String name = lastName;
    while (true) {
      if (tokens.take(TokenKind.CONSTRAINT)) {
        name = tokens.name();
      } else if (isConstraintStart()) {
        constraints.add(tableConstraint(name));
      } else {
        throw tokens.syntaxError();
      }
      if (tokens.take(TokenKind.COMMA)) {
        name = null;
      } else if (!tokens.at(TokenKind.CONSTRAINT) && !isConstraintStart()) {
        return constraints;
      }
    }
  }

  boolean isConstraintStart() {
    switch (tokens.kind()) {
      case PRIMARY:
      case UNIQUE:
      case CHECK:
      case FOREIGN:
        return true;
      default:
        return false;
    }
  }

  private TableConstraint tableConstraint(String name) {
    switch (tokens.kind()) {
      case PRIMARY:
        return tablePrimaryKey(name);
      case UNIQUE:
        tokens.advance();
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        List<IndexedColumn> columns = changes.indexedColumns();
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        ConflictAction action = changes.onConflict();
        changes.refuseNulls();
        return new TableConstraint.Unique(name, columns, action);
      case CHECK:
        return tableCheck(name);
      default:
        return foreignKey(name);
    }
  }

  TableConstraint.Check tableCheck(String name) {
    ColumnDefinition.Check check = check(name);
    return new TableConstraint.Check(name, check.expression(), check.text(), changes.onConflict());
  }

  private TableConstraint tablePrimaryKey(String name) {
    tokens.advance();
    tokens.expect(TokenKind.KEY);
    tokens.expect(TokenKind.LEFT_PARENTHESIS);
    List<IndexedColumn> columns = changes.indexedColumns();
    boolean autoincrement = tokens.take(TokenKind.AUTOINCREMENT);
    tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    ConflictAction action = changes.onConflict();
    changes.refuseNulls();
    return new TableConstraint.PrimaryKey(name, columns, autoincrement, action);
  }

  private TableConstraint foreignKey(String name) {
    tokens.expect(TokenKind.FOREIGN);
    tokens.expect(TokenKind.KEY);
    if (!tokens.at(TokenKind.LEFT_PARENTHESIS)) {
      throw tokens.syntaxError();
    }
    List<String> columns = selects.columnNames();
    tokens.expect(TokenKind.REFERENCES);
    ForeignKeyClause clause = references();
    boolean negated = tokens.at(TokenKind.NOT, TokenKind.DEFERRABLE) && tokens.take(TokenKind.NOT);
    if (tokens.take(TokenKind.DEFERRABLE)) {
      clause = withDeferral(clause, !negated, initiallyDeferred());
    }
    return new TableConstraint.ForeignKey(name, columns, clause);
  }
}

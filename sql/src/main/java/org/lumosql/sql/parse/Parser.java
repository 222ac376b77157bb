// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

import org.lumosql.error.DeepStack;
import org.lumosql.sql.ast.ColumnDefinition;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.QualifiedName;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.ast.With;

/**
 * Parses one statement of a script: the entry point of this package. Errors are {@link
 * org.lumosql.sql.SqlException}s.
 */
public final class Parser {
  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final SelectParser selects;
  private final ChangeParser changes;

  private Parser(String sql, int from, Limits limits) {
    this(new TokenStream(sql, from, limits));
  }

  private Parser(TokenStream tokens) {
    this.tokens = tokens;
    expressions = new ExpressionParser(tokens);
    selects = new SelectParser(tokens, expressions);
    expressions.connect(selects);
    changes = new ChangeParser(tokens, selects);
  }

  private DefinitionParser definitions() {
    return new DefinitionParser(tokens, expressions, selects, changes);
  }

  /**
   * Parses the first statement at or behind an offset; semicolons before it are skipped.
   *
   * @throws org.lumosql.sql.SqlException if it is wrong
   */
  public static ParsedStatement parse(String sql, int from, Limits limits) {
    return DeepStack.run(() -> new Parser(new TokenStream(sql, from, limits)).statementAndTail());
  }

  /** Parses the first statement of a text whose tokens were found already; the scan is told what depends on literals. */
  public static ParsedStatement parse(TokenScan scan, Limits limits) {
    return DeepStack.run(() -> new Parser(new TokenStream(scan, limits)).statementAndTail());
  }

  public static ParsedStatement parse(String sql) {
    return parse(sql, 0, Limits.DEFAULT);
  }

  /** Parses text that is one expression and nothing else. */
  public static Expression parseExpression(String sql, Limits limits) {
    return DeepStack.run(
        () -> {
          Parser parser = new Parser(sql, 0, limits);
          Expression expression = parser.expressions.parse();
          parser.requireEnd();
          return expression;
        });
  }

  /** Parses the definition of a column and nothing else. */
  public static ColumnDefinition parseColumn(String sql, Limits limits) {
    Parser parser = new Parser(sql, 0, limits);
    ColumnDefinition column =
        new ConstraintParser(parser.tokens, parser.expressions, parser.selects, parser.changes).column();
    parser.requireEnd();
    return column;
  }

  private void requireEnd() {
    if (!tokens.at(TokenKind.END_OF_INPUT)) {
      throw tokens.syntaxError();
    }
    tokens.finish();
  }

  private ParsedStatement statementAndTail() {
    while (tokens.take(TokenKind.SEMICOLON)) {
      // nothing stands before it
    }
    if (tokens.at(TokenKind.END_OF_INPUT)) {
      return new ParsedStatement(null, tokens.sql().length(), tokens.parameters(), false);
    }
    Statement statement = tokens.at(TokenKind.EXPLAIN) ? explain() : statement();
    if (!tokens.at(TokenKind.END_OF_INPUT)) {
      tokens.expect(TokenKind.SEMICOLON);
    }
    tokens.finish();
    return new ParsedStatement(statement, tokens.previousEnd(), tokens.parameters(), DeepStack.isHere());
  }

  private Statement explain() {
    tokens.expect(TokenKind.EXPLAIN);
    boolean queryPlan = tokens.take(TokenKind.QUERY);
    if (queryPlan) {
      tokens.expect(TokenKind.PLAN);
    }
    return new Statement.Explain(queryPlan, statement());
  }

  private Statement statement() {
    switch (tokens.kind()) {
      case SELECT:
      case VALUES:
        return new Statement.Query(selects.select());
      case WITH:
        return withStatement();
      case INSERT:
      case REPLACE:
        return changes.insert(null, false);
      case UPDATE:
        return changes.update(null, false);
      case DELETE:
        return changes.delete(null, false);
      case CREATE:
        return definitions().create();
      case DROP:
        return definitions().drop();
      case ALTER:
        return definitions().alter();
      default:
        return utility();
    }
  }

  private Statement withStatement() {
    int position = tokens.start();
    With with = selects.with();
    switch (tokens.kind()) {
      case INSERT:
      case REPLACE:
        return changes.insert(with, false);
      case UPDATE:
        return changes.update(with, false);
      case DELETE:
        return changes.delete(with, false);
      default:
        Select select = selects.select(position, with);
        return new Statement.Query(select);
    }
  }

  private Statement utility() {
    TokenKind kind = tokens.kind();
    switch (kind) {
      case BEGIN:
        tokens.advance();
        return begin();
      case COMMIT:
      case END:
        tokens.advance();
        transactionName();
        return new Statement.Commit();
      case ROLLBACK:
        tokens.advance();
        return rollback();
      case SAVEPOINT:
        tokens.advance();
        return new Statement.Savepoint(tokens.name());
      case RELEASE:
        tokens.advance();
        tokens.take(TokenKind.SAVEPOINT);
        return new Statement.Release(tokens.name());
      case PRAGMA:
        return pragma();
      case VACUUM:
        tokens.advance();
        return vacuum();
      case ATTACH:
        tokens.advance();
        return attach();
      case DETACH:
        tokens.advance();
        tokens.take(TokenKind.DATABASE);
        return new Statement.Detach(expressions.parse());
      case ANALYZE:
        tokens.advance();
        return new Statement.Analyze(optionalName());
      case REINDEX:
        tokens.advance();
        return new Statement.Reindex(optionalName());
      default:
        throw tokens.syntaxError();
    }
  }

  private QualifiedName optionalName() {
    return tokens.kind().isName() ? changes.qualifiedName() : null;
  }

  // ---- transactions -----------------------------------------------------------------------------------------------

  private void transactionName() {
    if (tokens.take(TokenKind.TRANSACTION) && tokens.kind().isName()) {
      tokens.advance();
    }
  }

  private Statement begin() {
    Statement.TransactionKind kind = Statement.TransactionKind.DEFERRED;
    if (tokens.take(TokenKind.IMMEDIATE)) {
      kind = Statement.TransactionKind.IMMEDIATE;
    } else if (tokens.take(TokenKind.EXCLUSIVE)) {
      kind = Statement.TransactionKind.EXCLUSIVE;
    } else {
      tokens.take(TokenKind.DEFERRED);
    }
    transactionName();
    return new Statement.Begin(kind);
  }

  private Statement rollback() {
    transactionName();
    if (!tokens.take(TokenKind.TO)) {
      return new Statement.Rollback(null);
    }
    tokens.take(TokenKind.SAVEPOINT);
    return new Statement.Rollback(tokens.name());
  }

  // ---- the rest ---------------------------------------------------------------------------------------------------

  private Statement pragma() {
    tokens.advance();
    int position = tokens.start();
    String schema = null;
    String name = tokens.name();
    if (tokens.take(TokenKind.DOT)) {
      schema = name;
      name = tokens.name();
    }
    if (tokens.take(TokenKind.EQUAL)) {
      boolean isNumber = isNumber();
      return new Statement.Pragma(position, schema, name, pragmaValue(), isNumber, false);
    }
    if (tokens.take(TokenKind.LEFT_PARENTHESIS)) {
      boolean isNumber = isNumber();
      String value = pragmaValue();
      tokens.expect(TokenKind.RIGHT_PARENTHESIS);
      return new Statement.Pragma(position, schema, name, value, isNumber, true);
    }
    return new Statement.Pragma(position, schema, name, null, false, false);
  }

  private boolean isNumber() {
    return tokens.at(TokenKind.INTEGER) || tokens.at(TokenKind.REAL) || tokens.at(TokenKind.MINUS) || tokens.at(TokenKind.PLUS);
  }

  private String pragmaValue() {
    switch (tokens.kind()) {
      case MINUS:
        tokens.advance();
        return "-" + number();
      case PLUS:
        tokens.advance();
        return number();
      case INTEGER:
      case REAL:
        return number();
      case ON:
      case DELETE:
      case DEFAULT:
        return tokens.takeName();
      default:
        return tokens.name();
    }
  }

  private String number() {
    if (!tokens.at(TokenKind.INTEGER) && !tokens.at(TokenKind.REAL)) {
      throw tokens.syntaxError();
    }
    return tokens.takeName();
  }

  private Statement vacuum() {
    int position = tokens.start();
    String schema = tokens.kind().isName() ? tokens.takeName() : null;
    Expression into = tokens.take(TokenKind.INTO) ? expressions.parse() : null;
    return new Statement.Vacuum(position, schema, into);
  }

  private Statement attach() {
    tokens.take(TokenKind.DATABASE);
    Expression file = expressions.parse();
    tokens.expect(TokenKind.AS);
    Expression schema = expressions.parse();
    Expression key = tokens.take(TokenKind.KEY) ? expressions.parse() : null;
    return new Statement.Attach(file, schema, key);
  }
}

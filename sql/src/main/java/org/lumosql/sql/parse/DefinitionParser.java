// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ColumnDefinition;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.IndexedColumn;
import org.lumosql.sql.ast.QualifiedName;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.ast.TableConstraint;

/**
 * CREATE, DROP and ALTER.
 *
 * <p>The text of a definition, which goes into the schema table, begins at the object's own name: what stands before
 * it is put in
 * canonical form. Where the text ends depends on the kind of object, as it does in SQLite, whose files these rows
 * must equal.
 */
final class DefinitionParser {
  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final SelectParser selects;
  private final ChangeParser changes;
  private final ConstraintParser constraints;

  DefinitionParser(
      TokenStream tokens, ExpressionParser expressions, SelectParser selects, ChangeParser changes) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.selects = selects;
    this.changes = changes;
    this.constraints = new ConstraintParser(tokens, expressions, selects, changes);
  }

  // ---- CREATE -----------------------------------------------------------------------------------------------------

  Statement create() {
    tokens.expect(TokenKind.CREATE);
    boolean temporary = tokens.take(TokenKind.TEMP) || tokens.take(TokenKind.TEMPORARY);
    switch (tokens.kind()) {
      case TABLE:
        tokens.advance();
        return createTable(temporary);
      case VIEW:
        tokens.advance();
        return createView(temporary);
      case TRIGGER:
        tokens.advance();
        return createTrigger(temporary);
      case VIRTUAL:
        refuse(temporary);
        tokens.advance();
        tokens.expect(TokenKind.TABLE);
        return createVirtualTable();
      case UNIQUE:
        refuse(temporary);
        tokens.advance();
        tokens.expect(TokenKind.INDEX);
        return createIndex(true);
      case INDEX:
        refuse(temporary);
        tokens.advance();
        return createIndex(false);
      default:
        throw tokens.syntaxError();
    }
  }

  private void refuse(boolean temporary) {
    if (temporary) {
      throw tokens.syntaxError();
    }
  }

  private boolean ifNotExists() {
    if (!tokens.take(TokenKind.IF)) {
      return false;
    }
    tokens.expect(TokenKind.NOT);
    tokens.expect(TokenKind.EXISTS);
    return true;
  }

  /** Where the name itself begins, behind the schema. */
  private int nameStart() {
    return tokens.peek(1) == TokenKind.DOT ? tokens.startOf(2) : tokens.start();
  }

  private String textTo(int from, int end) {
    return tokens.sql().substring(from, end);
  }

  private Statement createTable(boolean temporary) {
    boolean ifNotExists = ifNotExists();
    int nameStart = nameStart();
    QualifiedName name = changes.qualifiedName();
    if (tokens.take(TokenKind.AS)) {
      Select select = selects.select();
      String sql = "CREATE TABLE " + tokens.trim(nameStart, tokens.previousEnd());
      return new Statement.CreateTable(
          temporary, ifNotExists, name, List.of(), List.of(), false, false, select, sql);
    }
    tokens.expect(TokenKind.LEFT_PARENTHESIS);
    List<ColumnDefinition> columns = new ArrayList<>();
    List<TableConstraint> tableConstraints = List.of();
    columns.add(constraints.column());
    while (tokens.take(TokenKind.COMMA)) {
      if (tokens.at(TokenKind.CONSTRAINT) || constraints.isConstraintStart()) {
        tableConstraints = constraints.tableConstraints();
        break;
      }
      columns.add(constraints.column());
    }
    tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    int end = tokens.previousEnd();
    TableOptions options = tableOptions();
    if (options.any) {
      end = tokens.start();
    }
    return new Statement.CreateTable(
        temporary,
        ifNotExists,
        name,
        columns,
        tableConstraints,
        options.withoutRowid,
        options.strict,
        null,
        "CREATE TABLE " + textTo(nameStart, end));
  }

  private record TableOptions(boolean any, boolean withoutRowid, boolean strict) {}

  private TableOptions tableOptions() {
    boolean withoutRowid = false;
    boolean strict = false;
    // SQLite takes a comma in front of the first one, too
    boolean any = tokens.take(TokenKind.COMMA) || tokens.at(TokenKind.WITHOUT) || tokens.kind().isName();
    if (any) {
      do {
        boolean without = tokens.take(TokenKind.WITHOUT);
        String text = tokens.text();
        tokens.name();
        if (without && Ascii.equal(text, "rowid")) {
          withoutRowid = true;
        } else if (!without && Ascii.equal(text, "strict")) {
          strict = true;
        } else {
          tokens.failNext("unknown table option: " + text);
        }
      } while (tokens.take(TokenKind.COMMA));
    }
    return new TableOptions(any, withoutRowid, strict);
  }

  private Statement createIndex(boolean unique) {
    boolean ifNotExists = ifNotExists();
    int nameStart = nameStart();
    QualifiedName name = changes.qualifiedName();
    tokens.expect(TokenKind.ON);
    String table = tokens.name();
    tokens.expect(TokenKind.LEFT_PARENTHESIS);
    List<IndexedColumn> columns = changes.indexedColumns();
    tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    Expression where = selects.where();
    changes.refuseNulls();
    String sql = (unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ") + textTo(nameStart, tokens.start());
    return new Statement.CreateIndex(unique, ifNotExists, name, table, columns, where, sql);
  }

  private Statement createView(boolean temporary) {
    boolean ifNotExists = ifNotExists();
    int nameStart = nameStart();
    QualifiedName name = changes.qualifiedName();
    List<String> columns = selects.columnNames();
    tokens.expect(TokenKind.AS);
    Select select = selects.select();
    String sql = "CREATE VIEW " + tokens.span(nameStart);
    return new Statement.CreateView(temporary, ifNotExists, name, columns, select, sql);
  }

  private Statement createVirtualTable() {
    boolean ifNotExists = ifNotExists();
    int nameStart = nameStart();
    QualifiedName name = changes.qualifiedName();
    tokens.expect(TokenKind.USING);
    String module = tokens.name();
    List<String> arguments = new ArrayList<>();
    if (tokens.take(TokenKind.LEFT_PARENTHESIS)) {
      moduleArguments(arguments);
    }
    String sql = "CREATE VIRTUAL TABLE " + tokens.trim(nameStart, tokens.previousEnd());
    return new Statement.CreateVirtualTable(ifNotExists, name, module, arguments, sql);
  }

  /** Any tokens at all, split at commas outside of parentheses. */
  private void moduleArguments(List<String> arguments) {
    int nesting = 0;
    int from = tokens.start();
    while (true) {
      switch (tokens.kind()) {
        case END_OF_INPUT:
          throw tokens.syntaxError();
        case LEFT_PARENTHESIS:
          nesting++;
          break;
        case RIGHT_PARENTHESIS:
          nesting--;
          break;
        default:
          break;
      }
      boolean closes = nesting < 0;
      if (closes || nesting == 0 && tokens.at(TokenKind.COMMA)) {
        String argument = from >= tokens.start() ? "" : tokens.trim(from, tokens.previousEnd());
        if (!closes || !argument.isEmpty() || !arguments.isEmpty()) {
          arguments.add(argument);
        }
        tokens.advance();
        if (closes) {
          return;
        }
        from = tokens.start();
      } else {
        tokens.advance();
      }
    }
  }

  // ---- triggers ---------------------------------------------------------------------------------------------------

  private Statement createTrigger(boolean temporary) {
    boolean ifNotExists = ifNotExists();
    int nameStart = nameStart();
    QualifiedName name = changes.qualifiedName();
    Statement.TriggerTime time = triggerTime();
    Statement.TriggerEvent event = triggerEvent();
    List<String> updateOf = List.of();
    if (event == Statement.TriggerEvent.UPDATE && tokens.take(TokenKind.OF)) {
      updateOf = tokens.names();
    }
    tokens.expect(TokenKind.ON);
    QualifiedName table = changes.qualifiedName();
    if (tokens.take(TokenKind.FOR)) {
      tokens.expect(TokenKind.EACH);
      tokens.expect(TokenKind.ROW);
    }
    Expression when = tokens.take(TokenKind.WHEN) ? expressions.parse() : null;
    tokens.expect(TokenKind.BEGIN);
    List<Statement> body = triggerBody(temporary || Ascii.equal("temp", name.schema()));
    String sql = "CREATE TRIGGER " + textTo(nameStart, tokens.previousEnd());
    return new Statement.CreateTrigger(
        temporary, ifNotExists, name, time, event, updateOf, table, when, body, changes.hasQualifiedTarget(), sql);
  }

  private List<Statement> triggerBody(boolean isTemporary) {
    List<Statement> body = new ArrayList<>();
    boolean isQualified = false;
    try {
      do {
        body.add(triggerStep());
        changes.endTriggerStep();
        tokens.expect(TokenKind.SEMICOLON);
        isQualified = changes.hasQualifiedTarget();
      } while (!tokens.at(TokenKind.END));
      tokens.expect(TokenKind.END);
    } catch (SqlException later) {
      // the compiler says so of what can be parsed, for it knows whether the table is a temporary one, and the trigger with it
      throw isQualified && !isTemporary ? new SqlException(Statement.CreateTrigger.QUALIFIED_TARGET) : later;
    }
    return body;
  }

  private Statement.TriggerTime triggerTime() {
    if (tokens.take(TokenKind.INSTEAD)) {
      tokens.expect(TokenKind.OF);
      return Statement.TriggerTime.INSTEAD_OF;
    }
    if (tokens.take(TokenKind.AFTER)) {
      return Statement.TriggerTime.AFTER;
    }
    tokens.take(TokenKind.BEFORE);
    return Statement.TriggerTime.BEFORE;
  }

  private Statement.TriggerEvent triggerEvent() {
    switch (tokens.kind()) {
      case DELETE:
      case INSERT:
      case UPDATE:
        Statement.TriggerEvent event = Statement.TriggerEvent.valueOf(tokens.kind().name());
        tokens.advance();
        return event;
      default:
        throw tokens.syntaxError();
    }
  }

  private Statement triggerStep() {
    switch (tokens.kind()) {
      case UPDATE:
        return changes.update(null, true);
      case INSERT:
      case REPLACE:
        return changes.insert(null, true);
      case DELETE:
        return changes.delete(null, true);
      case SELECT:
      case VALUES:
      case WITH:
        return new Statement.Query(selects.select());
      default:
        throw tokens.syntaxError();
    }
  }

  // ---- DROP -------------------------------------------------------------------------------------------------------

  Statement drop() {
    tokens.expect(TokenKind.DROP);
    Statement.ObjectKind kind;
    switch (tokens.kind()) {
      case TABLE:
      case INDEX:
      case VIEW:
      case TRIGGER:
        kind = Statement.ObjectKind.valueOf(tokens.kind().name());
        tokens.advance();
        break;
      default:
        throw tokens.syntaxError();
    }
    boolean ifExists = tokens.take(TokenKind.IF);
    if (ifExists) {
      tokens.expect(TokenKind.EXISTS);
    }
    return new Statement.Drop(kind, ifExists, changes.qualifiedName());
  }

  // ---- ALTER ------------------------------------------------------------------------------------------------------

  Statement alter() {
    tokens.expect(TokenKind.ALTER);
    tokens.expect(TokenKind.TABLE);
    QualifiedName table = changes.qualifiedName();
    switch (tokens.kind()) {
      case RENAME:
        tokens.advance();
        return rename(table);
      case ADD:
        tokens.advance();
        return add(table);
      case DROP:
        tokens.advance();
        return dropPart(table);
      case ALTER:
        tokens.advance();
        return alterColumn(table);
      default:
        throw tokens.syntaxError();
    }
  }

  private Statement rename(QualifiedName table) {
    if (tokens.take(TokenKind.TO)) {
      return new Statement.RenameTable(table, tokens.name());
    }
    tokens.take(TokenKind.COLUMN);
    int columnPosition = tokens.start();
    String column = tokens.name();
    tokens.expect(TokenKind.TO);
    int last = tokens.sql().length() - 1;
    boolean quoted = !Tokenizer.isIdentifierPart(tokens.sql().charAt(Math.min(tokens.start(), last)));
    return new Statement.RenameColumn(table, columnPosition, column, tokens.name(), quoted);
  }

  private Statement add(QualifiedName table) {
    int position = tokens.start();
    if (tokens.take(TokenKind.CONSTRAINT)) {
      String name = tokens.name();
      if (!tokens.at(TokenKind.CHECK)) {
        throw tokens.syntaxError();
      }
      return addCheck(table, name, position);
    }
    if (tokens.at(TokenKind.CHECK)) {
      return addCheck(table, null, position);
    }
    tokens.take(TokenKind.COLUMN);
    return new Statement.AddColumn(table, constraints.column());
  }

  private Statement addCheck(QualifiedName table, String name, int position) {
    TableConstraint.Check check = constraints.tableCheck(name);
    return new Statement.AddConstraint(table, check, tokens.spanWithoutLineComments(position));
  }

  private Statement dropPart(QualifiedName table) {
    if (tokens.take(TokenKind.CONSTRAINT)) {
      return new Statement.DropConstraint(table, tokens.name());
    }
    tokens.take(TokenKind.COLUMN);
    int columnPosition = tokens.start();
    return new Statement.DropColumn(table, columnPosition, tokens.name());
  }

  private Statement alterColumn(QualifiedName table) {
    tokens.take(TokenKind.COLUMN);
    int columnPosition = tokens.start();
    String column = tokens.name();
    if (tokens.take(TokenKind.DROP)) {
      tokens.expect(TokenKind.NOT);
      tokens.expect(TokenKind.NULL);
      return new Statement.DropNotNull(table, column);
    }
    tokens.expect(TokenKind.SET);
    int position = tokens.start();
    tokens.expect(TokenKind.NOT);
    tokens.expect(TokenKind.NULL);
    ConflictAction action = changes.onConflict();
    return new Statement.SetNotNull(table, column, action, tokens.spanWithoutLineComments(position));
  }
}

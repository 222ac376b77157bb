// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.schema.Authority;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.change.Environment;

/** The entry for CREATE, DROP, ALTER, REINDEX and ANALYZE. */
public final class DefinitionCompiler {
  private DefinitionCompiler() {}

  /** Emits the statement's code. */
  public static void compile(CompileContext context, Statement statement) {
    Environment environment = new Environment(context);
    Authority authority = environment.databases().authority();
    if (authority == null) {
      compile(environment, statement, null);
      return;
    }
    boolean hasQuery = statement instanceof Statement.CreateTable create && create.select() != null;
    if (hasQuery) {
      if (new DefinitionPermissions(environment, authority).permit(statement)) {
        compile(environment, statement, authority);
      }
      return;
    }
    authority.suspend();
    try {
      if (new DefinitionPermissions(environment, authority).permit(statement)) {
        compile(environment, statement, authority);
      }
    } finally {
      authority.resume();
    }
  }

  private static void compile(Environment environment, Statement statement, Authority authority) {
    environment.context().needStatementSavepoint();
    if (statement instanceof Statement.CreateTable create) {
      new TableCreator(environment, create).compile();
    } else if (statement instanceof Statement.CreateIndex create) {
      new IndexCreator(environment, create).compile();
    } else if (statement instanceof Statement.CreateView create) {
      new ViewCreator(environment, create).compile();
    } else if (statement instanceof Statement.CreateTrigger create) {
      new TriggerCreator(environment, create).compile();
    } else if (statement instanceof Statement.CreateVirtualTable create) {
      new VirtualTableCreator(environment, create).compile();
    } else if (statement instanceof Statement.Drop drop) {
      new Dropper(environment, drop).compile();
    } else if (statement instanceof Statement.Reindex reindex) {
      new Reindexer(environment, reindex, authority).compile();
    } else if (statement instanceof Statement.Analyze analyze) {
      new Analyzer(environment, analyze, authority).compile();
    } else {
      new TableAlterer(environment).compile(statement);
    }
  }
}

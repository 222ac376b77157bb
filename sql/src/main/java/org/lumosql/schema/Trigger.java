// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.schema;

import org.lumosql.sql.ast.Statement;

/**
 * A trigger.
 *
 * @param database the database that holds the trigger
 * @param table name of its table
 * @param tableDatabase the database of the table (a TEMP trigger may be on a table of another)
 */
public record Trigger(
    int database, String name, String table, int tableDatabase, Statement.CreateTrigger definition, String sql) {}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * The Java API and what holds a connection together: attached databases, catalogue, transactions, statements.
 *
 * <p>Start with {@link org.lumosql.engine.Connection} and {@link org.lumosql.engine.Statement}; inside, {@code Session} is the connection as the
 * virtual machine and the compiler see it. Imports everything below; nothing below imports it.
 *
 * <p>Threads: a connection and its statements are used by one thread at a time; {@link org.lumosql.engine.Connection#interrupt()} may be called from
 * any.
 */
package org.lumosql.engine;

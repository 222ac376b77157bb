// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * One database and many at a time: {@link org.lumosql.compat.sharing.Sharing} has processes and threads of this engine, and of C SQLite, that write;
 * {@link org.lumosql.compat.sharing.Snapshots} readers beside a writer.
 */
package org.lumosql.compat.sharing;

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors

/**
 * The write-ahead log and its index in shared memory (https://sqlite.org/walformat.html, https://sqlite.org/wal.html),
 * live together with C SQLite in other processes.
 *
 * <p>Start with {@link org.lumosql.backend.file.wal.WriteAheadLog}, all that the pager sees. Below it, from the bytes
 * up:
 *
 * <ul>
 *   <li>{@code WalChecksum}, {@code WalFile}: headers, frames and checksums of the {@code -wal} file.
 *   <li>{@code WalIndexHeader}, {@code WalIndex}: the {@code -shm} file, a hash table from page number to frame.
 *   <li>{@code WalLocks}: the eight lock slots. {@code LogState}: what one connection knows and holds.
 *   <li>{@code WalRecovery}, {@code SnapshotReader}, {@code FrameWriter}, {@code Checkpointer}: the four things that
 *       are done with it.
 * </ul>
 *
 * <p>Imports {@code vfs}. A log is used by one thread at a time, as the connection that it belongs to. First priority:
 * no interleaving of processes, and no lie in either file, ever gives a reader a page of another snapshot; second:
 * finding a frame allocates nothing.
 */
package org.lumosql.backend.file.wal;

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors

/**
 * Files, locks and shared memory: everything the native backend asks of the operating system.
 *
 * <p>Start with {@link org.lumosql.backend.file.vfs.Vfs} and {@link org.lumosql.backend.file.vfs.VfsFile}, the
 * contract; {@link org.lumosql.backend.file.vfs.LocalVfs} is the local file system. Three facts about the JVM shape it:
 *
 * <ol>
 *   <li>An interrupt closes a {@code FileChannel} in the middle of read, write, force, map or truncate. All I/O
 *       therefore goes through {@code RandomAccessFile}, whose calls ignore interrupts; channels are used for {@code
 *       tryLock}, which ignores them too, and mapping runs on a thread that nobody can interrupt.
 *   <li>On POSIX systems closing any descriptor of a file drops all locks that the process holds on it. {@code
 *       FileRegistry} knows every database file open in the JVM; descriptors are closed when the last lock on the file
 *       is gone.
 *   <li>File locks belong to the JVM, not to a connection. {@code DatabaseLocks} and {@code SharedMemoryFile} keep
 *       tables of who holds what inside the JVM, above the one lock that the operating system sees.
 * </ol>
 *
 * <p>Imports nothing of the other packages of the backend. Thread-safe where the types say so.
 */
package org.lumosql.backend.file.vfs;

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

/**
 * A point in a write transaction to which the log can be rolled back.
 *
 * @param frame the last frame then
 * @param checksum the cumulative checksum up to it
 * @param checkpointSequence counts the restarts of the log, which void frame and checksum
 */
public record WalPosition(int frame, long checksum, int checkpointSequence) {}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

/**
 * What {@code PRAGMA wal_checkpoint} reports.
 *
 * @param busy whether a reader or writer kept it from finishing
 * @param logFrames frames in the log, −1 if not in WAL mode
 * @param checkpointedFrames frames copied into the database, −1 if not in WAL mode
 */
public record CheckpointResult(boolean busy, int logFrames, int checkpointedFrames) {}

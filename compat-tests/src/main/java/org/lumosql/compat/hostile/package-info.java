// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** Damaged files and failing disks: a clean SQLite error at worst. */
package org.lumosql.compat.hostile;

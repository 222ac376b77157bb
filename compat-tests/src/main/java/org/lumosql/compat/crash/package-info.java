// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** Power losses, killed processes and failing disks: what was committed stays, and nothing else. */
package org.lumosql.compat.crash;

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * The frameworks that people use, real releases of each, on this driver beside sqlite-jdbc. {@link org.lumosql.frameworks.Scenario} compares what
 * both do; tests without it show what works here and not there.
 */
package org.lumosql.frameworks;

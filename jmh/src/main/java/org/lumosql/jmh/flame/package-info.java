// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Flame graphs of what a benchmark does: {@link org.lumosql.jmh.flame.FlameCommand} records it with Java's own flight recorder,
 * {@link org.lumosql.jmh.flame.FlameTree} adds the stacks up, {@link org.lumosql.jmh.flame.FlameGraph} draws them as SVG without scripts.
 */
package org.lumosql.jmh.flame;

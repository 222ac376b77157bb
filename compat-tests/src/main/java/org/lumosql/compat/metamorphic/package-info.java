// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Random tests that need no second engine: an engine is asked the same in two ways, and must answer the same. A {@link org.lumosql.compat.metamorphic.Relation}
 * is such a pair of ways; {@link org.lumosql.compat.metamorphic.MetamorphicRun} asks about random schemas and data.
 */
package org.lumosql.compat.metamorphic;

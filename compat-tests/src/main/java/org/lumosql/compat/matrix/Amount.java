// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.nio.file.Path;

/**
 * How much is run.
 *
 * @param shared the folder with the corpora: {@code sqllogictest}, {@code sqltest}, {@code databases}
 * @param golden the folder of golden files
 * @param fraction of the sqllogictest scripts, above 0 to 1
 * @param statements of the differential tester, and questions of the metamorphic one
 * @param seed of what is random
 */
record Amount(Path shared, Path golden, double fraction, long statements, long seed) {}

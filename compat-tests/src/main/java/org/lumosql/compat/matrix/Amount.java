// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.nio.file.Path;

/**
 * How much is run.
 *
 * @param shared the folder with the corpora: {@code sqllogictest}, {@code sqltest}, {@code databases}
 * @param golden the folder of golden files
 * @param scripts the part of the sqllogictest scripts, above 0 to 1
 * @param files the part of the golden files and of Turso's, above 0 to 1
 * @param statements of the differential tester, and questions of the metamorphic one; the numbers of the other random testers go with it
 * @param seed of what is random
 */
public record Amount(Path shared, Path golden, double scripts, double files, long statements, long seed) {
  /** Of a random tester whose cases cost as much as so many statements; at least one. */
  long casesOf(long statementsOfEach) {
    return Math.max(1, statements / statementsOfEach);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.run;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a corpus is run.
 *
 * @param workers processes at a time, from 1
 * @param recordLimit how long a record may take before its worker is ended
 * @param scriptLimit how long a script may take
 * @param folder for databases and what workers leave; those of scripts that failed stay in it
 */
public record RunOptions(int workers, Duration recordLimit, Duration scriptLimit, Path folder) {}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.run;

import java.io.Serializable;
import java.util.Set;

/**
 * A script to be run by a worker.
 *
 * @param file where the database goes if it is one on a file; the worker deletes it unless something failed
 * @param leftOut lines of records that are not run, because they ended a worker before
 * @param isRecorded whether the answer is a script with the engine's own answers rather than a result
 */
record Job(Script script, Target target, String file, Set<Integer> leftOut, boolean isRecorded) implements Serializable {}

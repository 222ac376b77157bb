// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Runs a corpus of scripts on any number of engines: {@link org.lumosql.compat.run.Scripts} finds and samples them, a
 * {@link org.lumosql.compat.run.Target} is an engine to run them on, {@link org.lumosql.compat.run.CorpusRun} hands them to
 * {@link org.lumosql.compat.run.WorkerProcess worker processes}, so that an engine that hangs or takes its process with it costs one record and not
 * the run.
 */
package org.lumosql.compat.run;

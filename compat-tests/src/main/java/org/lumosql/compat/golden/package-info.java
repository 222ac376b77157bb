// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Golden files: statements with the answers of C SQLite, run on our engine over every backend.
 *
 * <p>A file is text, made of paragraphs that empty lines separate ({@link org.lumosql.compat.golden.GoldenFile} describes it).
 * {@link org.lumosql.compat.golden.GoldenParser} reads it, {@link org.lumosql.compat.golden.GoldenRunner} runs it in a
 * {@link org.lumosql.compat.golden.GoldenSession}, of which there is one for our engine and one for C SQLite, and
 * {@link org.lumosql.compat.golden.GoldenRecorder} writes C SQLite's answers into it. Where our engine runs is a line in
 * {@link org.lumosql.compat.golden.GoldenBackend}. Start there, or with {@link org.lumosql.compat.golden.GoldenMain}.
 */
package org.lumosql.compat.golden;

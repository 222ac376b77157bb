// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

import java.util.List;

/**
 * What a check of trees found.
 *
 * @param messages as {@link Btree#integrityCheck} gives them
 * @param entries how many rows or keys each of the trees has, as far as its pages can be read; empty if they were not counted
 */
public record IntegrityReport(List<String> messages, List<Long> entries) {}

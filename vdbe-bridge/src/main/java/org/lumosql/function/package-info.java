// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * SQL functions. To add a built-in one: a method in the class of its family, one line in that family's registration,
 * one golden file.
 *
 * <p>Start with {@link org.lumosql.function.FunctionRegistry} and {@link org.lumosql.function.ScalarFunction}. Imports
 * {@code org.lumosql.value}, {@code org.lumosql.record}, {@code org.lumosql.error}. Functions see text as UTF-8
 * whatever the database's encoding: the machine converts.
 */
package org.lumosql.function;

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * A document whose figures are made anew by one command: {@link org.lumosql.jmh.figures.MeasuredDocument} finds the places and the commands that stand with them,
 * {@link org.lumosql.jmh.figures.FiguresCommand} runs each and puts what it prints into its place.
 */
package org.lumosql.jmh.figures;

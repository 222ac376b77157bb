// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** What is written of a run of a corpus: text, CSV, JUnit's XML, one HTML page. {@link org.lumosql.compat.report.Summary} adds up what they show. */
package org.lumosql.compat.report;

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * What the compatibility runner and the benchmark tool have in common: {@link org.lumosql.harness.Driver the other databases} that ours is compared
 * with, {@link org.lumosql.harness.MavenArtifacts their releases by number}, {@link org.lumosql.harness.JavaCommand processes} with a class path of
 * their own, and {@link org.lumosql.harness.HtmlPage pages} of results. It knows none of our engines and needs nothing but the JDK.
 */
package org.lumosql.harness;

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.lumosql.bench.targets.TargetName;

/** Where the classes of a target are. */
public interface ClassPaths {
  /** The class path of its process. @throws IOException if its release or commit cannot be had */
  List<String> of(TargetName target) throws IOException, InterruptedException;

  /** What Maven finds, and builds of other commits, which are kept in a folder. */
  static ClassPaths resolved(Path commits) {
    return new ResolvedClassPaths(new CommitBuilds(commits));
  }
}

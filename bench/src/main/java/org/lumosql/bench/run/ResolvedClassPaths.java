// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lumosql.bench.targets.Option;
import org.lumosql.bench.targets.TargetName;
import org.lumosql.harness.MavenArtifacts;

/** Resolves class paths with Maven: the worker, then the engine in its version, then what else ours is made of. */
final class ResolvedClassPaths implements ClassPaths {
  private final CommitBuilds builds;
  private final Map<String, List<String>> artefacts = new HashMap<>();

  ResolvedClassPaths(CommitBuilds builds) {
    this.builds = builds;
  }

  @Override
  public List<String> of(TargetName target) throws IOException, InterruptedException {
    Set<String> path = new LinkedHashSet<>();
    path.add(place(Worker.class));
    if (target.engine().hasVersions()) {
      String jar = jarHere(target);
      path.addAll(jar != null ? List.of(jar) : artefact(target.engine().artefact() + ":" + target.engine().artefactVersion(target.version())));
    }
    if (target.engine().isOurs()) {
      String commit = target.option(Option.COMMIT);
      path.addAll(commit.equals(Option.COMMIT.defaultValue()) ? here() : builds.classPath(commit));
    }
    return new ArrayList<>(path);
  }

  /** The engine's jar, if what is here has it in this version, and so all that it needs; null if not. */
  private static String jarHere(TargetName target) {
    if (!target.engine().isOurs() || !target.option(Option.COMMIT).equals(Option.COMMIT.defaultValue())) {
      return null;
    }
    String artefact = target.engine().artefact();
    String jar = File.separator + artefact.substring(artefact.indexOf(':') + 1) + "-" + target.version() + ".jar";
    return here().stream().filter(entry -> entry.endsWith(jar)).findFirst().orElse(null);
  }

  private List<String> artefact(String coordinates) throws IOException, InterruptedException {
    List<String> jars = artefacts.get(coordinates);
    if (jars == null) {
      jars = MavenArtifacts.classPath(coordinates);
      artefacts.put(coordinates, jars);
    }
    return jars;
  }

  /** The class path of this process. */
  private static List<String> here() {
    return Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
  }

  private static String place(Class<?> type) throws IOException {
    try {
      Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.exists(place)) {
        throw new IOException("no such class path: " + place);
      }
      return place.toString();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}

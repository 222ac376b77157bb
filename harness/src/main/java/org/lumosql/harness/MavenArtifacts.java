// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.harness;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Jars of Maven artefacts and of what they depend on, at the place where Maven keeps them. {@code mvn} must be on the path: its settings (mirrors,
 * proxies, credentials) hold here too.
 */
public final class MavenArtifacts {
  private static final String ERROR = "[ERROR] ";

  private MavenArtifacts() {}

  /**
   * The class path of an artefact.
   *
   * @param coordinates {@code group:artefact:version}; a version that was not released, such as {@code 3.46}, stands for the last release that begins so
   * @throws IOException if there is no Maven or it does not find the artefact; the message has what Maven says
   */
  public static List<String> classPath(String coordinates) throws IOException, InterruptedException {
    String[] parts = coordinates.split(":");
    if (parts.length != 3) {
      throw new IOException("not group:artefact:version: " + coordinates);
    }
    try {
      return resolved(coordinates, parts);
    } catch (IOException e) {
      if (!parts[2].matches("\\d{1,9}([.]\\d{1,9}){0,2}")) {
        throw e;
      }
      try {
        return resolved(coordinates, new String[] {parts[0], parts[1], releasesOf(parts[2])});
      } catch (IOException none) {
        throw e;
      }
    }
  }

  /** Maven's range of all versions that begin so: {@code [3.46,3.47-alpha)}, for what precedes a release sorts before it. */
  private static String releasesOf(String beginning) {
    int last = beginning.lastIndexOf('.') + 1;
    return "[" + beginning + "," + beginning.substring(0, last) + (Integer.parseInt(beginning.substring(last)) + 1) + "-alpha)";
  }

  private static List<String> resolved(String coordinates, String[] parts) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("lumosql-artefact");
    Path pom = folder.resolve("pom.xml");
    Path output = folder.resolve("classpath");
    Path log = folder.resolve("log");
    try {
      Files.writeString(pom, pom(parts));
      Process maven =
          new ProcessBuilder("mvn", "-B", "-q", "-ntp", "-f", pom.toString(), "dependency:build-classpath", "-Dmdep.outputFile=" + output)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      maven.getOutputStream().close();
      if (maven.waitFor() != 0) {
        throw new IOException("Maven does not resolve " + coordinates + ": " + firstLine(Files.readString(log, StandardCharsets.UTF_8)));
      }
      return List.of(Files.readString(output).strip().split(File.pathSeparator));
    } finally {
      for (Path file : List.of(pom, output, log, folder)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** What went wrong; colours may stand before the mark. */
  private static String firstLine(String text) {
    return text.lines()
        .filter(line -> line.contains(ERROR))
        .map(line -> line.substring(line.indexOf(ERROR) + ERROR.length()))
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse(text.strip());
  }

  private static String pom(String[] parts) {
    return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>org.lumosql</groupId>
          <artifactId>resolved</artifactId>
          <version>1</version>
          <dependencies>
            <dependency>
              <groupId>%s</groupId>
              <artifactId>%s</artifactId>
              <version>%s</version>
            </dependency>
          </dependencies>
        </project>
        """
        .formatted((Object[]) parts);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a native image must be told lies in each jar under {@code META-INF/native-image}: classes that are made by reflection, services, resources, proxies. This holds it against the
 * sources; no image is built here. The backends over engines of others are left out: their libraries make such metadata of their own, or do not run in an image.
 */
class NativeImageTest {
  private static final List<String> MODULES = List.of("btree-api", "backend-native", "vdbe-bridge", "sql", "jdbc", "jdbc-sqlite", "crypto", "shell");

  /** What finds things by name, which the compiler of an image cannot see. */
  private static final Pattern BY_NAME =
      Pattern.compile("Class\\.forName\\(|\\.getMethod\\(|\\.getDeclared\\w+\\(|\\.getFields\\(|\\.getConstructors?\\(|newProxyInstance\\(|\\.getResource(AsStream)?\\(|loadLibrary\\(");

  /** Where that is done, and why it is no problem. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "OpcodeTable.java", "vdbe-bridge names Opcode with its public fields",
          "LumoPooledConnection.java", "jdbc names the proxy of Connection",
          "LumoDriver.java", ":resource: URLs name resources of the application, which must tell of them",
          "HelpCommand.java", "shell names help.txt");

  private static Path resources(String module) {
    return Path.of("..", module, "src", "main", "resources");
  }

  private static List<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String metadata(String module, String name) throws IOException {
    Path file = resources(module).resolve(Path.of("META-INF", "native-image", "org.lumosql", "lumosql-" + module, name));
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private static List<String> all(String json, String key) {
    Matcher matcher = Pattern.compile('"' + key + "\": \"([^\"]*)\"").matcher(json);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void everyNamedClassIsThereAndCanBeMade() throws Exception {
    int classes = 0;
    for (String module : MODULES) {
      String reflection = metadata(module, "reflect-config.json");
      for (String name : all(reflection, "name")) {
        if (!name.equals("<init>")) {
          classes++;
          Class<?> named = Class.forName(name);
          String entry = reflection.lines().filter(line -> line.contains('"' + name + '"')).findFirst().orElseThrow();
          if (entry.contains("<init>")) {
            assertThat(named.getConstructor()).isNotNull();
          }
        }
      }
    }
    assertThat(classes).isGreaterThan(8);
  }

  @Test
  void everyServiceIsNamed() throws Exception {
    Map<String, String> missing = new LinkedHashMap<>();
    int services = 0;
    for (String module : MODULES) {
      for (Path file : files(resources(module).resolve(Path.of("META-INF", "services")))) {
        for (String provider : Files.readAllLines(file)) {
          services++;
          String owner = module.equals("jdbc-sqlite") ? "jdbc" : module; // it has nothing but that file
          if (!all(metadata(owner, "reflect-config.json"), "name").contains(provider.strip())) {
            missing.put(provider, module);
          }
        }
      }
    }
    assertThat(services).isGreaterThan(4);
    assertThat(missing).isEmpty();
  }

  @Test
  void everyResourceIsNamed() throws Exception {
    List<String> missing = new ArrayList<>();
    for (String module : MODULES) {
      List<String> patterns = all(metadata(module.equals("jdbc-sqlite") ? "jdbc" : module, "resource-config.json"), "pattern");
      for (Path file : files(resources(module))) {
        String name = resources(module).relativize(file).toString().replace('\\', '/');
        boolean isNamed = patterns.stream().anyMatch(pattern -> name.matches(pattern.replace("\\\\", "\\")));
        if (!isNamed && !name.startsWith("META-INF/native-image/")) {
          missing.add(module + ": " + name);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void whatIsFoundByNameIsKnown() throws Exception {
    TreeSet<String> found = new TreeSet<>();
    for (String module : MODULES) {
      for (Path file : files(Path.of("..", module, "src", "main", "java"))) {
        boolean isComment = false;
        for (String line : Files.readAllLines(file)) {
          isComment = line.strip().startsWith("*") || line.strip().startsWith("//");
          if (!isComment && BY_NAME.matcher(line).find()) {
            found.add(file.getFileName().toString());
          }
        }
      }
    }
    assertThat(found).isEqualTo(new TreeSet<>(KNOWN.keySet()));
    assertThat(metadata("jdbc", "proxy-config.json")).contains("[\"java.sql.Connection\"]");
    assertThat(metadata("vdbe-bridge", "reflect-config.json")).contains("\"org.lumosql.vdbe.Opcode\", \"allPublicFields\": true");
  }

  @Test
  void theMetadataIsWellFormed() throws IOException, SQLException {
    int files = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql::memory:");
        Statement statement = connection.createStatement()) {
      for (String module : MODULES) {
        for (Path file : files(resources(module).resolve(Path.of("META-INF", "native-image")))) {
          files++;
          try (ResultSet valid = statement.executeQuery("SELECT json_valid('" + Files.readString(file).replace("'", "''") + "')")) {
            valid.next();
            assertThat(valid.getInt(1)).as(file.toString()).isEqualTo(1);
          }
        }
      }
    }
    assertThat(files).isGreaterThan(7);
  }
}

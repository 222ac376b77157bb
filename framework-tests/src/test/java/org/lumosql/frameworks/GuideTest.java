// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.common.arguments.K2JVMCompilerArguments;
import org.jetbrains.kotlin.cli.common.messages.MessageRenderer;
import org.jetbrains.kotlin.cli.common.messages.PrintingMessageCollector;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.jetbrains.kotlin.config.Services;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guides compiles and runs: what is not an import or a class is the body of a method. */
class GuideTest {
  private static final List<String> GUIDES =
      List.of("start.md", "choosing-a-backend.md", "migrating-from-h2.md", "migrating-from-sqlite-jdbc.md");

  private static final Pattern BLOCK = Pattern.compile("^```(java|kotlin|sql)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern IMPORT = Pattern.compile("^import .*\n", Pattern.MULTILINE);
  private static final Pattern CLASS = Pattern.compile("^(@Entity.*\n)?class .*?^}\n", Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\n(.*?)^}</pre>", Pattern.DOTALL | Pattern.MULTILINE);
  private static final String ENGINE_IMPORTS = "import org.lumosql.engine.*;\nimport org.lumosql.function.*;\n";

  @TempDir Path directory;

  @TestFactory
  List<DynamicTest> codeRuns() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (String guide : GUIDES) {
      Matcher blocks = BLOCK.matcher(Files.readString(Path.of("..", "docs", guide)));
      while (blocks.find()) {
        String language = blocks.group(1);
        String code = blocks.group(2);
        int number = tests.size();
        tests.add(DynamicTest.dynamicTest(guide + " " + language + " " + number, () -> run(language, code, number)));
      }
    }
    String javadoc = Files.readString(Path.of("..", "sql", "src", "main", "java", "org", "lumosql", "engine", "package-info.java"));
    Matcher examples = EXAMPLE.matcher(javadoc.replaceAll("(?m)^ \\* ?", ""));
    while (examples.find()) {
      int number = tests.size();
      String code = ENGINE_IMPORTS + examples.group(1);
      tests.add(DynamicTest.dynamicTest("Javadoc of org.lumosql.engine " + number, () -> run("java", code, number)));
    }
    assertThat(tests).hasSizeGreaterThan(16);
    return tests;
  }

  private void run(String language, String code, int number) throws Exception {
    Path folder = Files.createDirectories(directory.resolve("block" + number));
    String local = code.replaceAll("\\b(app|copy)\\.db", folder.toString().replace('\\', '/') + "/$1.db");
    switch (language) {
      case "sql" -> runSql(local);
      case "java" -> {
        compileJava(folder, local);
        invoke(folder);
      }
      default -> {
        compileKotlin(folder, local);
        invoke(folder);
      }
    }
  }

  private static void runSql(String script) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql::memory:");
        Statement statement = connection.createStatement()) {
      for (String sql : script.split(";\n")) {
        statement.execute(sql);
      }
    }
  }

  private static void compileJava(Path folder, String code) throws Exception {
    StringBuilder source = new StringBuilder();
    Matcher imports = IMPORT.matcher(code);
    while (imports.find()) {
      source.append(imports.group());
    }
    source.append("public class Block {\n");
    String rest = IMPORT.matcher(code).replaceAll("");
    Matcher classes = CLASS.matcher(rest);
    while (classes.find()) {
      source.append(classes.group().replaceFirst("(?m)^class ", "static class "));
    }
    source.append("public static void run() throws Exception {\n").append(CLASS.matcher(rest).replaceAll("")).append("}}\n");
    Path file = Files.writeString(folder.resolve("Block.java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    java.io.ByteArrayOutputStream errors = new java.io.ByteArrayOutputStream();
    int result =
        compiler.run(
            null, null, errors, "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder.toString(), file.toString());
    assertThat(result).as(errors + "\n" + source).isZero();
  }

  private static void compileKotlin(Path folder, String code) throws Exception {
    StringBuilder source = new StringBuilder("@file:JvmName(\"Block\")\n");
    Matcher imports = IMPORT.matcher(code);
    while (imports.find()) {
      source.append(imports.group());
    }
    source.append("fun run() {\n").append(IMPORT.matcher(code).replaceAll("")).append("}\n");
    Path file = Files.writeString(folder.resolve("Block.kt"), source);
    K2JVMCompilerArguments arguments = new K2JVMCompilerArguments();
    arguments.setFreeArgs(List.of(file.toString()));
    arguments.setDestination(folder.toString());
    arguments.setClasspath(System.getProperty("java.class.path"));
    arguments.setNoStdlib(true);
    arguments.setNoReflect(true);
    java.io.ByteArrayOutputStream errors = new java.io.ByteArrayOutputStream();
    ExitCode result =
        new K2JVMCompiler()
            .exec(
                new PrintingMessageCollector(
                    new java.io.PrintStream(errors, true, java.nio.charset.StandardCharsets.UTF_8), MessageRenderer.PLAIN_FULL_PATHS, false),
                Services.EMPTY,
                arguments);
    assertThat(result).as(errors.toString(java.nio.charset.StandardCharsets.UTF_8)).isEqualTo(ExitCode.OK);
  }

  private static void invoke(Path folder) throws Exception {
    ClassLoader parent = GuideTest.class.getClassLoader();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, parent)) {
      thread.setContextClassLoader(loader);
      loader.loadClass("Block").getMethod("run").invoke(null);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.harness;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command line of a Java process. */
public final class JavaCommand {
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  /** From this release on native code and off-heap memory want an option, or warn. */
  private static final int ASKS_FOR_NATIVE_ACCESS = 24;

  private JavaCommand() {}

  /** The Java that this process runs on. */
  public static String current() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The feature release of a Java ({@code …/bin/java}), by the file that comes with it; this process's own if there is none. */
  public static int release(String java) {
    Matcher matcher = VERSION.matcher(releaseFile(java));
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : Runtime.version().feature();
  }

  /** A Java by its release and who made it, as the file beside it says: {@code Java 25 (25.0.1+8-LTS, Eclipse Adoptium)}. */
  public static String description(String java) {
    String text = releaseFile(java);
    return "Java " + release(java) + " (" + value(text, "JAVA_RUNTIME_VERSION", System.getProperty("java.runtime.version")) + ", "
        + value(text, "IMPLEMENTOR", System.getProperty("java.vendor")) + ")";
  }

  private static String value(String text, String key, String otherwise) {
    Matcher matcher = Pattern.compile("^" + key + "=\"(.*)\"$", Pattern.MULTILINE).matcher(text);
    return matcher.find() ? matcher.group(1) : otherwise;
  }

  /** Empty if there is none. */
  private static String releaseFile(String java) {
    try {
      return Files.readString(Path.of(java).toAbsolutePath().toRealPath().getParent().getParent().resolve("release"));
    } catch (IOException e) {
      return "";
    }
  }

  /** Java, its options and the class path: jars to look into first, then those of this process. */
  public static List<String> with(String java, List<String> firstJars) {
    List<String> classPath = new ArrayList<>(firstJars);
    classPath.add(System.getProperty("java.class.path"));
    return of(java, List.of("-XX:+UseSerialGC", "-Xss4m"), classPath);
  }

  /** Java with these options and this class path, and what it needs for engines of native code. */
  public static List<String> of(String java, List<String> options, List<String> classPath) {
    List<String> command = new ArrayList<>();
    command.add(java);
    command.addAll(options);
    if (release(java) >= ASKS_FOR_NATIVE_ACCESS) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-cp");
    command.add(String.join(File.pathSeparator, classPath));
    return command;
  }
}

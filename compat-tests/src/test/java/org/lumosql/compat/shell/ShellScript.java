// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lumosql.shell.Main;

/**
 * A session of the shell: what is typed, perhaps after a line {@code -- arguments: …} with the arguments of the command line, which is typed too. Beside
 * {@code name.sql} lies {@code name.out}, what the {@code sqlite3} shell printed: the output, the errors behind a line {@code ---- errors}, and the exit
 * status. Files to read are those of the folder {@code files}.
 */
record ShellScript(String name, byte[] input, List<String> arguments) {
  /** The release of the {@code sqlite3} shell that the outputs were recorded with. */
  static final String RECORDED_WITH = "3.40.1";

  private static final String ARGUMENTS = "-- arguments: ";
  private static final int SECONDS = 60;

  /** The scripts of a folder, by name. */
  static List<ShellScript> all(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted(Comparator.naturalOrder()).map(ShellScript::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ShellScript read(Path file) {
    try {
      byte[] input = Files.readAllBytes(file);
      String text = new String(input, StandardCharsets.UTF_8);
      List<String> arguments =
          text.startsWith(ARGUMENTS) ? split(text.substring(ARGUMENTS.length(), text.indexOf('\n'))) : List.of();
      String name = file.getFileName().toString();
      return new ShellScript(name.substring(0, name.length() - ".sql".length()), input, arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Words, or texts in double quotes, where a backslash takes the next character as it is. */
  private static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        word.append(line.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
        any = true;
      } else if (c == ' ' && !quoted) {
        if (any) {
          words.add(word.toString());
        }
        word.setLength(0);
        any = false;
      } else {
        word.append(c);
        any = true;
      }
    }
    if (any) {
      words.add(word.toString());
    }
    return words;
  }

  /** Puts the files that scripts read into a directory. */
  static Path prepare(Path folder, Path directory) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("files"))) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve(file.getFileName().toString()));
      }
    }
    return directory;
  }

  /** Runs it with ours, in this process. */
  byte[] run(Path directory) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Main.run(arguments.toArray(new String[0]), new ByteArrayInputStream(input), out, err, directory);
    return transcript(out.toByteArray(), err.toByteArray(), status, directory);
  }

  /** Runs it with the {@code sqlite3} shell that is on the path. */
  byte[] runReference(Path directory) throws IOException, InterruptedException {
    Path in = Files.write(directory.resolveSibling("in.sql"), input);
    Path out = directory.resolveSibling("out.txt");
    Path err = directory.resolveSibling("err.txt");
    List<String> command = new ArrayList<>(List.of("sqlite3"));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("sqlite3 does not end");
    }
    byte[] errors = new String(Files.readAllBytes(err), StandardCharsets.ISO_8859_1).replaceFirst("^sqlite3: ", "lumosql: ").getBytes(StandardCharsets.ISO_8859_1);
    return transcript(Files.readAllBytes(out), errors, process.exitValue(), directory);
  }

  private static byte[] transcript(byte[] out, byte[] err, int status, Path directory) {
    String text =
        new String(out, StandardCharsets.ISO_8859_1)
            + "---- errors\n"
            + new String(err, StandardCharsets.ISO_8859_1)
            + "---- status "
            + status
            + "\n";
    return text.replace(directory.toAbsolutePath().toString(), "DIRECTORY").getBytes(StandardCharsets.ISO_8859_1);
  }
}

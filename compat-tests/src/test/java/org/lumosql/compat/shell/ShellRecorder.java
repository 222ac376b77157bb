// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.lumosql.compat.support.ScratchFolder;

/**
 * {@code ShellRecorder record|compare FOLDER [PART OF A NAME]}: runs the scripts of a folder with the {@code sqlite3} shell and writes what it prints beside
 * them, or shows which of them ours runs differently from what is recorded there.
 */
final class ShellRecorder {
  private ShellRecorder() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean records = arguments[0].equals("record");
    Path folder = Path.of(arguments[1]);
    String part = arguments.length > 2 ? arguments[2] : "";
    int different = 0;
    int count = 0;
    for (ShellScript script : ShellScript.all(folder)) {
      if (!script.name().contains(part)) {
        continue;
      }
      count++;
      Path scratch = Files.createTempDirectory("shell");
      Path directory = ShellScript.prepare(folder, Files.createDirectory(scratch.resolve("d")));
      Path recorded = folder.resolve(script.name() + ".out");
      if (records) {
        Files.write(recorded, script.runReference(directory));
      } else {
        byte[] ours = script.run(directory);
        if (!Arrays.equals(Files.readAllBytes(recorded), ours)) {
          different++;
          System.out.println("==== " + script.name());
          Path shown = Files.write(scratch.resolve("ours.txt"), ours);
          new ProcessBuilder("diff", "-a", recorded.toString(), shown.toString()).inheritIO().start().waitFor();
        }
      }
      ScratchFolder.delete(scratch);
    }
    System.out.println(count + " scripts" + (records ? " recorded" : ", " + different + " different"));
  }
}

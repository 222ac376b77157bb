// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** HotSpot never compiles a method with more than 8,000 bytes of bytecode: there must be none. Reads the class files themselves. */
class MethodSizeTest {
  private static final int LIMIT = 8_000;

  @Test
  void noMethodIsTooLargeToBeCompiled() throws IOException {
    TreeMap<String, Integer> tooLarge = new TreeMap<>();
    int methods = 0;
    for (String module : List.of(
        "btree-api", "backend-native", "backend-lmdb", "backend-bdb", "backend-rocksdb", "vdbe-bridge", "sql", "jdbc", "shell")) {
      Path classes = Path.of("..", module, "target", "classes");
      try (Stream<Path> files = Files.walk(classes)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
          methods += new ClassFile(file).collect(tooLarge);
        }
      }
    }
    assertThat(methods).as("methods seen").isGreaterThan(1_000);
    assertThat(tooLarge).isEmpty();
  }

  /** Just enough of the class file format (JVM specification, chapter 4) to find the length of each method's code. */
  private static final class ClassFile {
    private final Path file;
    private String[] texts;

    ClassFile(Path file) {
      this.file = file;
    }

    int collect(TreeMap<String, Integer> tooLarge) throws IOException {
      try (InputStream stream = Files.newInputStream(file);
          DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(stream))) {
        in.skipNBytes(8);
        readConstants(in);
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        skipMembers(in);
        int methods = in.readUnsignedShort();
        for (int i = 0; i < methods; i++) {
          in.skipNBytes(2);
          String name = texts[in.readUnsignedShort()];
          in.skipNBytes(2);
          int length = codeLength(in);
          if (length > LIMIT) {
            tooLarge.put(file.getFileName() + "#" + name, length);
          }
        }
        return methods;
      }
    }

    private int codeLength(DataInputStream in) throws IOException {
      int length = 0;
      int attributes = in.readUnsignedShort();
      for (int i = 0; i < attributes; i++) {
        String name = texts[in.readUnsignedShort()];
        int size = in.readInt();
        if (name.equals("Code")) {
          in.skipNBytes(4);
          length = in.readInt();
          in.skipNBytes(size - 8L);
        } else {
          in.skipNBytes(size);
        }
      }
      return length;
    }

    private void skipMembers(DataInputStream in) throws IOException {
      int members = in.readUnsignedShort();
      for (int i = 0; i < members; i++) {
        in.skipNBytes(6);
        int attributes = in.readUnsignedShort();
        for (int j = 0; j < attributes; j++) {
          in.skipNBytes(2);
          in.skipNBytes(in.readInt());
        }
      }
    }

    private void readConstants(DataInputStream in) throws IOException {
      int count = in.readUnsignedShort();
      texts = new String[count];
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts[i] = in.readUTF();
          case 5, 6 -> {
            in.skipNBytes(8);
            i++;
          }
          case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
          case 15 -> in.skipNBytes(3);
          default -> in.skipNBytes(4);
        }
      }
    }
  }
}

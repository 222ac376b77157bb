// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** HotSpot never compiles a method above 8,000 bytes of bytecode: reads the class files and looks for such methods. */
class BytecodeSizeTest {
  private static final int LIMIT = 8000;
  private static final Path CLASSES = Path.of("target", "classes");

  @Test
  void noMethodIsTooLargeToBeCompiled() throws IOException {
    List<String> tooLarge = new ArrayList<>();
    int[] methods = new int[1];
    try (Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : (Iterable<Path>) files.filter(path -> path.toString().endsWith(".class"))::iterator) {
        new ClassFile(Files.readAllBytes(file)).methods((name, size) -> {
          methods[0]++;
          if (size > LIMIT) {
            tooLarge.add(CLASSES.relativize(file) + " " + name + ": " + size + " bytes");
          }
        });
      }
    }
    assertThat(methods[0]).as("methods read").isGreaterThan(100);
    assertThat(tooLarge).isEmpty();
  }

  private interface MethodVisitor {
    void method(String name, int codeSize);
  }

  /** As much of the class file format as finding the Code attributes takes (JVMS chapter 4). */
  private static final class ClassFile {
    private final DataInputStream in;
    private String[] texts;

    ClassFile(byte[] bytes) {
      in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    void methods(MethodVisitor visitor) throws IOException {
      in.skipNBytes(8);
      readConstants();
      in.skipNBytes(6);
      in.skipNBytes(2L * in.readUnsignedShort());
      members((name, size) -> {}); // fields
      members(visitor);
    }

    private void readConstants() throws IOException {
      int count = in.readUnsignedShort();
      texts = new String[count];
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts[i] = in.readUTF();
          case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
          case 5, 6 -> {
            in.skipNBytes(8);
            i++;
          }
          case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
          case 15 -> in.skipNBytes(3);
          default -> throw new IOException("constant of tag " + tag);
        }
      }
    }

    private void members(MethodVisitor visitor) throws IOException {
      int count = in.readUnsignedShort();
      for (int i = 0; i < count; i++) {
        in.skipNBytes(2);
        String name = texts[in.readUnsignedShort()];
        in.skipNBytes(2);
        int attributes = in.readUnsignedShort();
        for (int a = 0; a < attributes; a++) {
          String attribute = texts[in.readUnsignedShort()];
          byte[] contents = new byte[in.readInt()];
          in.readFully(contents);
          if (attribute.equals("Code")) {
            visitor.method(name, new DataInputStream(new ByteArrayInputStream(contents, 4, 4)).readInt());
          }
        }
      }
    }
  }
}

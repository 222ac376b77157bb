// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/howto quotes is in the source: each block of Java names its file in the first line. */
class HowtoDocumentTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK = Pattern.compile("```java\n// (\\S+)\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyQuotedBlockIsInItsFile() throws Exception {
    String page = Files.readString(ROOT.resolve("docs/howto/add-backend.md"));
    Matcher blocks = BLOCK.matcher(page);
    int count = 0;
    while (blocks.find()) {
      assertThat(Files.readString(ROOT.resolve(blocks.group(1)))).as(blocks.group(1)).contains(blocks.group(2));
      count++;
    }
    assertThat(count).isEqualTo(page.split("```java", -1).length - 1).isGreaterThan(5);
  }

  @Test
  void everyClassThatIsNamedIsThere() throws Exception {
    String page = Files.readString(ROOT.resolve("docs/howto/add-backend.md"));
    Matcher names = Pattern.compile("`([A-Z]\\w+)`").matcher(page);
    while (names.find()) {
      String file = names.group(1) + ".java";
      try (var files = Files.walk(ROOT)) {
        assertThat(files.anyMatch(path -> path.endsWith(file))).as(file).isTrue();
      }
    }
  }
}

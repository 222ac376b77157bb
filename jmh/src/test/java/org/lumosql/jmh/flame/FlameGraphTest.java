// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.flame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FlameGraphTest {
  @TempDir Path directory;

  private static FlameTree tree() {
    FlameTree tree = new FlameTree("all");
    for (int i = 0; i < 3; i++) {
      tree.add("org.lumosql.jmh.Main.run", "org.lumosql.vdbe.exec.Interpreter.loop", "org.lumosql.backend.file.tree.TreeCursor.next");
    }
    tree.add("org.lumosql.jmh.Main.run", "java.util.List.<init>");
    return tree;
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void methodsAreAsWideAsTheirSamples() throws Exception {
    NodeList groups = parsed(new FlameGraph(tree(), "a <title>").svg()).getElementsByTagName("g");
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < groups.getLength(); i++) {
      Element group = (Element) groups.item(i);
      Element box = (Element) group.getElementsByTagName("rect").item(0);
      drawn.add(group.getElementsByTagName("title").item(0).getTextContent() + " " + box.getAttribute("width") + " " + box.getAttribute("y"));
    }
    assertThat(drawn)
        .containsExactlyInAnyOrder(
            "all, 100.0 % 1380.0 113",
            "org.lumosql.jmh.Main.run, 100.0 % 1380.0 96",
            "java.util.List.<init>, 25.0 % 345.0 79",
            "org.lumosql.vdbe.exec.Interpreter.loop, 75.0 % 1035.0 79",
            "org.lumosql.backend.file.tree.TreeCursor.next, 75.0 % 1035.0 62");
  }

  @Test
  void whatAllSamplesHaveInCommonIsLeftOut() {
    FlameTree trimmed = tree().withoutStem();
    assertThat(trimmed.name()).isEqualTo("org.lumosql.jmh.Main.run");
    assertThat(trimmed.samples()).isEqualTo(4);
    assertThat(trimmed.depth(1)).isEqualTo(3);
    assertThat(trimmed.depth(4)).isEqualTo(1);
  }

  @Test
  void recordsWhatRuns() throws Exception {
    Path svg = directory.resolve("flame.svg");
    FlameCommand.record(
        () -> {
          Thread worker = new Thread(FlameGraphTest::spin); // the stack of a test may be deeper than the recorder goes
          worker.start();
          worker.join();
        },
        "spinning",
        svg);
    String text = Files.readString(svg);
    assertThat(text).contains("spinning: ").contains("FlameGraphTest.spin");
    assertThat(parsed(text).getDocumentElement().getTagName()).isEqualTo("svg");
  }

  /** A second of the thread's processor time, nearly all of it in this method: enough samples on any machine. */
  private static void spin() {
    var threads = java.lang.management.ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + 1_000_000_000L;
    while (threads.getCurrentThreadCpuTime() < end) {
      long value = sink;
      for (int i = 0; i < 1_000_000; i++) {
        value = value * 31 + i;
      }
      sink = value;
    }
  }

  private static volatile long sink;
}

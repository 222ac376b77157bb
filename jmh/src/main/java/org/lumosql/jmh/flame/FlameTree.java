// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.flame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/** A method as called by the one above it, with how many samples were taken in it and what it called. */
final class FlameTree {
  /** The share of samples that methods at the bottom have at least: JMH and the recorder leave a few elsewhere. */
  private static final double STEM = 0.95;

  private final String name;
  private final Map<String, FlameTree> callees = new TreeMap<>();
  private long samples;

  FlameTree(String name) {
    this.name = name;
  }

  /** Adds up the samples of Java methods in a recording. */
  static FlameTree of(Path recording) throws IOException {
    FlameTree root = new FlameTree("all");
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        boolean isSample = event.getEventType().getName().equals("jdk.ExecutionSample") || event.getEventType().getName().equals("jdk.NativeMethodSample");
        // of stacks that are deeper than the recorder goes nobody knows where they stand
        if (isSample && event.getStackTrace() != null && !event.getStackTrace().isTruncated()) {
          root.add(event.getStackTrace().getFrames());
        }
      }
    }
    return root.withoutStem();
  }

  /** @param frames the innermost first, as recordings have them */
  private void add(List<RecordedFrame> frames) {
    FlameTree node = this;
    node.samples++;
    for (int i = frames.size() - 1; i >= 0; i--) {
      RecordedMethod method = frames.get(i).getMethod();
      node = node.callee(shown(method.getType().getName()) + "." + method.getName());
      node.samples++;
    }
  }

  /** The JVM numbers the classes of lambdas: {@code pager.FilePager$$Lambda$45.331994761}. */
  private static String shown(String type) {
    int lambda = type.indexOf("$$Lambda");
    return lambda < 0 ? type : type.substring(0, lambda) + "$$Lambda";
  }

  /** One stack of methods, the outermost first. */
  void add(String... methods) {
    FlameTree node = this;
    node.samples++;
    for (String method : methods) {
      node = node.callee(method);
      node.samples++;
    }
  }

  private FlameTree callee(String method) {
    return callees.computeIfAbsent(method, FlameTree::new);
  }

  /** Without the methods at the bottom that nearly all samples have in common, but the last one. */
  FlameTree withoutStem() {
    FlameTree node = this;
    for (FlameTree next = this; next != null; next = node.mostCalled()) {
      if (next.samples < STEM * samples) {
        break;
      }
      node = next;
    }
    return node;
  }

  private FlameTree mostCalled() {
    return callees.values().stream().max(Comparator.comparingLong(FlameTree::samples)).orElse(null);
  }

  /** Class with its package, and method. */
  String name() {
    return name;
  }

  long samples() {
    return samples;
  }

  Collection<FlameTree> callees() {
    return callees.values();
  }

  /** Levels of methods that have at least so many samples, this one included. */
  int depth(double atLeast) {
    int depth = 0;
    for (FlameTree callee : callees.values()) {
      depth = Math.max(depth, callee.samples < atLeast ? 0 : callee.depth(atLeast));
    }
    return depth + 1;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.flame;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.lumosql.harness.HtmlPage;

/**
 * Draws a tree as SVG: each method is as wide as it has samples, and stands on the one that calls it. Colours are those of the engine's parts. A browser shows the
 * whole name and the share of a method under the pointer.
 */
final class FlameGraph {
  private static final int WIDTH = 1400;
  private static final int MARGIN = 10;
  private static final int LINE = 17;
  private static final int HEADER = 62;
  private static final double CHARACTER = 6.3;
  /** What is narrower, in pixels, is not drawn. */
  private static final double NARROWEST = 5;
  /** Characters below which a name says nothing. */
  private static final int SHORTEST = 4;

  private static final String OTHER = "#dddddd";
  /** Beginnings of names, parts and colours, the special before the general. */
  private static final Map<String, String[]> PARTS = new LinkedHashMap<>();

  static {
    part("org.lumosql.vdbe", "virtual machine", "#f4a261");
    part("org.lumosql.value", "virtual machine", "#f4a261");
    part("org.lumosql.function", "functions", "#e9c46a");
    part("org.lumosql.sql", "compiler", "#90be6d");
    part("org.lumosql.schema", "compiler", "#90be6d");
    part("org.lumosql.engine", "engine", "#8ecae6");
    part("org.lumosql.jdbc", "JDBC", "#b8c0ff");
    part("org.lumosql.record", "records", "#e5989b");
    part("org.lumosql.jmh", "benchmark", OTHER);
    part("org.lumosql", "storage", "#e76f51");
    part("", "Java and others", "#c8c8c8");
  }

  private final FlameTree tree;
  private final String title;
  private final StringBuilder svg = new StringBuilder();
  private double pixelsOfSample;
  private int height;

  FlameGraph(FlameTree tree, String title) {
    this.tree = tree;
    this.title = title;
  }

  private static void part(String beginning, String name, String colour) {
    PARTS.put(beginning, new String[] {name, colour});
  }

  /** The whole picture. */
  String svg() {
    pixelsOfSample = (WIDTH - 2.0 * MARGIN) / Math.max(1, tree.samples());
    height = HEADER + LINE * tree.depth(NARROWEST / pixelsOfSample) + MARGIN;
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" font-family=\"monospace\" font-size=\"10.5\">%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n<text x=\"%d\" y=\"20\" font-size=\"14\">%s</text>%n",
            WIDTH, height, WIDTH, MARGIN, HtmlPage.escaped(title + ": " + tree.samples() + " samples")));
    legend();
    draw(tree, MARGIN, height - MARGIN - LINE);
    return svg.append("</svg>\n").toString();
  }

  private void legend() {
    int x = MARGIN;
    String before = "";
    for (String[] part : PARTS.values()) {
      if (!part[0].equals(before)) {
        svg.append(String.format(Locale.ROOT, "<rect x=\"%d\" y=\"32\" width=\"12\" height=\"12\" fill=\"%s\"/><text x=\"%d\" y=\"42\">%s</text>%n", x, part[1], x + 16, part[0]));
        x += 16 + (int) (CHARACTER * part[0].length()) + 22;
      }
      before = part[0];
    }
  }

  private void draw(FlameTree node, double x, int y) {
    double width = node.samples() * pixelsOfSample;
    String share = String.format(Locale.ROOT, "%.1f %%", 100.0 * node.samples() / tree.samples());
    svg.append(
        String.format(
            Locale.ROOT,
            "<g><title>%s, %s</title><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\" stroke=\"#ffffff\" stroke-width=\"0.6\"/>",
            HtmlPage.escaped(node.name()), share, x, y, width, LINE - 1, colour(node.name())));
    String label = label(node.name(), (int) ((width - 6) / CHARACTER));
    if (!label.isEmpty()) {
      svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%s</text>", x + 3, y + 12, HtmlPage.escaped(label)));
    }
    svg.append("</g>\n");
    double from = x;
    for (FlameTree callee : node.callees()) {
      double wide = callee.samples() * pixelsOfSample;
      if (wide >= NARROWEST) {
        draw(callee, from, y - LINE);
      }
      from += wide;
    }
  }

  private static String colour(String name) {
    for (Map.Entry<String, String[]> part : PARTS.entrySet()) {
      if (name.startsWith(part.getKey())) {
        return part.getValue()[1];
      }
    }
    return OTHER;
  }

  /** Class and method, as much as there is room for. */
  private static String label(String name, int room) {
    int method = name.lastIndexOf('.');
    String text = name.substring(name.lastIndexOf('.', method - 1) + 1);
    if (text.length() > room) {
      text = name.substring(method + 1);
    }
    return text.length() <= room ? text : room < SHORTEST ? "" : text.substring(0, room - 1) + "…";
  }
}

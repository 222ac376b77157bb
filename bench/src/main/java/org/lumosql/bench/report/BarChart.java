// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.report;

import java.util.List;
import java.util.Locale;
import org.lumosql.harness.HtmlPage;

/** Horizontal bars with their values, as an SVG image. A whisker is the standard deviation. Colours are those of the page, by number. */
final class BarChart {
  private static final int WIDTH = 400;
  private static final int LABEL = 132;
  private static final int VALUE = 74;
  private static final int LINE = 20;
  private static final int BAR = 12;

  /** @param colour number of the subject. @param deviation NaN for none */
  record Bar(String label, int colour, double value, double deviation, String text) {}

  private BarChart() {}

  /** @param mark a value that a line is drawn at, NaN for none */
  static String of(String title, List<Bar> bars, double mark) {
    double largest = bars.stream().mapToDouble(bar -> bar.value() + (bar.deviation() > 0 ? bar.deviation() : 0)).filter(value -> !Double.isNaN(value)).max().orElse(1);
    largest = Math.max(largest, Double.isNaN(mark) ? 0 : mark);
    double scale = (WIDTH - LABEL - VALUE) / (largest > 0 ? largest : 1);
    int height = bars.size() * LINE + 4;
    StringBuilder svg = new StringBuilder();
    svg.append(String.format(Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n", WIDTH, height, HtmlPage.escaped(title)));
    for (int i = 0; i < bars.size(); i++) {
      bar(svg, bars.get(i), i * LINE + 2, scale);
    }
    if (!Double.isNaN(mark)) {
      double x = LABEL + mark * scale;
      svg.append(String.format(Locale.ROOT, "<line class=\"mark\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\"/>\n", x, x, height));
    }
    return svg.append("</svg>\n").toString();
  }

  private static void bar(StringBuilder svg, Bar bar, int y, double scale) {
    int middle = y + LINE / 2;
    String label = bar.label().length() > 22 ? bar.label().substring(0, 21) + "…" : bar.label();
    svg.append(
        String.format(
            Locale.ROOT,
            "<text class=\"label\" x=\"%d\" y=\"%d\">%s<title>%s</title></text>",
            LABEL - 6,
            middle + 4,
            HtmlPage.escaped(label),
            HtmlPage.escaped(bar.label())));
    double length = Double.isNaN(bar.value()) ? 0 : Math.max(1, bar.value() * scale);
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"c%d\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"1.5\"><title>%s: %s</title></rect>",
            bar.colour(),
            LABEL,
            middle - BAR / 2,
            length,
            BAR,
            HtmlPage.escaped(bar.label()),
            HtmlPage.escaped(bar.text())));
    double end = LABEL + length;
    if (bar.deviation() * scale >= 1) {
      double low = Math.max(LABEL, end - bar.deviation() * scale);
      double high = Math.min(WIDTH - VALUE, end + bar.deviation() * scale);
      svg.append(
          String.format(
              Locale.ROOT,
              "<path class=\"whisker\" d=\"M%.1f %dH%.1fM%.1f %dv6M%.1f %dv6\"/>",
              low, middle, high, low, middle - 3, high, middle - 3));
      end = Math.max(end, high);
    }
    svg.append(String.format(Locale.ROOT, "<text class=\"value\" x=\"%.1f\" y=\"%d\">%s</text>\n", end + 5, middle + 4, HtmlPage.escaped(bar.text())));
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.lumosql.harness.HtmlPage;

/** Time over data size, both as logarithms, as an SVG image: a line that is straight and parallel to the dotted one grows as the data do. */
final class GrowthChart {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 220;
  private static final int LEFT = 56;
  private static final int RIGHT = 12;
  private static final int TOP = 10;
  private static final int BOTTOM = 30;

  /** @param colour number of the subject. @param times seconds at each size; NaN where there is none */
  record Line(String label, int colour, double[] times) {}

  private final double[] sizes;
  private final double lowest;
  private final double highest;
  private final StringBuilder svg = new StringBuilder();

  private GrowthChart(double[] sizes, List<Line> lines) {
    this.sizes = sizes;
    double[] all = lines.stream().flatMapToDouble(line -> DoubleStream.of(line.times())).filter(time -> time > 0).toArray();
    double smallest = DoubleStream.of(all).min().orElse(0.001);
    double largest = DoubleStream.of(all).max().orElse(1);
    this.lowest = Math.log10(smallest) - 0.1;
    this.highest = Math.max(Math.log10(largest) + 0.1, lowest + 0.5);
  }

  static String of(String title, double[] sizes, List<Line> lines) {
    return new GrowthChart(sizes, lines).draw(title, lines);
  }

  private String draw(String title, List<Line> lines) {
    svg.append(String.format(Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n", WIDTH, HEIGHT, HtmlPage.escaped(title)));
    grid();
    slope();
    lines.forEach(this::line);
    return svg.append("</svg>\n").toString();
  }

  /** As long as it fits: through the middle, as steep as the data grow. */
  private void slope() {
    double from = Math.log10(sizes[0]);
    double to = Math.log10(sizes[sizes.length - 1]);
    double half = Math.min(to - from, highest - lowest) / 2;
    double size = (from + to) / 2;
    double time = (lowest + highest) / 2;
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"slope\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
            x(Math.pow(10, size - half)), y(Math.pow(10, time - half)), x(Math.pow(10, size + half)), y(Math.pow(10, time + half))));
  }

  private void grid() {
    for (int power = (int) Math.floor(lowest); power <= Math.ceil(highest); power++) {
      for (int digit : new int[] {1, 3}) {
        double value = digit * Math.pow(10, power);
        double height = y(value);
        if (Math.log10(value) >= lowest && Math.log10(value) <= highest) {
          svg.append(
              String.format(
                  Locale.ROOT,
                  "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text class=\"label\" x=\"%d\" y=\"%.1f\">%s</text>\n",
                  LEFT, WIDTH - RIGHT, height, height, LEFT - 6, height + 4, axis(value)));
        }
      }
    }
    for (double size : sizes) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/><text class=\"tick\" x=\"%.1f\" y=\"%d\">%s</text>\n",
              x(size), x(size), TOP, HEIGHT - BOTTOM, x(size), HEIGHT - BOTTOM + 18, size == Math.rint(size) ? Long.toString((long) size) : Double.toString(size)));
    }
  }

  private static String axis(double seconds) {
    String unit = seconds < 0.000_999 ? " µs" : seconds < 0.999 ? " ms" : " s";
    double value = seconds < 0.000_999 ? seconds * 1e6 : seconds < 0.999 ? seconds * 1e3 : seconds;
    return Math.round(value) + unit;
  }

  private void line(Line line) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < sizes.length; i++) {
      double time = line.times()[i];
      if (time > 0) {
        path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.length() == 0 ? "M" : "L", x(sizes[i]), y(time)));
      }
    }
    svg.append(String.format(Locale.ROOT, "<path class=\"line s%d\" d=\"%s\"/>\n", line.colour(), path));
    for (int i = 0; i < sizes.length; i++) {
      double time = line.times()[i];
      if (time > 0) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<circle class=\"c%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"><title>%s: %s</title></circle>\n",
                line.colour(), x(sizes[i]), y(time), HtmlPage.escaped(line.label()), Amounts.time(time)));
      }
    }
  }

  private double x(double size) {
    double from = Math.log10(sizes[0]);
    double to = Math.log10(sizes[sizes.length - 1]);
    return LEFT + 14 + (Math.log10(size) - from) / (to - from) * (WIDTH - LEFT - RIGHT - 28);
  }

  private double y(double seconds) {
    return TOP + (highest - Math.log10(seconds)) / (highest - lowest) * (HEIGHT - TOP - BOTTOM);
  }
}

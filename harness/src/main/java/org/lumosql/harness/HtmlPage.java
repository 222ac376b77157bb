// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.harness;

import java.util.Map;

/** Writes an HTML page that refers to nothing outside of itself. All texts are escaped here. */
public final class HtmlPage {
  private static final String STYLE =
      """
      body { font: 15px/1.45 system-ui, sans-serif; color: #222; background: #fff; max-width: 88rem; margin: 2rem auto; padding: 0 1rem }
      h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2rem }
      .wide { overflow-x: auto } table { border-collapse: collapse; font-variant-numeric: tabular-nums }
      td small { display: block; color: #777 }
      th:first-child, td:first-child { position: sticky; left: 0; background: inherit } tr { background: #fff }
      th, td { border-bottom: 1px solid #ddd; padding: .3rem .55rem; text-align: right; white-space: nowrap }
      th:first-child, td:first-child { text-align: left } thead th { border-bottom: 2px solid #888 }
      .good { background: #e9f6ea } .bad { background: #fdeaea } .none { color: #888 }
      pre { background: #f6f6f6; padding: .7rem; overflow-x: auto; white-space: pre-wrap } summary { cursor: pointer }
      dl { display: grid; grid-template-columns: max-content auto; gap: .1rem 1rem } dt { color: #666 } dd { margin: 0 }
      @media (prefers-color-scheme: dark) {
        body { color: #ddd; background: #181818 } tr { background: #181818 } th, td { border-color: #444 } pre { background: #222 }
        .good { background: #16301a } .bad { background: #3a1818 }
      }
      """;

  private final StringBuilder html = new StringBuilder();

  public HtmlPage(String title) {
    this(title, "");
  }

  /** @param style what is added to the style of all pages */
  public HtmlPage(String title, String style) {
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").append(escaped(title)).append("</title>\n<style>\n")
        .append(STYLE).append(style).append("</style>\n</head>\n<body>\n<h1>").append(escaped(title)).append("</h1>\n");
  }

  public HtmlPage facts(Map<String, String> facts) {
    html.append("<dl>\n");
    facts.forEach((title, value) -> html.append("<dt>").append(escaped(title)).append("</dt><dd>").append(escaped(value)).append("</dd>\n"));
    html.append("</dl>\n");
    return this;
  }

  public HtmlPage heading(String text) {
    html.append("<h2>").append(escaped(text)).append("</h2>\n");
    return this;
  }

  public HtmlPage note(String text) {
    html.append("<p>").append(escaped(text)).append("</p>\n");
    return this;
  }

  /** Begins a table; columns after the first are of numbers. */
  public HtmlPage table(String first, String... others) {
    html.append("<div class=\"wide\"><table>\n<thead><tr><th>").append(escaped(first)).append("</th>");
    for (String column : others) {
      html.append("<th>").append(escaped(column)).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    return this;
  }

  /** A whole row. @param mark class of its cells but the first: good, bad, none or empty */
  public HtmlPage row(String mark, String first, Object... others) {
    beginRow(first);
    for (Object value : others) {
      cell(mark, String.valueOf(value));
    }
    return endRow();
  }

  public HtmlPage beginRow(String first) {
    html.append("<tr><td>").append(escaped(first)).append("</td>");
    return this;
  }

  public HtmlPage cell(String mark, String text) {
    html.append(mark.isEmpty() ? "<td>" : "<td class=\"" + mark + "\">").append(escaped(text)).append("</td>");
    return this;
  }

  /** A cell with a second, smaller line. */
  public HtmlPage cell(String mark, String text, String below) {
    html.append(mark.isEmpty() ? "<td>" : "<td class=\"" + mark + "\">").append(escaped(text));
    if (!below.isEmpty()) {
      html.append("<small>").append(escaped(below)).append("</small>");
    }
    html.append("</td>");
    return this;
  }

  public HtmlPage endRow() {
    html.append("</tr>\n");
    return this;
  }

  public HtmlPage endTable() {
    html.append("</tbody>\n</table></div>\n");
    return this;
  }

  /** Text that shows when one asks for it. */
  public HtmlPage details(String title, String text) {
    html.append("<details><summary>").append(escaped(title)).append("</summary><pre>").append(escaped(text)).append("</pre></details>\n");
    return this;
  }

  /** HTML as it is: the caller has escaped its texts. */
  public HtmlPage raw(String markup) {
    html.append(markup);
    return this;
  }

  /** The whole page. */
  public String end() {
    return html.append("</body>\n</html>\n").toString();
  }

  /** A text as HTML. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}

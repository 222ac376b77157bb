// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.golden;

import java.util.List;
import java.util.Map;

/**
 * A golden file.
 *
 * <pre>
 * -- abs(X): the absolute value of a number.
 * -- covers: abs
 *
 * CREATE TABLE t(x);
 * INSERT INTO t VALUES(-1);
 *
 * -- The smallest integer has no positive counterpart.
 * SELECT abs(-9223372036854775808);
 * ----
 * error ERROR: integer overflow
 *
 * SELECT abs(x), typeof(x) FROM t;
 * ----
 * 1|'integer'
 * </pre>
 *
 * <p>A paragraph holds comments, statements and, behind a line of four dashes, the answer to the last of them; the other statements answer nothing. A
 * statement ends with a line that ends in a semicolon, a CREATE TRIGGER with a line that ends in {@code END;}, the last of a paragraph wherever the
 * paragraph ends. Each row is a line of values as SQL literals ({@link GoldenValue}); an error is a line with its code and message.
 *
 * <p>Where our engine differs on purpose, a second answer follows under {@code ---- here}, or {@code ---- KIND} for the backends of one kind or name,
 * and the comment above tells why. The text <code>{dir}</code> stands for an empty folder.
 *
 * <p>Comments of this form are directives. In the first paragraph, about the file:
 *
 * <ul>
 *   <li>{@code -- covers: NAME…} the functions, pragmas or statements that it is about
 *   <li>{@code -- backends: KIND…} runs only on backends of these kinds; recorded on a file if {@code memory} is not among them
 *   <li>{@code -- encoding: UTF-16le} the encoding of the database; otherwise UTF-8, and another test runs it in all three
 *   <li>{@code -- timezone: Europe/Berlin} what {@code localtime} means; otherwise UTC
 *   <li>{@code -- labels: yes} answers begin with a line of column labels
 * </ul>
 *
 * <p>Directly above a statement: {@code -- bind: VALUE, …} with values for its parameters as SQL literals; {@code -- utf8: REASON} leaves it out where
 * other encodings are compared.
 *
 * @param name folder and name without the suffix
 * @param directives of the first paragraph
 */
public record GoldenFile(String name, Map<String, String> directives, List<Paragraph> paragraphs) {
  /** The label of answers that our engine gives on purpose in place of C SQLite's. */
  static final String HERE = "here";

  /** @param cases without any, it is a comment */
  public record Paragraph(List<Case> cases) {}

  /**
   * A statement and what it answers.
   *
   * @param above comments and empty lines above it, as they stand
   * @param bindings SQL literals
   * @param answer of C SQLite; empty if there are no rows
   * @param ownAnswers by label
   */
  public record Case(
      int line, List<String> above, String sql, List<String> bindings, List<String> answer, Map<String, List<String>> ownAnswers) {
    /** A comment at the end of a paragraph has no statement. */
    boolean isComment() {
      return sql.isEmpty();
    }

    /** Whether its answer in UTF-16 is C SQLite's too. */
    boolean isEncodingIndependent() {
      return ownAnswers.isEmpty() && above.stream().noneMatch(line -> line.startsWith("-- utf8:"));
    }

    Case with(List<String> recorded, Map<String, List<String>> own) {
      return new Case(line, above, sql, bindings, recorded, own);
    }
  }

  /** The words of a directive; empty if it is not there. */
  public List<String> words(String directive) {
    String value = directives.getOrDefault(directive, "");
    return value.isBlank() ? List.of() : List.of(value.strip().split("[\\s,]+"));
  }

  boolean hasLabels() {
    return directives.containsKey("labels");
  }

  String encoding() {
    return directives.getOrDefault("encoding", "UTF-8");
  }

  String timezone() {
    return directives.getOrDefault("timezone", "UTC");
  }

  /** Whether it runs on backends of a kind. */
  public boolean runsOn(String kind) {
    return !directives.containsKey("backends") || words("backends").contains(kind);
  }

  /** All statements in order. */
  public List<Case> cases() {
    return paragraphs.stream().flatMap(paragraph -> paragraph.cases().stream()).filter(c -> !c.isComment()).toList();
  }

  /** The file as text: what was read, if no answer has changed. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Paragraph paragraph : paragraphs) {
      boolean isAnswered = false;
      for (Case one : paragraph.cases()) {
        text.append(isAnswered ? "\n" : "");
        isAnswered = !one.answer().isEmpty() || !one.ownAnswers().isEmpty();
        one.above().forEach(line -> text.append(line).append('\n'));
        text.append(one.sql()).append(one.isComment() ? "" : "\n");
        if (isAnswered) {
          answer(text, "----", one.answer());
          one.ownAnswers().forEach((label, lines) -> answer(text, "---- " + label, lines));
        }
      }
      text.append('\n');
    }
    return text.toString().stripTrailing() + "\n";
  }

  private static void answer(StringBuilder text, String head, List<String> lines) {
    text.append(head).append('\n');
    lines.forEach(line -> text.append(line).append('\n'));
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.differential.generate.Generated;

/**
 * Makes the script of a difference small: leaves out statements, then parts of statements, as long as the engines go on to differ in the same way and the
 * reference's answer does not depend on the order of rows.
 */
final class Shrinker {
  private static final long LIMIT_NANOS = 20_000_000_000L;

  private final Replay replay;
  private final long end = System.nanoTime() + LIMIT_NANOS;
  private Difference best;

  Shrinker(Engine.Factory left, Engine.Factory right, Difference difference) {
    replay = new Replay(left, right);
    best = difference;
  }

  Difference shrink() {
    Difference first = replay(best.script(), best.last());
    if (first == null || !first.resembles(best)) {
      return best; // what appears first is something else
    }
    best = first;
    leaveOutStatements();
    boolean smaller = true;
    while (smaller && !isLate()) {
      int before = best.report().length();
      if (best.kind() != Comparison.Kind.ROW_ORDER) { // which columns are ordered is known for the whole statement only
        shrinkStatement(best.script().size());
      }
      for (int i = best.script().size() - 1; i >= 0; i--) {
        shrinkStatement(i);
      }
      leaveOutStatements();
      smaller = best.report().length() < before;
    }
    return best;
  }

  private Difference replay(List<String> script, Generated last) {
    return replay.run(generated(script, last), best.question() != null, best.kind() == Comparison.Kind.MESSAGE);
  }

  private boolean isLate() {
    return System.nanoTime() - end > 0;
  }

  private static List<Generated> generated(List<String> script, Generated last) {
    List<Generated> all = new ArrayList<>();
    script.forEach(text -> all.add(Generated.of(text)));
    all.add(last);
    return all;
  }

  /** Takes the script if it still shows the difference. */
  private boolean accept(List<String> script, Generated last) {
    if (isLate()) {
      return false;
    }
    Difference found = replay(script, last);
    if (found == null || !found.resembles(best) || found.kind().isAmbiguityPossible() && replay.isAmbiguous(found)) {
      return false;
    }
    best = found;
    return true;
  }

  private void leaveOutStatements() {
    for (int size = Math.max(1, best.script().size() / 2); size >= 1; size /= 2) {
      for (int at = best.script().size() - size; at >= 0; at -= size) {
        if (at + size > best.script().size()) {
          at = best.script().size();
          continue; // a difference appeared earlier: the script is shorter than it was
        }
        List<String> shorter = new ArrayList<>(best.script());
        shorter.subList(at, at + size).clear();
        accept(shorter, best.last());
      }
    }
  }

  /** @param index of the statement; the number of those before for the last one */
  private void shrinkStatement(int index) {
    boolean smaller = true;
    while (smaller && !isLate() && index <= best.script().size()) {
      int before = best.report().length();
      replaceParentheses(index);
      leaveOutTokens(index);
      smaller = best.report().length() < before;
    }
  }

  private List<String> tokens(int index) {
    if (index > best.script().size()) {
      return List.of();
    }
    return SqlTokens.split(index == best.script().size() ? best.last().sql() : best.script().get(index));
  }

  private boolean accept(int index, List<String> tokens) {
    String text = SqlTokens.join(tokens);
    List<String> script = new ArrayList<>(best.script());
    if (index < script.size()) {
      script.set(index, text);
      return accept(script, best.last());
    }
    Generated last = best.last();
    return accept(script, new Generated(text, last.effect(), List.of(), last.equalNumbers()));
  }

  /** An expression in parentheses may do as a number, or without its function's name, or without its parentheses. */
  private void replaceParentheses(int index) {
    for (int at = 0; at < tokens(index).size(); at++) {
      List<String> tokens = tokens(index);
      if (!tokens.get(at).equals("(")) {
        continue;
      }
      int close = SqlTokens.closing(tokens, at);
      if (close < 0) {
        continue;
      }
      int start = at > 0 && SqlTokens.join(tokens.subList(at - 1, at + 1)).matches("\\w+\\(") ? at - 1 : at;
      for (String simple : new String[] {"NULL", "1", "a"}) {
        if (replaced(index, tokens, start, close, List.of(simple)) || start < at && replaced(index, tokens, at, close, List.of(simple))) {
          break;
        }
      }
      if (tokens(index).equals(tokens)) {
        boolean done = replaced(index, tokens, start, close, tokens.subList(at + 1, close)) || replaced(index, tokens, at, close, List.of());
        at = done ? Math.max(-1, start - 1) : at;
      }
    }
  }

  private boolean replaced(int index, List<String> tokens, int from, int close, List<String> by) {
    if (close - from + 1 <= by.size()) {
      return false;
    }
    List<String> shorter = new ArrayList<>(tokens.subList(0, from));
    shorter.addAll(by);
    shorter.addAll(tokens.subList(close + 1, tokens.size()));
    return accept(index, shorter);
  }

  private void leaveOutTokens(int index) {
    for (int size = Math.max(1, tokens(index).size() / 2); size >= 1; size = size > 8 ? size / 2 : size - 1) {
      for (int at = tokens(index).size() - size; at >= 0 && !isLate(); at -= Math.max(1, size / 4)) {
        List<String> tokens = tokens(index);
        if (at + size > tokens.size()) {
          continue;
        }
        List<String> shorter = new ArrayList<>(tokens);
        shorter.subList(at, at + size).clear();
        accept(index, shorter);
      }
    }
  }
}

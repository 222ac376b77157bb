// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.lumosql.error.LongWork;
import org.lumosql.function.Arguments;
import org.lumosql.function.Utf8;
import org.lumosql.value.Register;

/**
 * A path such as {@code $.a[2]."b c"[#-1]} (https://sqlite.org/json1.html#path_arguments) and what looking it up has
 * found. Remembers the containers on the way, because an edit changes their sizes.
 */
final class JsonPath {
  /** What became of a lookup. */
  enum Outcome {
    FOUND,
    /** The path ends in a container that has no such label, or whose end it names: something could be added there. */
    APPENDABLE,
    ABSENT
  }

  private final byte[] path;
  private final int pathStart;
  private final int pathEnd;
  private int step;
  /** What the user wrote instead of a path, for messages. */
  private String operand;

  private byte[] bytes;
  private int[] containers = new int[8];
  private int[] payloadSizes = new int[8];
  private int depth;
  private int element;
  private int label;
  private int keyStart;
  private int keyEnd;
  private boolean keyIsRaw;
  private boolean isArrayElement;

  JsonPath(byte[] path, int offset, int length) {
    this.path = path;
    this.pathStart = offset;
    this.step = offset;
    this.pathEnd = Utf8.end(path, offset, offset + length);
  }

  /** A path given as a function's argument; fails if it does not start with {@code $}. */
  static JsonPath of(Register argument) {
    Register text = Arguments.text(argument);
    JsonPath result = new JsonPath(text.bytes(), text.offset(), text.length());
    if (result.letter(text.offset()) != '$') {
      throw result.bad();
    }
    result.step = text.offset() + 1;
    return result;
  }

  /**
   * The right operand of {@code ->}: a path, an index, a label, or an index in brackets.
   */
  static JsonPath ofOperand(Register argument) {
    Register text = Arguments.text(argument);
    int start = text.offset();
    int end = Utf8.end(text.bytes(), start, start + text.length());
    String operand = new String(text.bytes(), start, end - start, StandardCharsets.ISO_8859_1);
    String full;
    if (operand.startsWith("$")) {
      full = operand;
    } else if (argument.type() == Register.INTEGER) {
      full = "$[" + (operand.startsWith("-") ? "#" : "") + operand + "]";
    } else if (isAlphanumeric(operand)) {
      full = "$." + operand;
    } else if (operand.startsWith("[") && operand.length() >= 3 && operand.endsWith("]")) {
      full = "$" + operand;
    } else {
      full = "$.\"" + operand + "\"";
    }
    byte[] bytes = full.getBytes(StandardCharsets.ISO_8859_1);
    JsonPath result = new JsonPath(bytes, 0, bytes.length);
    result.step = 1;
    result.operand = new String(text.bytes(), start, end - start, StandardCharsets.UTF_8);
    return result;
  }

  private static boolean isAlphanumeric(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean fits = letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9';
      if (!fits && letter != '_') {
        return false;
      }
    }
    return true;
  }

  private int letter(int index) {
    return index < pathEnd ? path[index] & 0xff : 0;
  }

  RuntimeException bad() {
    return Jsonb.error("bad JSON path: " + quoted());
  }

  private String quoted() {
    String text = operand != null ? operand : new String(path, pathStart, pathEnd - pathStart, StandardCharsets.UTF_8);
    return "'" + text.replace("'", "''") + "'";
  }

  RuntimeException notArrayElement() {
    return Jsonb.error("not an array element: " + quoted());
  }

  /** Whether there are no more steps: before a lookup, whether the path is {@code $} alone. */
  boolean isRoot() {
    return step == pathEnd;
  }

  boolean endsWithBracket() {
    return step < pathEnd && letter(pathEnd - 1) == ']';
  }

  /** The steps that are left, as a path of their own. */
  JsonPath remainder() {
    JsonPath remainder = new JsonPath(path, pathStart, pathEnd - pathStart);
    remainder.step = step;
    return remainder;
  }

  // ---- what was found ---------------------------------------------------------------------------------------------

  /** The found element. */
  int element() {
    return element;
  }

  /** The label of the found element, or −1. */
  int label() {
    return label;
  }

  boolean isArrayElement() {
    return isArrayElement;
  }

  /** Where, in the path, the steps begin that follow the one that was last looked up. */
  int rest() {
    return step;
  }

  byte[] pathBytes() {
    return path;
  }

  int pathEnd() {
    return pathEnd;
  }

  int keyStart() {
    return keyStart;
  }

  int keyEnd() {
    return keyEnd;
  }

  boolean keyIsRaw() {
    return keyIsRaw;
  }

  int depth() {
    return depth;
  }

  /** The container at a depth, the outermost being 0. */
  int container(int index) {
    return containers[index];
  }

  /** Its payload size when it was looked up. */
  int payloadSize(int index) {
    return payloadSizes[index];
  }

  // ---- lookup -----------------------------------------------------------------------------------------------------

  /** Follows the path from an element. */
  Outcome find(byte[] jsonb, int at, int end) {
    bytes = jsonb;
    element = at;
    label = -1;
    depth = 0;
    isArrayElement = false;
    int limit = end;
    while (step < pathEnd) {
      int kind = letter(step);
      if (kind != '.' && kind != '[') {
        throw bad();
      }
      if (kind == '.') {
        readKey();
      }
      if (Jsonb.type(bytes, element) != (kind == '.' ? Jsonb.OBJECT : Jsonb.ARRAY)) {
        return Outcome.ABSENT;
      }
      long header = Jsonb.checkedHeader(bytes, element, limit);
      push(element, Jsonb.payloadSize(header));
      int start = element + Jsonb.headerSize(header);
      limit = start + Jsonb.payloadSize(header);
      Outcome outcome = kind == '.' ? findLabel(start, limit) : findElement(start, limit);
      if (outcome != Outcome.FOUND) {
        return outcome;
      }
    }
    return Outcome.FOUND;
  }

  private void push(int container, int payloadSize) {
    if (depth == containers.length) {
      containers = Arrays.copyOf(containers, depth * 2);
      payloadSizes = Arrays.copyOf(payloadSizes, depth * 2);
    }
    containers[depth] = container;
    payloadSizes[depth++] = payloadSize;
  }

  private void readKey() {
    int at = step + 1;
    if (letter(at) == '"') {
      keyStart = ++at;
      keyIsRaw = true;
      while (letter(at) != 0 && letter(at) != '"') {
        if (letter(at) == '\\' && letter(at + 1) != 0) {
          at++;
        }
        keyIsRaw &= letter(at) != '\\' && letter(at - 1) != '\\';
        at++;
      }
      if (letter(at) == 0) {
        throw bad();
      }
      keyEnd = at;
      step = at + 1;
      return;
    }
    keyStart = at;
    while (letter(at) != 0 && letter(at) != '.' && letter(at) != '[') {
      at++;
    }
    keyEnd = at;
    keyIsRaw = true;
    step = at;
    if (keyEnd == keyStart) {
      throw bad();
    }
  }

  private Outcome findLabel(int start, int end) {
    isArrayElement = false;
    int pause = start;
    for (int at = start; at < end; ) {
      if (at >= pause) {
        pause = LongWork.stretch(at, end);
      }
      int type = Jsonb.type(bytes, at);
      if (!Jsonb.isText(type)) {
        throw Jsonb.malformed();
      }
      long header = Jsonb.checkedHeader(bytes, at, end);
      int value = at + Jsonb.size(header);
      long valueHeader = Jsonb.checkedHeader(bytes, value, end);
      int payload = at + Jsonb.headerSize(header);
      if (equal(path, keyStart, keyEnd, keyIsRaw, bytes, payload, value, type == Jsonb.TEXT || type == Jsonb.TEXTRAW)) {
        label = at;
        element = value;
        return Outcome.FOUND;
      }
      at = value + Jsonb.size(valueHeader);
    }
    element = end;
    return Outcome.APPENDABLE;
  }

  /** Whether two texts are the same once escapes are resolved. */
  static boolean equal(byte[] left, int leftStart, int leftEnd, boolean leftRaw, byte[] right, int rightStart,
      int rightEnd, boolean rightRaw) {
    if (leftRaw && rightRaw) {
      return Arrays.equals(left, leftStart, leftEnd, right, rightStart, rightEnd);
    }
    JsonLetters leftLetters = new JsonLetters().start(left, leftStart, leftEnd, leftRaw);
    JsonLetters rightLetters = new JsonLetters().start(right, rightStart, rightEnd, rightRaw);
    int letter;
    do {
      letter = leftLetters.nextByte();
      if (letter != rightLetters.nextByte()) {
        return false;
      }
    } while (letter >= 0);
    return true;
  }

  private Outcome findElement(int start, int end) {
    isArrayElement = true;
    label = -1;
    long index = readIndex(start, end);
    if (index < 0) {
      return Outcome.ABSENT;
    }
    int at = start;
    while (at < end && index > 0) {
      for (int stop = LongWork.stretch(at, end); at < stop && index > 0; index--) {
        at += Jsonb.size(Jsonb.checkedHeader(bytes, at, end));
      }
    }
    element = at;
    if (at < end) {
      Jsonb.checkedHeader(bytes, at, end);
      return Outcome.FOUND;
    }
    return index == 0 ? Outcome.APPENDABLE : Outcome.ABSENT;
  }

  /** Reads {@code [N]}, {@code [#]} or {@code [#-N]}; −1 for an index before the first element. */
  private long readIndex(int start, int end) {
    int at = step + 1;
    long index;
    if (letter(at) == '#') {
      index = count(start, end);
      at++;
      if (letter(at) == '-' && isDigit(letter(at + 1))) {
        int digits = at + 1;
        at = skipDigits(digits);
        long back = number(digits, at);
        if (back > index) {
          return -1;
        }
        index -= back;
      }
    } else {
      int digits = at;
      at = skipDigits(digits);
      if (at == digits) {
        throw bad();
      }
      index = number(digits, at);
    }
    if (letter(at) != ']') {
      throw bad();
    }
    step = at + 1;
    return index;
  }

  private int count(int start, int end) {
    return Jsonb.countElements(bytes, start, end);
  }

  private static boolean isDigit(int letter) {
    return letter >= '0' && letter <= '9';
  }

  private int skipDigits(int start) {
    int at = start;
    while (isDigit(letter(at))) {
      at++;
    }
    return at;
  }

  private long number(int start, int end) {
    long value = 0;
    for (int i = start; i < end; i++) {
      value = Math.min(value * 10 + path[i] - '0', Integer.MAX_VALUE + 1L);
    }
    return value;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function.json;

/** Changes JSONB at a path: the work behind {@code json_set} and its relatives. */
final class JsonEditor {
  /** What to do at the place that a path names. */
  enum Kind {
    /** Add what is not there. */
    INSERT,
    /** Change what is there. */
    REPLACE,
    /** Either. */
    SET,
    /** Add before an array element, or behind the last. */
    ARRAY_INSERT,
    REMOVE
  }

  private static final byte[] NOTHING = {};

  private final Kind kind;

  JsonEditor(Kind kind) {
    this.kind = kind;
  }

  /** Edits a buffer; {@code value} is the JSONB to be put there. */
  void apply(JsonBuffer json, JsonPath path, byte[] value) {
    apply(json, path, value, 0);
  }

  private void apply(JsonBuffer json, JsonPath path, byte[] value, int nesting) {
    if (nesting > Jsonb.MAXIMUM_DEPTH) {
      throw Jsonb.error("JSON path too deep");
    }
    int before = json.length();
    switch (path.find(json.array(), 0, json.length())) {
      case FOUND -> change(json, path, value);
      case APPENDABLE -> {
        if (kind != Kind.REPLACE && kind != Kind.REMOVE) {
          append(json, path, value, nesting);
        }
      }
      default -> { }
    }
    int change = json.length() - before;
    if (change == 0) {
      return;
    }
    for (int i = path.depth() - 1; i >= 0; i--) {
      int length = json.length();
      json.setPayloadSize(path.container(i), path.payloadSize(i) + change);
      change += json.length() - length;
    }
  }

  private void change(JsonBuffer json, JsonPath path, byte[] value) {
    int element = path.element();
    int size = Jsonb.size(Jsonb.checkedHeader(json.array(), element, json.length()));
    switch (kind) {
      case REPLACE, SET -> json.replace(element, size, value, 0, value.length);
      case REMOVE -> {
        int from = path.label() >= 0 ? path.label() : element;
        json.splice(from, element + size - from, NOTHING, 0, 0);
      }
      case ARRAY_INSERT -> {
        if (!path.isArrayElement()) {
          throw path.notArrayElement();
        }
        json.splice(element, 0, value, 0, value.length);
      }
      default -> { }
    }
  }

  /** Adds an element at the end of the innermost container, with all containers that the rest of the path asks for. */
  private void append(JsonBuffer json, JsonPath path, byte[] value, int nesting) {
    JsonBuffer addition = new JsonBuffer(value.length + 32);
    if (!path.isArrayElement()) {
      if (kind == Kind.ARRAY_INSERT && !path.endsWithBracket()) {
        throw path.notArrayElement();
      }
      int type = path.keyIsRaw() ? Jsonb.TEXTRAW : Jsonb.TEXT5;
      addition.appendElement(type, path.pathBytes(), path.keyStart(), path.keyEnd() - path.keyStart());
    }
    int at = path.element();
    if (path.isRoot()) {
      addition.append(value, 0, value.length);
    } else {
      int next = path.pathBytes()[path.rest()];
      if (next != '.' && next != '[') {
        throw path.bad();
      }
      JsonBuffer inner = new JsonBuffer(value.length + 32);
      inner.appendHeader(next == '.' ? Jsonb.OBJECT : Jsonb.ARRAY, 0);
      apply(inner, path.remainder(), value, nesting + 1);
      if (inner.length() == 1) {
        return;
      }
      addition.append(inner.array(), 0, inner.length());
    }
    json.splice(at, 0, addition.array(), 0, addition.length());
  }
}

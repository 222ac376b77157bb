// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function.json;

import java.nio.charset.StandardCharsets;
import org.lumosql.error.StoreException;
import org.lumosql.function.Arguments;
import org.lumosql.function.ByteBuilder;
import org.lumosql.function.FunctionContext;
import org.lumosql.value.Register;

/**
 * The rows of {@code json_each} and {@code json_tree}, and of their JSONB twins
 * (https://sqlite.org/json1.html#table_valued_functions_for_parsing_json): an iterator that a virtual table wraps.
 *
 * <p>Use: {@link #open}, then while not {@link #isAtEnd}: {@link #column}, {@link #next}. One thread.
 */
public final class JsonEach {
  public static final int KEY = 0;
  public static final int VALUE = 1;
  public static final int TYPE = 2;
  public static final int ATOM = 3;
  public static final int ID = 4;
  public static final int PARENT = 5;
  public static final int FULL_KEY = 6;
  public static final int PATH = 7;
  /** Hidden: the document. */
  public static final int JSON = 8;
  /** Hidden: the path of the element to start with. */
  public static final int ROOT = 9;

  private final boolean recursive;
  private final boolean asJsonb;
  private final Register document = new Register();
  private final StringBuilder path = new StringBuilder();

  private byte[] bytes;
  private int end;
  private long rowid;
  private Level level;
  private Level root;
  private String rootPath;
  private boolean atEnd = true;

  /** A container on the way to the present element, and where the iteration is in it. */
  private static final class Level {
    final Level parent;
    final int container;
    final boolean isObject;
    final int stop;
    /** Length of the path of the container. */
    final int pathLength;
    int element;
    int label = -1;
    long index;

    Level(Level parent, int container, boolean isObject, int stop, int pathLength) {
      this.parent = parent;
      this.container = container;
      this.isObject = isObject;
      this.stop = stop;
      this.pathLength = pathLength;
    }
  }

  /**
   * @param recursive {@code json_tree} rather than {@code json_each}
   * @param asJsonb arrays and objects as JSONB, not as text
   */
  public JsonEach(boolean recursive, boolean asJsonb) {
    this.recursive = recursive;
    this.asJsonb = asJsonb;
  }

  /** The columns as {@code CREATE TABLE} declares them. */
  public static String declaration() {
    return "CREATE TABLE x(key,value,type,atom,id,parent,fullkey,path,json HIDDEN,root HIDDEN)";
  }

  /**
   * Starts over a document.
   *
   * @param json the document; no rows if NULL
   * @param rootArgument the path of the element to start with; null if not given, no rows if NULL or not found
   */
  public void open(Register json, Register rootArgument) {
    atEnd = true;
    level = null;
    root = null;
    rowid = 0;
    rootPath = "$";
    if (json.isNull()) {
      return;
    }
    JsonBuffer parsed = JsonValues.parse(json);
    if (rootArgument != null && rootArgument.isNull()) {
      return;
    }
    takeDocument(json);
    bytes = parsed.array();
    end = parsed.length();
    int element = 0;
    int label = -1;
    if (rootArgument != null) {
      Register text = Arguments.text(rootArgument);
      rootPath = new String(text.bytes(), text.offset(), text.length(), StandardCharsets.UTF_8);
      JsonPath path = JsonPath.of(rootArgument);
      if (path.find(bytes, 0, end) != JsonPath.Outcome.FOUND) {
        return;
      }
      element = path.element();
      label = path.label();
    }
    start(element, label);
  }

  /** The document is shown as JSONB, or as the text that was read, whatever it came as. */
  private void takeDocument(Register json) {
    boolean isJsonb = JsonValues.isJsonb(json);
    document.copyFrom(isJsonb ? Arguments.bytes(json) : Arguments.text(json));
    if (!isJsonb) {
      document.retype(Register.TEXT);
    }
  }

  private void start(int element, int label) {
    path.setLength(0);
    path.append(rootPath);
    root = new Level(null, -1, false, element + size(element), path.length());
    root.element = element;
    root.label = label;
    level = root;
    atEnd = false;
    if (!recursive && isContainer(element)) {
      descend();
    }
  }

  private int size(int at) {
    return Jsonb.size(Jsonb.checkedHeader(bytes, at, end));
  }

  private boolean isContainer(int element) {
    int type = Jsonb.type(bytes, element);
    return type == Jsonb.ARRAY || type == Jsonb.OBJECT;
  }

  /** Goes to the first member of the present container. */
  private void descend() {
    int container = level.element;
    long header = Jsonb.checkedHeader(bytes, container, end);
    int first = container + Jsonb.headerSize(header);
    int stop = first + Jsonb.payloadSize(header);
    if (level != root) {
      appendStep(path, level);
    }
    level = new Level(level, container, Jsonb.type(bytes, container) == Jsonb.OBJECT, stop, path.length());
    level.element = first;
    settle(first);
  }

  /** Takes the member that begins at an index, or leaves the containers that end there. */
  private void settle(int at) {
    int member = at;
    while (level.parent != null && member >= level.stop) {
      if (member > level.stop) {
        throw Jsonb.malformed();
      }
      Level left = level;
      level = level.parent;
      if (level == root) {
        atEnd = true;
        return;
      }
      path.setLength(level.pathLength);
      member = left.stop;
      level.index++;
    }
    if (level.isObject) {
      if (!Jsonb.isText(Jsonb.type(bytes, member))) {
        throw Jsonb.malformed();
      }
      level.label = member;
      member += size(member);
      if (member >= level.stop) {
        throw Jsonb.malformed();
      }
    }
    size(member);
    level.element = member;
  }

  public boolean isAtEnd() {
    return atEnd;
  }

  /** Goes to the next row. Requires: not at the end. */
  public void next() {
    rowid++;
    if (recursive && isContainer(level.element)) {
      descend();
    } else if (level == root) {
      atEnd = true;
    } else {
      int behind = level.element + size(level.element);
      level.index++;
      settle(behind);
    }
  }

  /** The number of the row, from 0. */
  public long rowid() {
    return rowid;
  }

  /**
   * Puts a column of the present row into a register, text in UTF-8.
   *
   * @param context gives the length limit
   */
  public void column(FunctionContext context, int column, Register out) {
    out.setNull();
    switch (column) {
      case KEY -> key(out);
      case VALUE -> value(context, out);
      case TYPE -> setText(out, Jsonb.typeName(Jsonb.type(bytes, level.element)));
      case ATOM -> {
        if (!isContainer(level.element)) {
          JsonValues.primitive(out, bytes, level.element, end);
          out.own();
        }
      }
      case ID -> out.setInteger(identifier(level));
      case PARENT -> {
        if (recursive && level != root) {
          out.setInteger(identifier(level.parent));
        }
      }
      case FULL_KEY -> {
        StringBuilder full = new StringBuilder(path);
        if (level != root) {
          appendStep(full, level);
        }
        setText(out, full.toString());
      }
      case PATH -> setText(out, level != root ? path.toString() : recursive ? rootPath.substring(0, lastStep())
          : rootPath);
      case JSON -> out.copyFrom(document);
      default -> setText(out, rootPath);
    }
  }

  private static void setText(Register out, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.setTextView(utf8, 0, utf8.length);
  }

  /** The offset of an element in the JSONB, its label included. */
  private static long identifier(Level member) {
    return member.label >= 0 ? member.label : member.element;
  }

  private void key(Register out) {
    if (level == root) {
      rootKey(out);
    } else if (level.isObject) {
      JsonValues.primitive(out, bytes, level.label, end);
      out.own();
    } else {
      out.setInteger(level.index);
    }
  }

  /** The last step of the path that leads to the root, as the path writes it. */
  private void rootKey(Register out) {
    int step = recursive ? lastStep() : rootPath.length();
    if (step == rootPath.length()) {
      return;
    }
    if (rootPath.charAt(step) == '[') {
      byte[] digits = rootPath.substring(step + 1).getBytes(StandardCharsets.UTF_8);
      out.setInteger(org.lumosql.value.NumberParser.integerPrefix(digits, 0, digits.length));
    } else if (rootPath.charAt(step + 1) == '"') {
      setText(out, rootPath.substring(step + 2, rootPath.length() - 1));
    } else {
      setText(out, rootPath.substring(step + 1));
    }
  }

  /**
   * Where the last step of the root's path begins; the path's length if it has none. As in the C library this is the
   * longest part of the path that leads to the container whose first member is the root, else the whole of the path
   * behind the {@code $}.
   */
  private int lastStep() {
    for (int at = rootPath.length() - 1; at >= 1; at--) {
      if ((rootPath.charAt(at) == '[' || rootPath.charAt(at) == '.')
          && (at == 1 || isFirstMember(rootPath.substring(0, at)))) {
        return at;
      }
    }
    return rootPath.length();
  }

  private boolean isFirstMember(String containerPath) {
    byte[] utf8 = containerPath.getBytes(StandardCharsets.UTF_8);
    Register text = new Register();
    text.setTextView(utf8, 0, utf8.length);
    try {
      JsonPath container = JsonPath.of(text);
      if (container.find(bytes, 0, end) != JsonPath.Outcome.FOUND) {
        return false;
      }
      int element = container.element();
      return element + Jsonb.headerSize(Jsonb.checkedHeader(bytes, element, end)) == identifier(root);
    } catch (StoreException e) {
      return false;
    }
  }

  private void value(FunctionContext context, Register out) {
    if (!isContainer(level.element)) {
      JsonValues.primitive(out, bytes, level.element, end);
      out.own();
    } else if (asJsonb) {
      out.setBlob(bytes, level.element, size(level.element));
      out.setSubtype(Jsonb.SUBTYPE);
    } else {
      ByteBuilder text = JsonWriter.text(context, bytes, level.element, end);
      out.setTextView(text.array(), 0, text.length());
      out.setSubtype(Jsonb.SUBTYPE);
    }
  }

  /** Appends the step from a container to its present member. */
  private void appendStep(StringBuilder out, Level member) {
    if (!member.isObject) {
      out.append('[').append(member.index).append(']');
      return;
    }
    long header = Jsonb.checkedHeader(bytes, member.label, end);
    String label = new String(bytes, member.label + Jsonb.headerSize(header), Jsonb.payloadSize(header),
        StandardCharsets.UTF_8);
    boolean plain = !label.isEmpty() && isLetter(label.charAt(0));
    for (int i = 1; plain && i < label.length(); i++) {
      plain = isLetter(label.charAt(i)) || label.charAt(i) >= '0' && label.charAt(i) <= '9';
    }
    out.append(plain ? "." : ".\"").append(label).append(plain ? "" : "\"");
  }

  private static boolean isLetter(char letter) {
    return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
  }
}

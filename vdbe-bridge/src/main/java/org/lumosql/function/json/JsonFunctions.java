// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function.json;

import static org.lumosql.function.FunctionDefinition.DETERMINISTIC;
import static org.lumosql.function.FunctionDefinition.INNOCUOUS;
import static org.lumosql.function.FunctionDefinition.RESULT_SUBTYPE;
import static org.lumosql.function.FunctionDefinition.SUBTYPE;

import org.lumosql.function.Arguments;
import org.lumosql.function.ByteBuilder;
import org.lumosql.function.FunctionContext;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.function.FunctionDefinition.Kind;
import org.lumosql.function.FunctionRegistry;
import org.lumosql.function.ScalarFunction;
import org.lumosql.value.Register;

/** JSON functions that read and make values (https://sqlite.org/json1.html). */
public final class JsonFunctions implements ScalarFunction {
  private static final int PURE = DETERMINISTIC | INNOCUOUS;
  private static final byte[] DEFAULT_INDENT = {' ', ' ', ' ', ' '};

  /** Which function. */
  private enum Body {
    ARRAY,
    ARRAY_LENGTH,
    ARROW,
    DOUBLE_ARROW,
    ERROR_POSITION,
    EXTRACT,
    JSON,
    OBJECT,
    PRETTY,
    QUOTE,
    TYPE,
    VALID
  }

  private final Body body;
  private final boolean asJsonb;

  private JsonFunctions(Body body, boolean asJsonb) {
    this.body = body;
    this.asJsonb = asJsonb;
  }

  public static void register(FunctionRegistry registry) {
    registry.add(fixed("->", 2, PURE | RESULT_SUBTYPE, new JsonFunctions(Body.ARROW, false)));
    registry.add(fixed("->>", 2, PURE, new JsonFunctions(Body.DOUBLE_ARROW, false)));
    registry.add(fixed("json", 1, PURE | RESULT_SUBTYPE, new JsonFunctions(Body.JSON, false)));
    registry.add(fixed("jsonb", 1, PURE, new JsonFunctions(Body.JSON, true)));
    registry.add(variadic("json_array", PURE | SUBTYPE, new JsonFunctions(Body.ARRAY, false)));
    registry.add(variadic("jsonb_array", PURE | SUBTYPE, new JsonFunctions(Body.ARRAY, true)));
    registry.add(fixed("json_array_length", 1, PURE, new JsonFunctions(Body.ARRAY_LENGTH, false)));
    registry.add(fixed("json_array_length", 2, PURE, new JsonFunctions(Body.ARRAY_LENGTH, false)));
    registry.add(fixed("json_error_position", 1, PURE, new JsonFunctions(Body.ERROR_POSITION, false)));
    registry.add(variadic("json_extract", PURE | RESULT_SUBTYPE, new JsonFunctions(Body.EXTRACT, false)));
    registry.add(variadic("jsonb_extract", PURE, new JsonFunctions(Body.EXTRACT, true)));
    registry.add(variadic("json_object", PURE | SUBTYPE, new JsonFunctions(Body.OBJECT, false)));
    registry.add(variadic("jsonb_object", PURE | SUBTYPE, new JsonFunctions(Body.OBJECT, true)));
    registry.add(fixed("json_pretty", 1, PURE, new JsonFunctions(Body.PRETTY, false)));
    registry.add(fixed("json_pretty", 2, PURE, new JsonFunctions(Body.PRETTY, false)));
    registry.add(fixed("json_quote", 1, PURE | SUBTYPE, new JsonFunctions(Body.QUOTE, false)));
    registry.add(fixed("json_type", 1, PURE, new JsonFunctions(Body.TYPE, false)));
    registry.add(fixed("json_type", 2, PURE, new JsonFunctions(Body.TYPE, false)));
    registry.add(fixed("json_valid", 1, PURE, new JsonFunctions(Body.VALID, false)));
    registry.add(fixed("json_valid", 2, PURE, new JsonFunctions(Body.VALID, false)));
    JsonEditFunctions.register(registry);
    JsonAggregates.register(registry);
  }

  @Override
  public void call(FunctionContext context, Register[] r, int first, int count) {
    switch (body) {
      case ARRAY -> array(context, r, first, count, asJsonb);
      case ARRAY_LENGTH -> arrayLength(context, r, first, count);
      case ARROW -> arrow(context, r, first, count);
      case DOUBLE_ARROW -> doubleArrow(context, r, first, count);
      case ERROR_POSITION -> errorPosition(context, r, first, count);
      case EXTRACT -> extract(context, r, first, count, asJsonb);
      case JSON -> json(context, r[first], asJsonb);
      case OBJECT -> object(context, r, first, count, asJsonb);
      case PRETTY -> pretty(context, r, first, count);
      case QUOTE -> quote(context, r, first, count);
      case TYPE -> type(context, r, first, count);
      case VALID -> valid(context, r, first, count);
      default -> throw new AssertionError(body);
    }
  }

  static FunctionDefinition fixed(String name, int count, int flags, ScalarFunction body) {
    return new FunctionDefinition(name, count, count, count, Kind.SCALAR, flags, body, null);
  }

  static FunctionDefinition variadic(String name, int flags, ScalarFunction body) {
    return new FunctionDefinition(name, -1, 0, 127, Kind.SCALAR, flags, body, null);
  }

  private static void json(FunctionContext context, Register argument, boolean asJsonb) {
    if (!argument.isNull()) {
      JsonBuffer json = JsonValues.parse(argument);
      JsonValues.toJson(context, json.array(), 0, json.length(), asJsonb);
    }
  }

  /** Makes JSON text the result, or parses it to JSONB; marked as JSON either way. */
  static void setResult(FunctionContext context, ByteBuilder text, boolean asJsonb) {
    if (!asJsonb) {
      text.toText();
      context.result().setSubtype(Jsonb.SUBTYPE);
      return;
    }
    JsonParser parser = new JsonParser(text.array(), 0, text.length());
    if (!parser.parse()) {
      throw Jsonb.malformed();
    }
    context.result().setBlobView(parser.result().array(), 0, parser.result().length());
    context.result().setSubtype(Jsonb.SUBTYPE);
  }

  private static void array(FunctionContext context, Register[] r, int first, int count, boolean asJsonb) {
    ByteBuilder out = new ByteBuilder(context, 64).append('[');
    for (int i = first; i < first + count; i++) {
      if (i > first) {
        out.append(',');
      }
      JsonValues.appendText(out, r[i]);
    }
    setResult(context, out.append(']'), asJsonb);
  }

  private static void object(FunctionContext context, Register[] r, int first, int count, boolean asJsonb) {
    if ((count & 1) != 0) {
      throw context.error("json_object() requires an even number of arguments");
    }
    for (int i = first; i < first + count; i += 2) {
      if (r[i].type() != Register.TEXT) {
        throw context.error("json_object() labels must be TEXT");
      }
    }
    ByteBuilder out = new ByteBuilder(context, 64).append('{');
    for (int i = first; i < first + count; i += 2) {
      if (i > first) {
        out.append(',');
      }
      JsonWriter.appendQuoted(out, r[i].bytes(), r[i].offset(), r[i].offset() + r[i].length());
      JsonValues.appendText(out.append(':'), r[i + 1]);
    }
    setResult(context, out.append('}'), asJsonb);
  }

  private static void quote(FunctionContext context, Register[] r, int first, int count) {
    ByteBuilder out = new ByteBuilder(context, 32);
    JsonValues.appendText(out, r[first]);
    out.toText();
    context.result().setSubtype(Jsonb.SUBTYPE);
  }

  private static void arrow(FunctionContext context, Register[] r, int first, int count) {
    JsonBuffer json = r[first].isNull() ? null : JsonValues.parse(r[first]);
    if (json == null || r[first + 1].isNull()) {
      return;
    }
    JsonPath path = JsonPath.ofOperand(r[first + 1]);
    if (path.find(json.array(), 0, json.length()) == JsonPath.Outcome.FOUND) {
      JsonValues.toJson(context, json.array(), path.element(), json.length(), false);
    }
  }

  private static void doubleArrow(FunctionContext context, Register[] r, int first, int count) {
    JsonBuffer json = r[first].isNull() ? null : JsonValues.parse(r[first]);
    if (json == null || r[first + 1].isNull()) {
      return;
    }
    JsonPath path = JsonPath.ofOperand(r[first + 1]);
    if (path.find(json.array(), 0, json.length()) == JsonPath.Outcome.FOUND) {
      JsonValues.toSql(context, json.array(), path.element(), json.length(), false);
      context.result().setSubtype(0);
    }
  }

  private static void extract(FunctionContext context, Register[] r, int first, int count, boolean asJsonb) {
    if (count < 2 || r[first].isNull()) {
      return;
    }
    JsonBuffer json = JsonValues.parse(r[first]);
    if (count == 2) {
      JsonPath path = r[first + 1].isNull() ? null : JsonPath.of(r[first + 1]);
      if (path != null && path.find(json.array(), 0, json.length()) == JsonPath.Outcome.FOUND) {
        JsonValues.toSql(context, json.array(), path.element(), json.length(), asJsonb);
      }
      return;
    }
    ByteBuilder out = new ByteBuilder(context, 64).append('[');
    for (int i = first + 1; i < first + count; i++) {
      if (r[i].isNull()) {
        return;
      }
      if (i > first + 1) {
        out.append(',');
      }
      JsonPath path = JsonPath.of(r[i]);
      if (path.find(json.array(), 0, json.length()) == JsonPath.Outcome.FOUND) {
        new JsonWriter(out).write(json.array(), path.element(), json.length());
      } else {
        out.append("null");
      }
    }
    setResult(context, out.append(']'), asJsonb);
    if (asJsonb) {
      context.result().setSubtype(0);
    }
  }

  private static void arrayLength(FunctionContext context, Register[] r, int first, int count) {
    if (r[first].isNull()) {
      return;
    }
    JsonBuffer json = JsonValues.parse(r[first]);
    int element = lookedUp(json, r, first, count);
    if (element >= 0) {
      boolean isArray = Jsonb.type(json.array(), element) == Jsonb.ARRAY;
      context.result().setInteger(isArray ? Jsonb.count(json.array(), element, json.length()) : 0);
    }
  }

  /** The element that the optional path argument names, −1 if there is none. */
  private static int lookedUp(JsonBuffer json, Register[] r, int first, int count) {
    if (count == 1) {
      return 0;
    }
    if (r[first + 1].isNull()) {
      return -1;
    }
    JsonPath path = JsonPath.of(r[first + 1]);
    return path.find(json.array(), 0, json.length()) == JsonPath.Outcome.FOUND ? path.element() : -1;
  }

  private static void type(FunctionContext context, Register[] r, int first, int count) {
    if (r[first].isNull()) {
      return;
    }
    JsonBuffer json = JsonValues.parse(r[first]);
    int element = lookedUp(json, r, first, count);
    if (element >= 0) {
      context.setResult(Jsonb.typeName(Jsonb.type(json.array(), element)));
    }
  }

  private static void pretty(FunctionContext context, Register[] r, int first, int count) {
    if (r[first].isNull()) {
      return;
    }
    JsonBuffer json = JsonValues.parse(r[first]);
    byte[] indent = DEFAULT_INDENT;
    if (count == 2 && !r[first + 1].isNull()) {
      Register text = Arguments.text(r[first + 1]);
      int end = org.lumosql.function.Utf8.end(text.bytes(), text.offset(), text.offset() + text.length());
      indent = java.util.Arrays.copyOfRange(text.bytes(), text.offset(), end);
    }
    ByteBuilder out = new ByteBuilder(context, json.length() * 2);
    new JsonWriter(out, indent, indent.length).write(json.array(), 0, json.length());
    out.toText();
  }

  private static void errorPosition(FunctionContext context, Register[] r, int first, int count) {
    if (r[first].isNull()) {
      return;
    }
    boolean isJsonb = JsonValues.isJsonb(r[first]);
    Register text = isJsonb ? Arguments.bytes(r[first]) : Arguments.text(r[first]);
    int end = text.offset() + text.length();
    if (isJsonb) {
      context.result().setInteger(JsonbValidator.errorPosition(text.bytes(), text.offset(), end));
      return;
    }
    JsonParser parser = new JsonParser(text.bytes(), text.offset(), text.length());
    context.result().setInteger(parser.parse() ? 0 : parser.errorPosition());
  }

  private static void valid(FunctionContext context, Register[] r, int first, int count) {
    long flags = count == 1 ? 1 : Arguments.integer(r[first + 1]);
    if (flags < 1 || flags > 15) {
      throw context.error("FLAGS parameter to json_valid() must be between 1 and 15");
    }
    if (r[first].isNull()) {
      return;
    }
    boolean isJsonb = JsonValues.isJsonb(r[first]);
    Register text = isJsonb ? Arguments.bytes(r[first]) : Arguments.text(r[first]);
    int end = text.offset() + text.length();
    boolean valid = false;
    if (isJsonb) {
      valid = (flags & 4) != 0 || (flags & 8) != 0 && JsonbValidator.errorPosition(text.bytes(), text.offset(),
          end) == 0;
    } else if ((flags & 3) != 0) {
      JsonParser parser = new JsonParser(text.bytes(), text.offset(), text.length());
      valid = parser.parse() && ((flags & 2) != 0 || !parser.isExtended());
    }
    context.result().setBoolean(valid);
  }
}

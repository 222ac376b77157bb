// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import static org.lumosql.function.Definitions.scalar;
import static org.lumosql.function.Definitions.variadic;
import static org.lumosql.function.FunctionDefinition.DETERMINISTIC;
import static org.lumosql.function.FunctionDefinition.DIRECT_ONLY;
import static org.lumosql.function.FunctionDefinition.INLINE;
import static org.lumosql.function.FunctionDefinition.INNOCUOUS;
import static org.lumosql.function.FunctionDefinition.LENGTH_ONLY;
import static org.lumosql.function.FunctionDefinition.NEEDS_COLLATION;
import static org.lumosql.function.FunctionDefinition.SUBTYPE;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.lumosql.error.Interruption;
import org.lumosql.value.Register;

/** Functions about values as such and about the connection (https://sqlite.org/lang_corefunc.html). */
final class CoreFunctions implements ScalarFunction {
  private static final int PURE = DETERMINISTIC | INNOCUOUS;
  private static final String VERSION = "3.54.1";
  private static final String SOURCE_ID =
      "2026-10-16 14:45:20 555e07ef33f69a0957d24d8e555b702464a131d6f1607f4c3c1e4551e8e6ca76";
  private static final byte[][] TYPE_NAMES = {ascii("null"), ascii("integer"), ascii("real"), ascii("text"),
      ascii("blob")};

  /** Which function. */
  private enum Body {
    CHANGES,
    COALESCE,
    COMPILE_OPTION_GET,
    COMPILE_OPTION_USED,
    IIF,
    LAST_INSERT_ROWID,
    LOAD_EXTENSION,
    LOG,
    MAXIMUM,
    MINIMUM,
    NULL_IF,
    RANDOM,
    RANDOM_BLOB,
    SOURCE_ID,
    SUBTYPE,
    TOTAL_CHANGES,
    TYPE_OF,
    VERSION,
    ZERO_BLOB
  }

  private final Body body;

  private CoreFunctions(Body body) {
    this.body = body;
  }

  static void register(FunctionRegistry registry) {
    registry.add(scalar("changes", 0, INNOCUOUS, new CoreFunctions(Body.CHANGES)));
    registry.add(variadic("coalesce", 2, PURE | INLINE, new CoreFunctions(Body.COALESCE)));
    registry.add(variadic("if", 2, PURE | INLINE, new CoreFunctions(Body.IIF)));
    registry.add(scalar("ifnull", 2, PURE | INLINE, new CoreFunctions(Body.COALESCE)));
    registry.add(variadic("iif", 2, PURE | INLINE, new CoreFunctions(Body.IIF)));
    registry.add(scalar("last_insert_rowid", 0, INNOCUOUS, new CoreFunctions(Body.LAST_INSERT_ROWID)));
    registry.add(scalar("likelihood", 2, PURE | INLINE, new CoreFunctions(Body.COALESCE)));
    registry.add(scalar("likely", 1, PURE | INLINE, new CoreFunctions(Body.COALESCE)));
    registry.add(scalar("load_extension", 1, DIRECT_ONLY, new CoreFunctions(Body.LOAD_EXTENSION)));
    registry.add(scalar("load_extension", 2, DIRECT_ONLY, new CoreFunctions(Body.LOAD_EXTENSION)));
    registry.add(variadic("max", 1, PURE | NEEDS_COLLATION, new CoreFunctions(Body.MAXIMUM)));
    registry.add(variadic("min", 1, PURE | NEEDS_COLLATION, new CoreFunctions(Body.MINIMUM)));
    registry.add(scalar("nullif", 2, PURE | NEEDS_COLLATION, new CoreFunctions(Body.NULL_IF)));
    registry.add(scalar("random", 0, INNOCUOUS, new CoreFunctions(Body.RANDOM)));
    registry.add(scalar("randomblob", 1, INNOCUOUS, new CoreFunctions(Body.RANDOM_BLOB)));
    registry.add(scalar("sqlite_compileoption_get", 1, INNOCUOUS, new CoreFunctions(Body.COMPILE_OPTION_GET)));
    registry.add(scalar("sqlite_compileoption_used", 1, INNOCUOUS, new CoreFunctions(Body.COMPILE_OPTION_USED)));
    registry.add(scalar("sqlite_log", 2, DIRECT_ONLY, new CoreFunctions(Body.LOG)));
    registry.add(scalar("sqlite_source_id", 0, INNOCUOUS, new CoreFunctions(Body.SOURCE_ID)));
    registry.add(scalar("sqlite_version", 0, INNOCUOUS, new CoreFunctions(Body.VERSION)));
    registry.add(scalar("subtype", 1, PURE | SUBTYPE, new CoreFunctions(Body.SUBTYPE)));
    registry.add(scalar("total_changes", 0, INNOCUOUS, new CoreFunctions(Body.TOTAL_CHANGES)));
    registry.add(scalar("typeof", 1, PURE | LENGTH_ONLY, new CoreFunctions(Body.TYPE_OF)));
    registry.add(scalar("unlikely", 1, PURE | INLINE, new CoreFunctions(Body.COALESCE)));
    registry.add(scalar("zeroblob", 1, PURE, new CoreFunctions(Body.ZERO_BLOB)));
  }

  @Override
  public void call(FunctionContext context, Register[] r, int first, int count) {
    switch (body) {
      case CHANGES -> changes(context, r, first, count);
      case COALESCE -> coalesce(context, r, first, count);
      case COMPILE_OPTION_GET -> compileOptionGet(context, r, first, count);
      case COMPILE_OPTION_USED -> compileOptionUsed(context, r, first, count);
      case IIF -> iif(context, r, first, count);
      case LAST_INSERT_ROWID -> lastInsertRowid(context, r, first, count);
      case LOAD_EXTENSION -> loadExtension(context, r, first, count);
      case LOG -> log(context, r, first, count);
      case MAXIMUM -> maximum(context, r, first, count);
      case MINIMUM -> minimum(context, r, first, count);
      case NULL_IF -> nullIf(context, r, first, count);
      case RANDOM -> random(context, r, first, count);
      case RANDOM_BLOB -> randomBlob(context, r, first, count);
      case SOURCE_ID -> sourceId(context, r, first, count);
      case SUBTYPE -> subtype(context, r, first, count);
      case TOTAL_CHANGES -> totalChanges(context, r, first, count);
      case TYPE_OF -> typeOf(context, r, first, count);
      case VERSION -> version(context, r, first, count);
      case ZERO_BLOB -> zeroBlob(context, r, first, count);
      default -> throw new AssertionError(body);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void changes(FunctionContext context, Register[] r, int first, int count) {
    context.result().setInteger(context.environment().changes());
  }

  private static void totalChanges(FunctionContext context, Register[] r, int first, int count) {
    context.result().setInteger(context.environment().totalChanges());
  }

  private static void lastInsertRowid(FunctionContext context, Register[] r, int first, int count) {
    context.result().setInteger(context.environment().lastInsertRowid());
  }

  private static void coalesce(FunctionContext context, Register[] r, int first, int count) {
    for (int i = first; i < first + count; i++) {
      if (!r[i].isNull()) {
        context.result().copyFrom(r[i]);
        return;
      }
    }
  }

  private static void iif(FunctionContext context, Register[] r, int first, int count) {
    int pairs = count / 2;
    for (int pair = 0; pair < pairs; pair++) {
      if (isTrue(r[first + 2 * pair])) {
        context.result().copyFrom(r[first + 2 * pair + 1]);
        return;
      }
    }
    if ((count & 1) != 0) {
      context.result().copyFrom(r[first + count - 1]);
    }
  }

  private static boolean isTrue(Register value) {
    return value.type() == Register.INTEGER ? value.integer() != 0 : Arguments.real(value) != 0;
  }

  private static void nullIf(FunctionContext context, Register[] r, int first, int count) {
    if (r[first].isNull() || r[first + 1].isNull() || Comparison.compare(r[first], r[first + 1],
        context.collation()) != 0) {
      context.result().copyFrom(r[first]);
    }
  }

  private static void maximum(FunctionContext context, Register[] r, int first, int count) {
    extreme(context, r, first, count, 1);
  }

  private static void minimum(FunctionContext context, Register[] r, int first, int count) {
    extreme(context, r, first, count, -1);
  }

  private static void extreme(FunctionContext context, Register[] r, int first, int count, int sign) {
    Register best = r[first];
    if (best.isNull()) {
      return;
    }
    for (int i = first + 1; i < first + count; i++) {
      if (r[i].isNull()) {
        return;
      }
      int order = Comparison.compare(r[i], best, context.collation()) * sign;
      if (order > 0 || order == 0 && sign < 0) {
        best = r[i];
      }
    }
    context.result().copyFrom(best);
  }

  private static void typeOf(FunctionContext context, Register[] r, int first, int count) {
    byte[] name = TYPE_NAMES[r[first].type()];
    context.result().setTextView(name, 0, name.length);
  }

  private static void subtype(FunctionContext context, Register[] r, int first, int count) {
    context.result().setInteger(r[first].subtype());
  }

  private static void random(FunctionContext context, Register[] r, int first, int count) {
    context.result().setInteger(context.environment().randomLong());
  }

  private static void randomBlob(FunctionContext context, Register[] r, int first, int count) {
    long size = Math.max(1, Arguments.integer(r[first]));
    if (size > context.environment().lengthLimit()) {
      throw ByteBuilder.tooBig(context);
    }
    byte[] bytes = new byte[(int) size];
    long bits = 0;
    for (int i = 0; i < bytes.length; i++) {
      bits = (i & 7) == 0 ? context.environment().randomLong() : bits >>> 8;
      bytes[i] = (byte) bits;
      if ((i & 0x3ffff) == 0) {
        Interruption.check();
      }
    }
    context.result().setBlobView(bytes, 0, bytes.length);
  }

  private static void zeroBlob(FunctionContext context, Register[] r, int first, int count) {
    long size = Math.max(0, Arguments.integer(r[first]));
    if (size > context.environment().lengthLimit()) {
      throw ByteBuilder.tooBig(context);
    }
    context.result().setZeroBlob((int) size);
  }

  private static void compileOptionGet(FunctionContext context, Register[] r, int first, int count) {
    List<String> options = context.environment().compileOptions();
    int index = Arguments.smallInteger(r[first]);
    if (index >= 0 && index < options.size()) {
      context.setResult(options.get(index));
    }
  }

  private static void compileOptionUsed(FunctionContext context, Register[] r, int first, int count) {
    if (r[first].isNull()) {
      return;
    }
    Register text = Arguments.text(r[first]);
    String name = new String(text.bytes(), text.offset(), text.length(),
        StandardCharsets.UTF_8).toUpperCase(Locale.ROOT);
    String option = name.startsWith("SQLITE_") ? name.substring(7) : name;
    boolean used = false;
    for (String candidate : context.environment().compileOptions()) {
      used |= candidate.equals(option) || candidate.startsWith(option) && candidate.charAt(option.length()) == '=';
    }
    context.result().setBoolean(used);
  }

  private static void sourceId(FunctionContext context, Register[] r, int first, int count) {
    context.setResult(SOURCE_ID);
  }

  private static void version(FunctionContext context, Register[] r, int first, int count) {
    context.setResult(VERSION);
  }

  private static void loadExtension(FunctionContext context, Register[] r, int first, int count) {
    throw context.error("not authorized");
  }

  /** There is no error log to write to: the value is NULL, as in the C library without a log callback. */
  private static void log(FunctionContext context, Register[] r, int first, int count) {
    context.result().setNull();
  }
}

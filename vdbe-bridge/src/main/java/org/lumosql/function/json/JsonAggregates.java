// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function.json;

import static org.lumosql.function.FunctionDefinition.DETERMINISTIC;
import static org.lumosql.function.FunctionDefinition.INNOCUOUS;
import static org.lumosql.function.FunctionDefinition.SUBTYPE;

import java.util.function.Supplier;
import org.lumosql.error.LongWork;
import org.lumosql.function.Accumulator;
import org.lumosql.function.Arguments;
import org.lumosql.function.ByteBuilder;
import org.lumosql.function.FunctionContext;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.function.FunctionDefinition.Kind;
import org.lumosql.function.FunctionRegistry;
import org.lumosql.function.Utf8;
import org.lumosql.value.Register;

/** {@code json_group_array} and {@code json_group_object}, also over windows and as JSONB. */
final class JsonAggregates implements Supplier<Accumulator> {
  private static final int FLAGS = DETERMINISTIC | INNOCUOUS | SUBTYPE;

  private final boolean isObject;
  private final boolean asJsonb;

  private JsonAggregates(boolean isObject, boolean asJsonb) {
    this.isObject = isObject;
    this.asJsonb = asJsonb;
  }

  static void register(FunctionRegistry registry) {
    add(registry, "json_group_array", 1, false);
    add(registry, "jsonb_group_array", 1, true);
    add(registry, "json_group_object", 2, false);
    add(registry, "jsonb_group_object", 2, true);
  }

  private static void add(FunctionRegistry registry, String name, int count, boolean asJsonb) {
    registry.add(new FunctionDefinition(name, count, count, count, Kind.WINDOW_AGGREGATE, FLAGS, null,
        new JsonAggregates(count == 2, asJsonb)));
  }

  @Override
  public Accumulator get() {
    return new Group(isObject, asJsonb);
  }

  /** The members' texts, one behind the other, and the length of each. Members leave at the front. */
  private static final class Group extends Accumulator {
    private final boolean isObject;
    private final boolean asJsonb;
    private byte[] bytes = new byte[64];
    private int start;
    private int end;
    private int[] lengths = new int[8];
    private int first;
    private int members;
    private boolean hasStarted;

    Group(boolean isObject, boolean asJsonb) {
      this.isObject = isObject;
      this.asJsonb = asJsonb;
    }

    @Override
    public void step(FunctionContext context, Register[] r, int firstArgument, int count) {
      hasStarted = true;
      if (isObject && r[firstArgument].isNull()) {
        return;
      }
      ByteBuilder member = new ByteBuilder(context, 32);
      if (isObject) {
        Register label = Arguments.text(r[firstArgument]);
        int labelEnd = Utf8.end(label.bytes(), label.offset(), label.offset() + label.length());
        JsonWriter.appendQuoted(member, label.bytes(), label.offset(), labelEnd);
        member.append(':');
      }
      JsonValues.appendText(member, r[firstArgument + count - 1]);
      append(member.array(), member.length());
    }

    private void append(byte[] member, int length) {
      if ((long) end + length > bytes.length) {
        long needed = (long) end - start + length;
        byte[] target = needed * 2 <= bytes.length ? bytes
            : new byte[(int) Math.min(needed * 2, Integer.MAX_VALUE - 8)];
        if (needed > target.length) {
          throw Jsonb.error("string or blob too big");
        }
        LongWork.copy(bytes, start, target, 0, end - start);
        bytes = target;
        end -= start;
        start = 0;
      }
      LongWork.copy(member, 0, bytes, end, length);
      end += length;
      if (first + members == lengths.length) {
        int[] target = members * 2 <= lengths.length ? lengths : new int[lengths.length * 2];
        System.arraycopy(lengths, first, target, 0, members);
        lengths = target;
        first = 0;
      }
      lengths[first + members++] = length;
    }

    @Override
    public void inverse(FunctionContext context, Register[] r, int firstArgument, int count) {
      if (members > 0 && !(isObject && r[firstArgument].isNull())) {
        start += lengths[first++];
        members--;
      }
    }

    @Override
    public void value(FunctionContext context) {
      ByteBuilder out = new ByteBuilder(context, end - start + members + 2);
      out.append(isObject ? '{' : '[');
      int at = start;
      for (int i = first; i < first + members; i++) {
        if (i > first) {
          out.append(',');
        }
        out.append(bytes, at, lengths[i]);
        at += lengths[i];
      }
      out.append(isObject ? '}' : ']');
      JsonFunctions.setResult(context, out, asJsonb);
      if (asJsonb && !isObject && hasStarted) { // alone of what makes JSONB of values this is not marked as JSON
        context.result().setSubtype(0);
      }
    }

    @Override
    public void finish(FunctionContext context) {
      value(context);
    }
  }
}

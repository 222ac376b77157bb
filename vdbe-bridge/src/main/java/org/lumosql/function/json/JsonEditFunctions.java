// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function.json;

import static org.lumosql.function.FunctionDefinition.DETERMINISTIC;
import static org.lumosql.function.FunctionDefinition.INNOCUOUS;
import static org.lumosql.function.FunctionDefinition.RESULT_SUBTYPE;
import static org.lumosql.function.FunctionDefinition.SUBTYPE;

import org.lumosql.function.FunctionContext;
import org.lumosql.function.FunctionRegistry;
import org.lumosql.function.ScalarFunction;
import org.lumosql.value.Register;

/** JSON functions that give a changed copy: insert, replace, set, remove, patch. */
final class JsonEditFunctions implements ScalarFunction {
  private static final int PURE = DETERMINISTIC | INNOCUOUS;
  private static final byte[] NOTHING = {};

  private final String name;
  /** What to do at each path; null for {@code json_patch}, which has none. */
  private final JsonEditor.Kind kind;
  private final boolean asJsonb;

  private JsonEditFunctions(String name, JsonEditor.Kind kind, boolean asJsonb) {
    this.name = name;
    this.kind = kind;
    this.asJsonb = asJsonb;
  }

  static void register(FunctionRegistry registry) {
    add(registry, "array_insert", JsonEditor.Kind.ARRAY_INSERT);
    add(registry, "insert", JsonEditor.Kind.INSERT);
    add(registry, "remove", JsonEditor.Kind.REMOVE);
    add(registry, "replace", JsonEditor.Kind.REPLACE);
    add(registry, "set", JsonEditor.Kind.SET);
    registry.add(JsonFunctions.fixed("json_patch", 2, PURE | RESULT_SUBTYPE,
        new JsonEditFunctions("json_patch", null, false)));
    registry.add(JsonFunctions.fixed("jsonb_patch", 2, PURE, new JsonEditFunctions("jsonb_patch", null, true)));
  }

  private static void add(FunctionRegistry registry, String suffix, JsonEditor.Kind kind) {
    String name = "json_".concat(suffix);
    boolean takesValues = kind != JsonEditor.Kind.REMOVE;
    int flags = PURE | (takesValues ? SUBTYPE : RESULT_SUBTYPE);
    registry.add(JsonFunctions.variadic(name, flags, new JsonEditFunctions(name, kind, false)));
    registry.add(
        JsonFunctions.variadic(
            "jsonb_".concat(suffix), takesValues ? flags : PURE, new JsonEditFunctions(name, kind, true)));
  }

  @Override
  public void call(FunctionContext context, Register[] r, int first, int count) {
    if (kind == null) {
      patch(context, r, first);
    } else if (kind == JsonEditor.Kind.REMOVE) {
      remove(context, r, first, count);
    } else {
      edit(context, r, first, count);
    }
  }

  private void edit(FunctionContext context, Register[] r, int first, int count) {
    if (count == 0) {
      return;
    }
    if ((count & 1) == 0) {
      throw context.error(name + "() needs an odd number of arguments");
    }
    if (r[first].isNull()) {
      return;
    }
    JsonBuffer json = JsonValues.parse(r[first]);
    JsonEditor editor = new JsonEditor(kind);
    for (int i = first + 1; i < first + count; i += 2) {
      if (r[i].isNull()) {
        continue;
      }
      JsonPath path = JsonPath.of(r[i]);
      byte[] value = JsonValues.toJsonb(r[i + 1]);
      if (!path.isRoot() || kind == JsonEditor.Kind.REPLACE || kind == JsonEditor.Kind.SET) {
        editor.apply(json, path, value);
      }
    }
    JsonValues.toJson(context, json.array(), 0, json.length(), asJsonb);
  }

  private void remove(FunctionContext context, Register[] r, int first, int count) {
    if (count == 0 || r[first].isNull()) {
      return;
    }
    JsonBuffer json = JsonValues.parse(r[first]);
    JsonEditor editor = new JsonEditor(JsonEditor.Kind.REMOVE);
    for (int i = first + 1; i < first + count; i++) {
      if (r[i].isNull()) {
        return;
      }
      JsonPath path = JsonPath.of(r[i]);
      if (path.isRoot()) {
        return;
      }
      editor.apply(json, path, NOTHING);
    }
    JsonValues.toJson(context, json.array(), 0, json.length(), asJsonb);
  }

  private void patch(FunctionContext context, Register[] r, int first) {
    if (r[first].isNull()) {
      return;
    }
    JsonBuffer target = JsonValues.parse(r[first]); // it must be JSON even if there is no patch
    if (r[first + 1].isNull()) {
      return;
    }
    JsonBuffer patch = JsonValues.parse(r[first + 1]);
    JsonPatch.merge(target, patch.array(), patch.length());
    JsonValues.toJson(context, target.array(), 0, target.length(), asJsonb);
  }
}

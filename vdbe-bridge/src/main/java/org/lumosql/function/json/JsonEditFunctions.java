// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function.json;

import static org.lumosql.function.FunctionDefinition.DETERMINISTIC;
import static org.lumosql.function.FunctionDefinition.INNOCUOUS;
import static org.lumosql.function.FunctionDefinition.SUBTYPE;

import org.lumosql.function.FunctionContext;
import org.lumosql.function.FunctionRegistry;
import org.lumosql.value.Register;

/** JSON functions that give a changed copy: insert, replace, set, remove, patch. */
final class JsonEditFunctions {
  private static final int PURE = DETERMINISTIC | INNOCUOUS;
  private static final byte[] NOTHING = {};

  private JsonEditFunctions() {}

  static void register(FunctionRegistry registry) {
    add(registry, "array_insert", JsonEditor.Kind.ARRAY_INSERT);
    add(registry, "insert", JsonEditor.Kind.INSERT);
    add(registry, "replace", JsonEditor.Kind.REPLACE);
    add(registry, "set", JsonEditor.Kind.SET);
    registry.add(JsonFunctions.variadic("json_remove", PURE | SUBTYPE, (context, r, first, count) -> remove(context, r, first, count, false)));
    registry.add(JsonFunctions.variadic("jsonb_remove", PURE, (context, r, first, count) -> remove(context, r, first, count, true)));
    registry.add(JsonFunctions.fixed("json_patch", 2, PURE | SUBTYPE, (context, r, first, count) -> patch(context, r, first, false)));
    registry.add(JsonFunctions.fixed("jsonb_patch", 2, PURE, (context, r, first, count) -> patch(context, r, first, true)));
  }

  private static void add(FunctionRegistry registry, String name, JsonEditor.Kind kind) {
    String textName = "json_" + name;
    registry.add(JsonFunctions.variadic(textName, PURE | SUBTYPE,
        (context, r, first, count) -> edit(context, r, first, count, kind, textName, false)));
    String binaryName = "jsonb_" + name;
    registry.add(JsonFunctions.variadic(binaryName, PURE | SUBTYPE,
        (context, r, first, count) -> edit(context, r, first, count, kind, textName, true)));
  }

  private static void edit(
      FunctionContext context, Register[] r, int first, int count, JsonEditor.Kind kind, String name, boolean asJsonb) {
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

  private static void remove(FunctionContext context, Register[] r, int first, int count, boolean asJsonb) {
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

  private static void patch(FunctionContext context, Register[] r, int first, boolean asJsonb) {
    if (r[first].isNull() || r[first + 1].isNull()) {
      return;
    }
    JsonBuffer target = JsonValues.parse(r[first]);
    JsonBuffer patch = JsonValues.parse(r[first + 1]);
    JsonPatch.merge(target, patch.array(), patch.length());
    JsonValues.toJson(context, target.array(), 0, target.length(), asJsonb);
  }
}

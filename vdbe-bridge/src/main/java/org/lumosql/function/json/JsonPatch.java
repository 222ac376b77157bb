// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function.json;

import org.lumosql.error.DeepStack;
import org.lumosql.error.Interruption;

/**
 * Merges a patch into JSONB as RFC 7396 says: objects are merged label by label, NULL removes, anything else replaces.
 */
final class JsonPatch {
  private static final int COMPARED_BETWEEN_CHECKS = 1 << 14;
  private static final byte[] NOTHING = {};
  private static final byte[] EMPTY_OBJECT = {Jsonb.OBJECT};

  private final JsonBuffer target;
  private final byte[] patch;
  private int depth;
  private int compared;

  private JsonPatch(JsonBuffer target, byte[] patch) {
    this.target = target;
    this.patch = patch;
  }

  static void merge(JsonBuffer target, byte[] patch, int patchLength) {
    new JsonPatch(target, patch).merge(0, 0, patchLength);
  }

  private int targetSize(int at) {
    return Jsonb.size(Jsonb.checkedHeader(target.array(), at, target.length()));
  }

  /** Merges a patch element into the target element at an index. Containers around it are adjusted by the caller. */
  private void merge(int at, int patchAt, int patchLimit) {
    long patchHeader = Jsonb.checkedHeader(patch, patchAt, patchLimit);
    if (Jsonb.type(patch, patchAt) != Jsonb.OBJECT) {
      target.replace(at, targetSize(at), patch, patchAt, Jsonb.size(patchHeader));
      return;
    }
    if (++depth > Jsonb.MAXIMUM_DEPTH) {
      throw Jsonb.error("JSON nested too deep");
    }
    DeepStack.require(depth / Jsonb.LEVELS_PER_DEPTH);
    if (Jsonb.type(target.array(), at) != Jsonb.OBJECT) {
      long header = Jsonb.checkedHeader(target.array(), at, target.length());
      if (Jsonb.payloadSize(header) == 0) {
        target.setType(at, Jsonb.OBJECT);
      } else {
        target.splice(at, Jsonb.size(header), EMPTY_OBJECT, 0, 1);
      }
    }
    int label = patchAt + Jsonb.headerSize(patchHeader);
    int end = label + Jsonb.payloadSize(patchHeader);
    while (label < end) {
      if (!Jsonb.isText(Jsonb.type(patch, label))) {
        throw Jsonb.malformed();
      }
      int value = label + Jsonb.size(Jsonb.checkedHeader(patch, label, end));
      int next = value + Jsonb.size(Jsonb.checkedHeader(patch, value, end));
      mergeMember(at, label, value, next);
      label = next;
    }
    depth--;
  }

  /** Merges one label and value of the patch into the target object at an index. */
  private void mergeMember(int at, int patchLabel, int patchValue, int patchNext) {
    long header = Jsonb.checkedHeader(target.array(), at, target.length());
    int start = at + Jsonb.headerSize(header);
    int payload = Jsonb.payloadSize(header);
    int end = start + payload;
    int before = target.length();
    int found = find(start, end, patchLabel, patchValue);
    boolean isNull = Jsonb.type(patch, patchValue) == Jsonb.NULL;
    boolean isObject = Jsonb.type(patch, patchValue) == Jsonb.OBJECT;
    if (found >= 0) {
      int value = found + targetSize(found);
      if (isNull) {
        target.splice(found, value + targetSize(value) - found, NOTHING, 0, 0);
      } else {
        merge(value, patchValue, patchNext);
      }
    } else if (isObject) {
      target.splice(end, 0, patch, patchLabel, patchValue - patchLabel);
      int value = end + patchValue - patchLabel;
      target.splice(value, 0, EMPTY_OBJECT, 0, 1);
      merge(value, patchValue, patchNext);
    } else if (!isNull) {
      target.splice(end, 0, patch, patchLabel, patchNext - patchLabel);
    }
    target.setPayloadSize(at, payload + target.length() - before);
  }

  /** The label in the target that is the same as one in the patch, or −1. */
  private int find(int start, int end, int patchLabel, int patchValue) {
    int type = Jsonb.type(patch, patchLabel);
    boolean raw = type == Jsonb.TEXT || type == Jsonb.TEXTRAW;
    int text = patchLabel + Jsonb.headerSize(Jsonb.checkedHeader(patch, patchLabel, patchValue));
    byte[] bytes = target.array();
    for (int at = start; at < end; ) {
      if ((++compared & COMPARED_BETWEEN_CHECKS - 1) == 0) {
        Interruption.check();
      }
      int targetType = Jsonb.type(bytes, at);
      if (!Jsonb.isText(targetType)) {
        throw Jsonb.malformed();
      }
      long header = Jsonb.checkedHeader(bytes, at, end);
      int value = at + Jsonb.size(header);
      boolean targetRaw = targetType == Jsonb.TEXT || targetType == Jsonb.TEXTRAW;
      if (JsonPath.equal(patch, text, patchValue, raw, bytes, at + Jsonb.headerSize(header), value, targetRaw)) {
        Jsonb.checkedHeader(bytes, value, end);
        return at;
      }
      at = value + Jsonb.size(Jsonb.checkedHeader(bytes, value, end));
    }
    return -1;
  }
}

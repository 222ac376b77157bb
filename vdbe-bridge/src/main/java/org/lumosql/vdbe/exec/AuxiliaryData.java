// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

/** What functions keep from row to row for their constant arguments, by address of the call and argument. */
final class AuxiliaryData {
  private Object[][] byAddress;

  Object get(int address, int argument) {
    Object[] arguments = byAddress == null ? null : byAddress[address];
    return arguments == null || argument >= arguments.length ? null : arguments[argument];
  }

  void set(int programSize, int address, int argument, Object value) {
    if (byAddress == null) {
      byAddress = new Object[programSize][];
    }
    Object[] arguments = byAddress[address];
    if (arguments == null || argument >= arguments.length) {
      Object[] larger = new Object[argument + 2];
      if (arguments != null) {
        System.arraycopy(arguments, 0, larger, 0, arguments.length);
      }
      arguments = larger;
      byAddress[address] = arguments;
    }
    arguments[argument] = value;
  }

  void clear() {
    byAddress = null;
  }
}

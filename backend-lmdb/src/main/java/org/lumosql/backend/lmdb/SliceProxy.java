// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import java.util.Arrays;
import java.util.Comparator;
import jnr.ffi.Pointer;
import org.lmdbjava.BufferProxy;

/** Tells lmdbjava of keys and values by their addresses. Its own kinds of buffers copy each of them, into memory that they allocate each time, or reach into the JDK. */
final class SliceProxy extends BufferProxy<Slice> {
  static final SliceProxy INSTANCE = new SliceProxy();

  private SliceProxy() {}

  @Override
  protected Slice allocate() {
    return new Slice();
  }

  @Override
  protected void deallocate(Slice slice) {
    // nothing is its own
  }

  @Override
  protected byte[] getBytes(Slice slice) {
    return slice.bytes();
  }

  @Override
  protected Comparator<Slice> getSignedComparator() {
    return (left, right) -> Arrays.compare(left.bytes(), right.bytes());
  }

  @Override
  protected Comparator<Slice> getUnsignedComparator() {
    return (left, right) -> Arrays.compareUnsigned(left.bytes(), right.bytes());
  }

  @Override
  protected Pointer in(Slice slice, Pointer target) {
    target.putLong(STRUCT_FIELD_OFFSET_SIZE, slice.length);
    target.putAddress(STRUCT_FIELD_OFFSET_DATA, slice.address);
    return null;
  }

  @Override
  protected Pointer in(Slice slice, int length, Pointer target) {
    target.putLong(STRUCT_FIELD_OFFSET_SIZE, length);
    return null;
  }

  @Override
  protected Slice out(Slice slice, Pointer source) {
    slice.length = (int) source.getLong(STRUCT_FIELD_OFFSET_SIZE);
    slice.address = source.getAddress(STRUCT_FIELD_OFFSET_DATA);
    return slice;
  }
}

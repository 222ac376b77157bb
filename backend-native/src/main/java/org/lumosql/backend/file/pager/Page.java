// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

/**
 * A page in the cache. {@code data} is the page's bytes as the B-tree sees them: decoded by the page codec, page size
 * long.
 *
 * <p>Lifetime: from {@link Pager#page} until the matching {@link Pager#release}; while held it stays in the cache and
 * {@link #data} is the same array. {@link #attachment} belongs to the layer above (its decoded header); it is set to
 * null when the contents are replaced from below (rollback, reload).
 */
public abstract class Page {
  /** The bytes. Written to only after {@link Pager#makeWritable}. */
  public byte[] data;

  /** 1 for the first page of the file. */
  public int number;

  /** What the B-tree knows of the page; null if nothing. */
  public Object attachment;
}

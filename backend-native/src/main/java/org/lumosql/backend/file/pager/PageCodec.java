// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

/**
 * Translates pages between the cache and everything below it: database file, journal, log. Alternatives, one per
 * database, because the bytes that a page reserves at its end are one resource: plain, checksum, cipher.
 *
 * <p>The journal holds encoded pages too, and recovery copies them as they are.
 */
public interface PageCodec {
  /** Stores pages as they are. */
  PageCodec PLAIN =
      new PageCodec() {
        @Override
        public void decode(int number, byte[] page) {}

        @Override
        public byte[] encode(int number, byte[] page) {
          return page;
        }

        @Override
        public String toString() {
          return "plain";
        }
      };

  /**
   * Decodes in place.
   *
   * @throws org.lumosql.error.StoreException IOERR_DATA if the page has been damaged, NOTADB if the key does not fit
   */
  void decode(int number, byte[] page);

  /**
   * Encodes for the store. Never changes what the cache sees except in the reserved bytes.
   *
   * @return the array itself, or one of the codec that is valid until its next use
   */
  byte[] encode(int number, byte[] page);

  /** Bytes that the codec needs at the end of each page; −1 if any number will do. */
  default int reservedBytes() {
    return -1;
  }

  /** The page size, if nobody can read it from an encoded header; else 0. */
  default int pageSize() {
    return 0;
  }
}

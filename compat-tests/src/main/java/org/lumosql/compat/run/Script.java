// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.run;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A script of a corpus.
 *
 * @param container the file, or the zip or jar that it is in
 * @param entry its name in the container; null if it is a file
 * @param name what reports call it: its path below the corpus, with slashes
 * @param size bytes
 */
public record Script(String container, String entry, String name, long size) implements Serializable {
  /** The part of the name before its last slash; empty if there is none. */
  public String directory() {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }

  /** Its text; closing the reader closes the container. */
  public BufferedReader open() throws IOException {
    if (entry == null) {
      return new BufferedReader(new InputStreamReader(Files.newInputStream(Path.of(container)), StandardCharsets.UTF_8));
    }
    ZipFile zip = new ZipFile(container);
    ZipEntry found = zip.getEntry(entry);
    if (found == null) {
      zip.close();
      throw new IOException(container + " has no " + entry);
    }
    return new BufferedReader(new ReaderInZip(new InputStreamReader(zip.getInputStream(found), StandardCharsets.UTF_8), zip));
  }

  /** Closes the zip with the reader. */
  private static final class ReaderInZip extends FilterReader {
    private final ZipFile zip;

    ReaderInZip(Reader in, ZipFile zip) {
      super(in);
      this.zip = zip;
    }

    @Override
    public void close() throws IOException {
      in.close();
      zip.close();
    }
  }
}

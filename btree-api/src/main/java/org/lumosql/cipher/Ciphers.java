// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.cipher;

import java.util.Iterator;
import java.util.ServiceLoader;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** The installed cryptography, and whether it has been asked for. */
public final class Ciphers {
  private static volatile boolean isInUse;

  private Ciphers() {}

  /**
   * The cryptography on the class path.
   *
   * @throws StoreException ERROR that names the jar to add
   */
  public static Cryptography required() {
    if (Holder.INSTALLED == null) {
      throw StoreException.withMessage(
          ResultCode.ERROR, "encryption needs cryptography; add the jar lumosql-crypto to the class path");
    }
    isInUse = true;
    return Holder.INSTALLED;
  }

  /** @throws StoreException ERROR if there is no cipher of the name, which tells those that there are */
  public static void requireKnown(String cipher) {
    Cryptography cryptography = required();
    if (!cryptography.knows(cipher)) {
      throw StoreException.withMessage(
          ResultCode.ERROR, "no such cipher: " + cipher + " (available: " + String.join(", ", cryptography.names()) + ")");
    }
  }

  /** Whether a database has been given a key since the JVM started: temporary files are encrypted from then on. */
  public static boolean areInUse() {
    return isInUse;
  }

  private static final class Holder {
    static final Cryptography INSTALLED = find();

    private static Cryptography find() {
      Iterator<Cryptography> found =
          ServiceLoader.load(Cryptography.class, Cryptography.class.getClassLoader()).iterator();
      return found.hasNext() ? found.next() : null;
    }
  }
}

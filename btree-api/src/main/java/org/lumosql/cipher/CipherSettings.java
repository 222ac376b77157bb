// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.cipher;

import java.util.Locale;
import java.util.Map;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * How a new database is encrypted, and how a new password is turned into a key. An existing database tells all of it.
 *
 * @param cipher its name
 * @param memory KiB that the derivation fills, a power of two
 * @param passes over that memory
 * @param lanes of it
 */
public record CipherSettings(String cipher, int memory, int passes, int lanes) {
  /** Of a database that is given a key and no cipher. */
  public static final String DEFAULT_CIPHER = "aes256gcm";

  /** The second recommended option of RFC 9106, section 4. */
  private static final int DEFAULT_MEMORY = 64 * 1024;

  private static final int DEFAULT_PASSES = 3;
  private static final int DEFAULT_LANES = 4;

  /** What a database may ask for, so that one which was tampered with does not take all memory and time. */
  private static final int LARGEST_MEMORY = 1 << 20;

  private static final int MOST_PASSES = 100;
  private static final int MOST_LANES = 16;

  /** Whether the parameters are such as a database may have. */
  public static boolean areSound(int memory, int passes, int lanes) {
    return Integer.bitCount(memory) == 1
        && memory > 0
        && memory <= LARGEST_MEMORY
        && passes >= 1
        && passes <= MOST_PASSES
        && lanes >= 1
        && lanes <= MOST_LANES
        && memory >= 8 * lanes;
  }

  /** The settings among the parameters of a URI: {@code cipher}, {@code kdf_memory}, {@code kdf_passes}, {@code kdf_lanes}. */
  public static CipherSettings of(Map<String, String> parameters) {
    String cipher = parameters.getOrDefault("cipher", DEFAULT_CIPHER).strip().toLowerCase(Locale.ROOT);
    int memory = number(parameters, "kdf_memory", DEFAULT_MEMORY);
    int passes = number(parameters, "kdf_passes", DEFAULT_PASSES);
    int lanes = number(parameters, "kdf_lanes", DEFAULT_LANES);
    if (!areSound(memory, passes, lanes)) {
      throw StoreException.withMessage(
          ResultCode.ERROR,
          "kdf_memory must be a power of two up to " + LARGEST_MEMORY + " (KiB), at least 8 for each of kdf_lanes, 1 to " + MOST_LANES
              + "; kdf_passes 1 to " + MOST_PASSES);
    }
    return new CipherSettings(cipher, memory, passes, lanes);
  }

  private static int number(Map<String, String> parameters, String name, int otherwise) {
    String given = parameters.get(name);
    if (given == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(given.strip());
    } catch (NumberFormatException e) {
      throw StoreException.withMessage(ResultCode.ERROR, name + "=" + given + ": expected a number");
    }
  }
}

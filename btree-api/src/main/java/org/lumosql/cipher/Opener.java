// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.cipher;

/**
 * Opens what a {@link Sealer} has sealed, one after the other, and shows it where it lies: for those who only read, in an order that has a reason. It belongs to its sealer, and to the
 * same thread.
 */
public interface Opener {
  /**
   * Opens sealed bytes.
   *
   * @return false if they are not what was sealed with this associated data; nothing is shown then
   */
  boolean open(byte[] associated, byte[] sealed, int offset, int length);

  /**
   * Shows bytes that have been opened before, without their cipher text: they are known by nonce, tag, associated data and length. What is not known must be {@linkplain #open opened}.
   *
   * @param bytes has the nonce and the tag, each somewhere
   * @param length of the opened bytes
   * @return false if they are not known; nothing is shown then
   */
  boolean find(byte[] associated, byte[] bytes, int nonceOffset, int tagOffset, int length);

  /** The array that has the opened bytes, until something else is opened. Nobody may write to it. Requires: the last {@link #open} or {@link #find} said true, here and below. */
  byte[] array();

  /** Where in the array they begin. */
  int offset();

  int length();

  /** The opened bytes as an array of their own. Afterwards nothing is shown. */
  byte[] take();
}

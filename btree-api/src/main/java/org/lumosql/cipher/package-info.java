// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * What storage needs of encryption: keys under a password and the sealing of bytes. The algorithms are in the module {@code crypto}, found by {@link
 * java.util.ServiceLoader}; only the cipher for temporary files, which needs nothing but the JDK, is here.
 */
package org.lumosql.cipher;

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Encryption: {@link org.lumosql.crypto.PasswordCryptography} makes and opens keys; the ciphers are AES-256-GCM of the JDK and XChaCha20-Poly1305, made of HChaCha20
 * and the JDK's ChaCha20-Poly1305; passwords become keys by Bouncy Castle's Argon2id.
 */
package org.lumosql.crypto;

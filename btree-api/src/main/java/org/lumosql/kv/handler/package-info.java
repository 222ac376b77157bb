// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Decorators of the key-value SPI. A handler extends {@link org.lumosql.kv.ForwardingStore} and the classes
 * beside it, and overrides what it changes; one that has no interest in cursors returns the inner one unwrapped. A test
 * proves that every method is forwarded. Imports {@code org.lumosql.kv}.
 */
package org.lumosql.kv.handler;

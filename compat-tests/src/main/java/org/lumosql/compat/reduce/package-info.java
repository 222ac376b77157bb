// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** Makes long lists short that still do what they did. */
package org.lumosql.compat.reduce;

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** SQL over key-value engines, against the C library. */
package org.lumosql.compat.keyvalue;

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** What the random tests share: seeds, long runs and connections to either engine. */
package org.lumosql.compat.support;

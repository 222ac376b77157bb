// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** What the random testers share: seeds and long runs, connections to either engine, and the ways of storing a database. */
package org.lumosql.compat.support;

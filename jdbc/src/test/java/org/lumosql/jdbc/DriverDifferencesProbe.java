// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;
import java.sql.*;
import java.util.*;
public final class DriverDifferencesProbe {
  public static void main(String[] a) throws Exception {
    Map<String,String> ours = DriverCalls.answers("jdbc:lumosql::memory:");
    Map<String,String> theirs = DriverCalls.answers("jdbc:sqlite::memory:");
    int n=0;
    for (String k : theirs.keySet()) { String o = ours.get(k), t = theirs.get(k); if (!t.equals(o)) { n++; System.out.println("## " + k + "\n  C " + t + "\n  L " + o); } }
    for (String k : ours.keySet()) if (!theirs.containsKey(k)) System.out.println("only ours " + k);
    System.out.println(n + " of " + theirs.size());
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The arrows of docs/architecture.md. A part is a package with its subpackages, unless a subpackage is listed as a part of its own; each part may use only
 * the parts listed with it, and the JDK. As every arrow points to a part listed earlier, there can be no cycle.
 */
class ArchitectureTest {
  /** The packages of the library that each engine's backend, and the cryptography, may use besides ours and the JDK. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "crypto", Set.of("org.bouncycastle.crypto.generators", "org.bouncycastle.crypto.params"),
          "lmdb", Set.of("org.lmdbjava", "jnr.constants.platform", "jnr.ffi", "jnr.ffi.provider"),
          "bdb", Set.of("com.sleepycat.je"),
          "rocksdb", Set.of("org.rocksdb"),
          "terminal", Set.of("org.jline.reader", "org.jline.terminal", "org.jline.utils"));

  private static final Map<String, Set<String>> ARROWS = new LinkedHashMap<>();

  static {
    allow("error");
    allow("record", "error");
    allow("btree", "record", "error");
    allow("btree.memory", "btree", "record", "error");
    allow("cipher", "error");
    allow("crypto", "cipher", "error");
    allow("kv", "cipher", "btree", "record", "error");
    allow("kv.block", "kv", "btree", "error");
    allow("kv.handler", "kv.block", "kv", "btree", "record", "error");
    allow("testkit", "kv.handler", "kv", "btree.memory", "btree", "record", "error");
    allow("backend.file.vfs", "btree", "error");
    allow("backend.file.wal", "backend.file.vfs", "btree", "error");
    allow("backend.file.pager", "backend.file.wal", "backend.file.vfs", "kv", "cipher", "btree", "record", "error");
    allow("backend.file.tree", "backend.file.pager", "btree", "record", "error");
    allow("backend.file.check", "backend.file.tree", "backend.file.pager", "btree", "record", "error");
    allow(
        "backend.file",
        "backend.file.check",
        "backend.file.tree",
        "backend.file.pager",
        "backend.file.wal",
        "backend.file.vfs",
        "kv",
        "cipher",
        "btree",
        "record",
        "error");
    for (String engine : List.of("lmdb", "bdb", "rocksdb")) {
      allow("backend." + engine, "kv.handler", "kv.block", "kv", "btree", "error");
    }
    allow("value", "record", "error");
    allow("function", "value", "record", "error");
    allow("vdbe", "function", "value", "btree", "record", "error");
    allow("vdbe.exec", "vdbe", "function", "value", "cipher", "btree", "record", "error");
    allow("sql.ast");
    allow("sql", "error");
    allow("sql.parse", "sql.ast", "sql", "record", "error", "value");
    allow("schema", "sql.ast", "sql", "vdbe", "function", "value", "record", "error");
    allow("sql.resolve", "schema", "sql.ast", "sql", "vdbe", "function", "value", "record", "error");
    allow("sql.rewrite", "sql.resolve", "schema", "sql.ast", "sql", "vdbe", "function", "value", "record", "error");
    allow("sql.plan", "sql.resolve", "schema", "sql.ast", "sql", "vdbe", "function", "value", "record", "error");
    allow(
        "sql.compile",
        "sql.plan",
        "sql.rewrite",
        "sql.resolve",
        "sql.parse",
        "schema",
        "sql.ast",
        "sql",
        "vdbe",
        "function",
        "value",
        "record",
        "error");
    allow(
        "engine",
        "sql.compile",
        "sql.plan",
        "sql.rewrite",
        "sql.resolve",
        "sql.parse",
        "schema",
        "sql.ast",
        "sql",
        "vdbe.exec",
        "vdbe",
        "function",
        "value",
        "btree",
        "record",
        "error");
    allow("jdbc", "engine", "function", "value", "btree", "record", "error", "vdbe");
    allow("convert", "engine", "btree", "error");
    allow("harness");
    allow("shell", "convert", "engine", "schema", "function", "value", "vdbe", "btree", "record", "error");
  }

  private static void allow(String part, String... uses) {
    ARROWS.put(part, Set.of(uses));
  }

  private static JavaClasses productClasses() {
    Path root = Path.of("..").toAbsolutePath().normalize();
    List<Path> folders = new ArrayList<>();
    for (String module :
        List.of(
            "btree-api",
            "btree-testkit",
            "backend-native",
            "backend-lmdb",
            "backend-bdb",
            "backend-rocksdb",
            "crypto",
            "vdbe-bridge",
            "sql",
            "jdbc",
            "shell",
            "harness")) {
      folders.add(root.resolve(module).resolve("target/classes"));
    }
    return new ClassFileImporter().importPaths(folders);
  }

  /** The part that a class belongs to: the longest listed package that its own begins with. */
  private static String part(JavaClass javaClass) {
    String name = javaClass.getPackageName();
    if (!name.startsWith("org.lumosql.")) {
      return null;
    }
    String rest = name.substring("org.lumosql.".length());
    while (!ARROWS.containsKey(rest)) {
      int dot = rest.lastIndexOf('.');
      if (dot < 0) {
        throw new AssertionError("package " + name + " belongs to no part: list it in this test and in docs/architecture.md");
      }
      rest = rest.substring(0, dot);
    }
    return rest;
  }

  @Test
  void everyArrowBetweenPartsIsAllowed() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass javaClass : productClasses()) {
      String from = part(javaClass);
      for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
        String to = part(dependency.getTargetClass().getBaseComponentType());
        if (from != null && to != null && !to.equals(from) && !ARROWS.get(from).contains(to)) {
          wrong.add(from + " -> " + to + ": " + javaClass.getName() + " uses " + dependency.getTargetClass().getName());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Set<String> libraryOf(JavaClass javaClass) {
    String name = javaClass.getPackageName();
    return LIBRARIES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), Set.of());
  }

  @Test
  void allowedArrowsMakeNoCycle() {
    List<String> parts = new ArrayList<>(ARROWS.keySet());
    for (String part : parts) {
      for (String used : ARROWS.get(part)) {
        assertThat(parts.indexOf(used)).as(part + " uses " + used).isBetween(0, parts.indexOf(part) - 1);
      }
    }
  }

  @Test
  void modulesNeedNothingButTheJdkAndBackendsTheirEngine() {
    Set<String> foreign = new TreeSet<>();
    for (JavaClass javaClass : productClasses()) {
      if (javaClass.getPackageName().startsWith("org.lumosql.testkit")) {
        continue;
      }
      for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
        if (!target.isEmpty()
            && !target.startsWith("java")
            && !target.startsWith("org.lumosql")
            && !libraryOf(javaClass).contains(target)) {
          foreign.add(javaClass.getName() + " uses " + target);
        }
      }
    }
    assertThat(foreign).isEmpty();
  }
}

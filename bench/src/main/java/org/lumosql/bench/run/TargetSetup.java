// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lumosql.bench.suite.Dialect;
import org.lumosql.bench.targets.Engine;
import org.lumosql.bench.targets.Option;
import org.lumosql.bench.targets.TargetName;
import org.lumosql.harness.Driver;

/**
 * How a worker opens the databases of a target and what it runs on them.
 *
 * @param url with <code>{file}</code>
 * @param preparation statements that come first, on every connection
 * @param journalMode what {@code PRAGMA journal_mode} must say then; empty if it was not set
 * @param dataSize of the tests
 * @param isPrepared whether statements have parameters
 * @param sync a statement that brings a commit to the disk, if the engine has commits that do not; empty if it follows none
 */
public record TargetSetup(String url, List<String> preparation, String journalMode, Dialect dialect, String dataSize, boolean isPrepared, String sync)
    implements Serializable {
  /** A password is derived slowly on purpose: once when a database is made, outside of what is timed. */
  private static final String KEY = "benchmark";

  public static TargetSetup of(TargetName target) {
    return new TargetSetup(
        url(target),
        preparation(target),
        value(target, Option.SQLITE3_JOURNAL),
        target.engine().isSqlite() ? Dialect.SQLITE : Dialect.STANDARD,
        target.option(Option.DATASIZE),
        target.option(Option.PREPARED).equals("on"),
        isDurable(target) ? Durability.of(target.engine()).statement() : "");
  }

  private static boolean isDurable(TargetName target) {
    return target.option(Option.DURABLE).equals("on");
  }

  private static String url(TargetName target) {
    Engine engine = target.engine();
    if (!engine.isOurs()) {
      return Driver.all().get(engine.label()).file() + (isDurable(target) ? Durability.of(target.engine()).parameter() : "");
    }
    List<String> parameters = new ArrayList<>();
    if (engine != Engine.NATIVE) {
      parameters.add("backend=" + engine.label());
      parameters.add("layout=" + target.option(Option.LAYOUT));
    }
    String cipher = target.option(Option.ENCRYPT);
    if (!cipher.equals("off")) {
      parameters.add("cipher=" + cipher);
      parameters.add("key=" + KEY);
    }
    return "jdbc:lumosql:{file}" + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
  }

  private static List<String> preparation(TargetName target) {
    List<String> statements = new ArrayList<>();
    add(statements, "page_size", value(target, Option.PAGE_SIZE));
    String cache = value(target, Option.CACHE_SIZE);
    add(statements, "cache_size", cache.endsWith("k") ? "-" + cache.substring(0, cache.length() - 1) : cache);
    add(statements, "journal_mode", value(target, Option.SQLITE3_JOURNAL));
    add(statements, "synchronous", value(target, Option.SYNC).toUpperCase(Locale.ROOT));
    return statements;
  }

  private static void add(List<String> statements, String pragma, String value) {
    if (!value.isEmpty()) {
      statements.add("PRAGMA " + pragma + "=" + value);
    }
  }

  private static String value(TargetName target, Option option) {
    String value = target.option(option);
    return value.equals("default") ? "" : value;
  }
}

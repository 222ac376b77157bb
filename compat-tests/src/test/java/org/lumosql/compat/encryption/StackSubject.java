// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.encryption;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.KeyControl;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.PageControl;
import org.lumosql.testkit.Ability;
import org.lumosql.testkit.Subject;

/** Databases of the engines for the contract suites, by layout and cipher. */
final class StackSubject {
  private StackSubject() {}

  /** @param cipher null for none */
  static Subject of(Path directory, String engine, String layout, String cipher) {
    Backend backend =
        ServiceLoader.load(Backend.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.name().equals(engine))
            .findFirst()
            .orElseThrow();
    Map<String, String> parameters = new HashMap<>(Map.of("layout", layout, "kdf_memory", "64", "kdf_passes", "1"));
    if (cipher != null) {
      parameters.put("cipher", cipher);
    }
    OpenOptions options =
        new OpenOptions(
            directory.resolve("test.db").toString(), OpenOptions.Kind.FILE, OpenOptions.Access.CREATE, parameters);
    return Subject.of(
        () -> open(backend, options, cipher != null), Ability.SHARED, Ability.SNAPSHOTS, Ability.PERSISTENT);
  }

  private static Btree open(Backend backend, OpenOptions options, boolean isEncrypted) {
    Btree btree = backend.open(options);
    if (isEncrypted) {
      btree.capability(KeyControl.class).orElseThrow().setKey("open sesame".getBytes(StandardCharsets.US_ASCII));
    }
    btree
        .capability(PageControl.class)
        .ifPresent(
            pages -> { // small, so that trees grow deep and pages are written early
              pages.setPageSize(1024, 0);
              pages.setCacheSize(20);
            });
    return btree;
  }
}

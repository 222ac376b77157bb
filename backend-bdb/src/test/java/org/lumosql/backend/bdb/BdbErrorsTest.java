// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.bdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.sleepycat.je.DatabaseException;
import com.sleepycat.je.DeadlockException;
import com.sleepycat.je.LockTimeoutException;
import com.sleepycat.je.OperationFailureException;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.lumosql.error.ResultCode;

class BdbErrorsTest {
  @Test
  void everyErrorOfTheLibraryHasACode() throws IOException, URISyntaxException, ClassNotFoundException {
    Path jar = Path.of(DatabaseException.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Set<Class<?>> unknown = new HashSet<>();
    int seen = 0;
    try (JarFile file = new JarFile(jar.toFile())) {
      for (var entries = file.entries(); entries.hasMoreElements(); ) {
        String name = entries.nextElement().getName();
        if (name.matches("com/sleepycat/je/[A-Za-z]+Exception\\.class")) {
          Class<?> type = Class.forName(name.replace(".class", "").replace('/', '.'));
          if (DatabaseException.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
            seen++;
            if (!isKnown(type)) {
              unknown.add(type);
            }
          }
        }
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(seen).isGreaterThan(25);
  }

  /** By itself or by a class above it that says more than that an operation failed. */
  private static boolean isKnown(Class<?> type) {
    for (Class<?> at = type; at != OperationFailureException.class && at != null; at = at.getSuperclass()) {
      if (BdbErrors.CODES.containsKey(at)) {
        return true;
      }
    }
    return type == OperationFailureException.class;
  }

  @Test
  void theNearestClassCounts() {
    assertThat(BdbErrors.code(DeadlockException.class)).isEqualTo(ResultCode.BUSY);
    assertThat(BdbErrors.code(LockTimeoutException.class)).isEqualTo(ResultCode.BUSY);
    assertThat(BdbErrors.code(OperationFailureException.class)).isEqualTo(ResultCode.ERROR);
    assertThat(BdbErrors.code(DatabaseException.class)).isEqualTo(ResultCode.INTERNAL);
  }
}

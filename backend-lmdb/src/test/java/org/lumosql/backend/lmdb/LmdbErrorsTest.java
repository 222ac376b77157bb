// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import jnr.constants.platform.Errno;
import org.junit.jupiter.api.Test;
import org.lmdbjava.LmdbException;
import org.lmdbjava.LmdbNativeException;
import org.lumosql.error.ResultCode;

class LmdbErrorsTest {
  /** All errors that the library has. */
  private static List<Class<?>> errors() throws IOException, URISyntaxException, ClassNotFoundException {
    Path jar = Path.of(LmdbException.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> found = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (var entries = file.entries(); entries.hasMoreElements(); ) {
        String name = entries.nextElement().getName();
        if (name.endsWith("Exception.class")) {
          Class<?> type = Class.forName(name.replace(".class", "").replace('/', '.'));
          if (LmdbException.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
            found.add(type);
          }
        }
      }
    }
    return found;
  }

  @Test
  void everyErrorOfTheLibraryHasACode() throws IOException, URISyntaxException, ClassNotFoundException {
    List<Class<?>> expected = errors();
    expected.remove(LmdbException.class); // the family
    expected.remove(LmdbNativeException.class);
    expected.remove(LmdbNativeException.ConstantDerivedException.class); // by number, below
    // of lmdbjava itself, about the kind of buffers, of which we use one
    expected.removeIf(type -> type.getSimpleName().equals("BufferMustBeDirectException"));
    assertThat(LmdbErrors.CODES.keySet()).containsExactlyInAnyOrderElementsOf(asErrors(expected));
  }

  @SuppressWarnings("unchecked")
  private static List<Class<? extends LmdbException>> asErrors(List<Class<?>> types) {
    List<Class<? extends LmdbException>> list = new ArrayList<>();
    types.forEach(type -> list.add((Class<? extends LmdbException>) type));
    return list;
  }

  @Test
  void errorsOfTheSystemGoByTheirNumber() {
    assertThat(LmdbErrors.system(Errno.ENOSPC.intValue())).isEqualTo(ResultCode.FULL);
    assertThat(LmdbErrors.system(Errno.EACCES.intValue())).isEqualTo(ResultCode.CANTOPEN);
    assertThat(LmdbErrors.system(Errno.EIO.intValue())).isEqualTo(ResultCode.IOERR);
    for (Errno errno : Errno.values()) {
      assertThat(LmdbErrors.system(errno.intValue())).as(errno.name()).isNotNull();
    }
    assertThat(LmdbErrors.system(123_456)).isEqualTo(ResultCode.IOERR);
  }
}

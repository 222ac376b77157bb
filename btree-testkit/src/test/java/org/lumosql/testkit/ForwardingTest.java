// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import java.util.stream.Stream;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.ForwardingCursor;
import org.lumosql.kv.ForwardingStore;
import org.lumosql.kv.ForwardingTransaction;

/** A method that is added to an interface must be forwarded, or handlers would lose it without a word. */
class ForwardingTest {
  static Stream<Arguments> pairs() {
    return Stream.of(
        Arguments.of(Btree.class, ForwardingBtree.class),
        Arguments.of(BtreeCursor.class, ForwardingBtreeCursor.class),
        Arguments.of(KvStore.class, ForwardingStore.class),
        Arguments.of(KvTransaction.class, ForwardingTransaction.class),
        Arguments.of(KvCursor.class, ForwardingCursor.class));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void everyMethodIsForwarded(Class<?> contract, Class<?> forwarding) throws NoSuchMethodException {
    for (Method method : contract.getMethods()) {
      if (!Modifier.isStatic(method.getModifiers())) {
        Method found = forwarding.getMethod(method.getName(), method.getParameterTypes());
        assertThat(found.getDeclaringClass()).as(method.toString()).isEqualTo(forwarding);
      }
    }
  }

  /** What takes or gives values must not be forwarded by what encrypts them: it would be in clear. */
  @Test
  void valuesAreNotForwardedInClear() throws ReflectiveOperationException {
    Class<?> transaction = Class.forName("org.lumosql.kv.SealedTransaction");
    for (Method method : KvTransaction.class.getMethods()) {
      boolean hasValue = !method.getReturnType().isPrimitive();
      boolean takesValue = Stream.of(method.getParameterTypes()).filter(type -> type == byte[].class).count() > 1;
      if (hasValue || takesValue) {
        transaction.getDeclaredMethod(method.getName(), method.getParameterTypes());
      }
    }
    Class<?> cursor = Class.forName("org.lumosql.kv.SealedCursor");
    for (Method method : KvCursor.class.getMethods()) {
      if (method.getName().startsWith("value")) {
        cursor.getDeclaredMethod(method.getName());
      }
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What calls of the JDBC interfaces answered, as text: two drivers that behave the same fill two equal tables. */
final class CallTable {
  private final Map<String, String> answers = new LinkedHashMap<>();

  /** A call whose answer is wanted. */
  interface Call {
    Object run() throws Exception;
  }

  Map<String, String> answers() {
    return answers;
  }

  void record(String name, Call call) {
    String answer;
    try {
      answer = show(call.run());
    } catch (Exception | LinkageError e) {
      answer = show(e);
    }
    if (answers.put(name, answer) != null) {
      throw new IllegalArgumentException("twice: " + name);
    }
  }

  /** Calls a method of an interface of {@code java.sql} by reflection. */
  void record(String name, Object target, Method method, Object... arguments) {
    record(
        name + method.getName() + Arrays.stream(arguments).map(CallTable::argument).toList(),
        () -> {
          try {
            return method.invoke(target, arguments);
          } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
              throw cause;
            }
            throw e;
          }
        });
  }

  /** The methods of an interface in an order that does not change. */
  static List<Method> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .sorted(Comparator.comparing(Method::getName).thenComparing(method -> Arrays.toString(method.getParameterTypes())))
        .toList();
  }

  private static String argument(Object value) {
    return value instanceof Class<?> type
        ? type.getTypeName()
        : value instanceof Object[] array ? Arrays.toString(array) : show(value);
  }

  static String show(Throwable error) {
    if (error instanceof SQLFeatureNotSupportedException && error.getMessage() == null) {
      return "not supported";
    } else if (error instanceof SQLException) {
      return "error: " + error.getMessage();
    }
    return "error: " + error.getClass().getSimpleName();
  }

  /** A value with its type. */
  static String show(Object value) throws RuntimeException {
    try {
      if (value == null) {
        return "null";
      } else if (value instanceof byte[] bytes) {
        return "bytes " + HexFormat.of().formatHex(bytes);
      } else if (value instanceof ResultSet rows) {
        return rows(rows);
      } else if (value instanceof InputStream stream) {
        return "stream " + HexFormat.of().formatHex(stream.readAllBytes());
      } else if (value instanceof Reader reader) {
        java.io.StringWriter text = new java.io.StringWriter();
        reader.transferTo(text);
        return "reader " + text;
      } else if (value instanceof Blob blob) {
        return "blob " + HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
      } else if (value instanceof Clob clob) {
        return "clob " + clob.getSubString(1, (int) clob.length());
      } else if (value instanceof int[] numbers) {
        return Arrays.toString(numbers);
      } else if (value.getClass().getName().startsWith("java.")) {
        return value.getClass().getSimpleName() + " " + value;
      } else if (value instanceof Throwable error) {
        return show(error);
      }
      return value.getClass().getInterfaces().length > 0 ? "an object" : value.toString();
    } catch (SQLException | java.io.IOException e) {
      return show(e);
    }
  }

  private static String rows(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      line.append(columns.getColumnLabel(i)).append(i < columns.getColumnCount() ? "|" : "");
    }
    lines.add(line.toString());
    while (rows.next()) {
      line.setLength(0);
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        Object value = rows.getObject(i);
        line.append(value instanceof byte[] bytes ? "x" + HexFormat.of().formatHex(bytes) : value instanceof Number ? value : value == null ? "null" : "'" + value + "'")
            .append(i < columns.getColumnCount() ? "|" : "");
      }
      lines.add(line.toString());
    }
    rows.close();
    return String.join("\n    ", lines);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lumosql.engine.Connection;
import org.lumosql.function.FunctionContext;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.function.ScalarFunction;
import org.lumosql.shell.session.Shell;
import org.lumosql.value.Register;

/** The functions that the shell adds to SQL: {@code readfile}, {@code writefile}, {@code sha3} and {@code sha3_query}. */
public final class ShellFunctions implements ScalarFunction {
  private enum Kind {
    READ_FILE,
    WRITE_FILE,
    SHA3,
    SHA3_QUERY
  }

  private final Kind kind;
  private final Shell shell;
  private final Connection connection;

  private ShellFunctions(Kind kind, Shell shell, Connection connection) {
    this.kind = kind;
    this.shell = shell;
    this.connection = connection;
  }

  /** Adds them to a connection. */
  public static void addTo(Connection connection, Shell shell) {
    int direct = FunctionDefinition.DIRECT_ONLY;
    ScalarFunction sha3 = new ShellFunctions(Kind.SHA3, shell, connection);
    ScalarFunction query = new ShellFunctions(Kind.SHA3_QUERY, shell, connection);
    connection.addFunction(FunctionDefinition.scalar("readfile", 1, direct, new ShellFunctions(Kind.READ_FILE, shell, connection)));
    connection.addFunction(FunctionDefinition.scalar("writefile", -1, direct, new ShellFunctions(Kind.WRITE_FILE, shell, connection)));
    int pure = FunctionDefinition.DETERMINISTIC | FunctionDefinition.INNOCUOUS;
    connection.addFunction(FunctionDefinition.scalar("sha3", 1, pure, sha3));
    connection.addFunction(FunctionDefinition.scalar("sha3", 2, pure, sha3));
    connection.addFunction(FunctionDefinition.scalar("sha3_query", 1, direct, query));
    connection.addFunction(FunctionDefinition.scalar("sha3_query", 2, direct, query));
  }

  @Override
  public void call(FunctionContext context, Register[] registers, int first, int count) {
    Register argument = registers[first];
    Register second = count > 1 ? registers[first + 1] : null;
    switch (kind) {
      case READ_FILE -> readFile(context, argument);
      case WRITE_FILE -> writeFile(context, argument, second, count);
      default -> hash(context, argument, second);
    }
  }

  /** The bytes of a value; numbers as their text. */
  private static byte[] bytes(Register value) {
    return switch (value.type()) {
      case Register.NULL -> new byte[0];
      case Register.INTEGER -> Long.toString(value.integer()).getBytes(StandardCharsets.US_ASCII);
      case Register.REAL -> Double.toString(value.real()).getBytes(StandardCharsets.US_ASCII);
      default -> {
        byte[] copy = new byte[value.length()];
        System.arraycopy(value.bytes(), value.offset(), copy, 0, copy.length);
        yield copy;
      }
    };
  }

  private Path path(Register name) {
    return shell.resolve(new String(bytes(name), StandardCharsets.UTF_8));
  }

  private void readFile(FunctionContext context, Register name) {
    if (name.isNull()) {
      return;
    }
    try {
      byte[] content = Files.readAllBytes(path(name));
      context.result().setBlob(content, 0, content.length);
    } catch (IOException notReadable) {
      context.result().setNull();
    }
  }

  private void writeFile(FunctionContext context, Register name, Register content, int count) {
    if (count < 2 || count > 4) {
      throw context.error("wrong number of arguments to function writefile()");
    }
    if (name.isNull()) {
      return;
    }
    byte[] bytes = bytes(content);
    try {
      Path file = path(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      context.result().setInteger(bytes.length);
    } catch (IOException e) {
      throw context.error("failed to write file: " + new String(bytes(name), StandardCharsets.UTF_8));
    }
  }

  private void hash(FunctionContext context, Register value, Register size) {
    if (value.isNull()) {
      return;
    }
    try {
      Sha3 sha3 = new Sha3(size == null ? 256 : size.type() == Register.INTEGER ? (int) size.integer() : 0);
      byte[] bytes = bytes(value);
      if (kind == Kind.SHA3) {
        sha3.add(bytes, 0, bytes.length);
      } else {
        sha3.addQuery(connection, new String(bytes, StandardCharsets.UTF_8));
      }
      byte[] hash = sha3.result();
      context.result().setBlob(hash, 0, hash.length);
    } catch (IllegalArgumentException e) {
      throw context.error(e.getMessage());
    }
  }
}

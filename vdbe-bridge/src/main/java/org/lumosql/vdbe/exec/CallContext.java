// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.nio.charset.StandardCharsets;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.function.FunctionContext;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.function.FunctionEnvironment;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.Program;

/** The one function context of a machine. Knows which instruction is calling. */
final class CallContext implements FunctionContext {
  private static final long MILLISECONDS_FROM_JULIAN_TO_UNIX_EPOCH = 210866760000000L;

  private final Machine machine;
  private final Register own = new Register();
  private Register result = own;
  private int address;
  private int constantArguments;
  private long time = -1;
  private boolean keepsBareColumns;

  CallContext(Machine machine) {
    this.machine = machine;
  }

  /** A call begins. */
  void begin(Register target, int callAddress, int constants) {
    result = target;
    address = callAddress;
    constantArguments = constants;
  }

  /** Each step of the machine has a time of its own. */
  void forgetTime() {
    time = -1;
  }

  @Override
  public Register result() {
    return result;
  }

  @Override
  public void setResult(String text) {
    if (text == null) {
      result.setNull();
    } else {
      result.setText(text, TextEncoding.UTF8);
    }
  }

  @Override
  public RuntimeException error(String message) {
    return StoreException.withMessage(ResultCode.ERROR, message);
  }

  @Override
  public RuntimeException error(ResultCode code, String message) {
    return StoreException.withMessage(code, message);
  }

  @Override
  public Collation collation() {
    Program program = machine.current;
    if (address == 0 || program.opcodes()[address - 1] != Opcode.CollSeq) {
      return Collations.binary();
    }
    Collation collation = (Collation) program.p4()[address - 1];
    if (collation == null) {
      return Collations.binary();
    }
    return machine.encoding.isUtf16() ? inUtf8(collation) : collation;
  }

  @Override
  public TextEncoding encoding() {
    return machine.encoding;
  }

  private Collation inUtf8(Collation collation) {
    switch (collation.folding()) {
      case BINARY:
        return Collations.binary();
      case NOCASE:
        return Collations.nocase(TextEncoding.UTF8);
      case RTRIM:
        return Collations.rtrim(TextEncoding.UTF8);
      default:
        return new Recoded(collation, machine.encoding);
    }
  }

  @Override
  public FunctionEnvironment environment() {
    return machine.host;
  }

  @Override
  public Object auxiliary(int argument) {
    return machine.auxiliary.get(address, argument);
  }

  @Override
  public void setAuxiliary(int argument, Object value) {
    if (argument < 32 && (constantArguments & 1 << argument) != 0) {
      machine.auxiliary.set(machine.current.size(), address, argument, value);
    }
  }

  @Override
  public long statementTime() {
    if (time < 0) {
      time = System.currentTimeMillis() + MILLISECONDS_FROM_JULIAN_TO_UNIX_EPOCH;
    }
    return time;
  }

  @Override
  public void notPure() {
    Program program = machine.current;
    if (program.opcodes()[address] != Opcode.PureFunc) {
      return;
    }
    P4.Call call = (P4.Call) program.p4()[address];
    if (!call.function().has(FunctionDefinition.DETERMINISTIC)) {
      return; // CURRENT_TIMESTAMP and its kin may stand in CHECK, and nowhere else of these
    }
    String place =
        switch (program.p5()[address]) {
          case P4.Call.IN_CHECK -> "a CHECK constraint";
          case P4.Call.IN_GENERATED_COLUMN -> "a generated column";
          default -> "an index";
        };
    throw error("non-deterministic use of " + call.function().name() + "() in " + place);
  }

  @Override
  public void keepBareColumns() {
    keepsBareColumns = true;
  }

  /** Whether {@link #keepBareColumns} was called since the last time this was asked. */
  boolean takeKeepsBareColumns() {
    boolean answer = keepsBareColumns;
    keepsBareColumns = false;
    return answer;
  }

  /** A user's collation over texts in a database's encoding, called with UTF-8. */
  private record Recoded(Collation inner, TextEncoding encoding) implements Collation {
    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public int compare(byte[] left, int leftOffset, int leftLength, byte[] right, int rightOffset, int rightLength) {
      byte[] a = recode(left, leftOffset, leftLength);
      byte[] b = recode(right, rightOffset, rightLength);
      return inner.compare(a, 0, a.length, b, 0, b.length);
    }

    private byte[] recode(byte[] bytes, int offset, int length) {
      return new String(bytes, offset, length, StandardCharsets.UTF_8).getBytes(encoding.charset());
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.nio.charset.StandardCharsets;
import org.lumosql.error.DeepStack;
import org.lumosql.function.Accumulator;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;

/** Calls of functions. Functions see UTF-8: in databases of another encoding texts are recoded on the way in and out. */
final class FunctionOps {
  private FunctionOps() {}

  /** Function, PureFunc. */
  static void call(Machine machine, int constants, int first, int target, P4.Call call, int address) {
    Register[] registers = machine.registers;
    Register out = registers[target];
    int count = call.argumentCount();
    CallContext context = machine.context;
    boolean inPlace = target < first || target >= first + count;
    Register result = inPlace ? out : machine.functionResult;
    if (machine.encoding.isUtf16()) {
      callRecoded(machine, constants, first, call, result, address);
    } else {
      result.setNull();
      context.begin(result, address, constants);
      run(call, context, registers, first, count);
    }
    if (!inPlace) {
      out.copyFrom(result);
    }
    checkLength(machine, out);
  }

  private static void run(P4.Call call, CallContext context, Register[] arguments, int first, int count) {
    try {
      call.function().scalar().call(context, arguments, first, count);
    } catch (DeepStack.TooShallow e) {
      DeepStack.elsewhere(() -> call.function().scalar().call(context, arguments, first, count));
    }
  }

  private static void checkLength(Machine machine, Register value) {
    if (value.type() >= Register.TEXT
        && (long) value.length() + value.zeroTail() > machine.host.lengthLimit()) {
      throw new org.lumosql.error.StoreException(org.lumosql.error.ResultCode.TOOBIG, "result of a function");
    }
  }

  private static void callRecoded(
      Machine machine, int constants, int first, P4.Call call, Register result, int address) {
    int count = call.argumentCount();
    Register[] arguments = inUtf8(machine, machine.registers, first, count);
    machine.context.begin(result, address, constants);
    result.setNull();
    run(call, machine.context, arguments, 0, count);
    recode(result, StandardCharsets.UTF_8, machine.encoding);
  }

  /** Copies of the registers with texts in UTF-8. A blob stays what it is: only who wants a text reads it as one of the database's encoding. */
  static Register[] inUtf8(Machine machine, Register[] registers, int first, int count) {
    Register[] arguments = machine.recodedArguments(count);
    for (int i = 0; i < count; i++) {
      Register argument = arguments[i];
      argument.viewOf(registers[first + i]);
      // of an overflowing text whose type alone is asked for, the bytes were not fetched
      if (argument.type() == Register.TEXT && argument.offset() + argument.length() <= argument.bytes().length) {
        int subtype = argument.subtype();
        argument.setText(argument.string(machine.encoding), TextEncoding.UTF8);
        argument.setSubtype(subtype);
      } else if (argument.type() == Register.BLOB && !argument.isDistant()) {
        argument.setTextEncoding(machine.encoding);
      }
    }
    return arguments;
  }

  /** Brings a text result from UTF-8 into the database's encoding. */
  static void recode(Register value, java.nio.charset.Charset from, TextEncoding to) {
    if (value.type() == Register.TEXT && to.isUtf16()) {
      int subtype = value.subtype();
      value.setText(new String(value.bytes(), value.offset(), value.length(), from), to);
      value.setSubtype(subtype);
    }
  }

  // ---- aggregates ----------------------------------------------------------------------------------------------------------

  /** AggStep. Hot path. */
  static void step(Machine machine, P4.Call call, Register[] registers, int given, Register state, int address) {
    Accumulator accumulator = (Accumulator) state.object();
    if (accumulator == null) {
      accumulator = accumulator(machine, machine.operand3(address), address);
    }
    Register[] arguments = registers;
    int first = given;
    int count = call.argumentCount();
    if (machine.encoding.isUtf16()) {
      arguments = inUtf8(machine, arguments, first, count);
      first = 0;
    }
    CallContext context = machine.context;
    context.begin(machine.functionResult, address, 0);
    step(accumulator, context, arguments, first, count);
    if (context.takeKeepsBareColumns() && machine.follows(address, Opcode.CollSeq)) {
      int register = machine.operand1(address - 1);
      if (register > 0) {
        machine.registers[register].setInteger(1);
      }
    }
  }

  /** AggInverse. */
  static void inverse(Machine machine, int address) {
    P4.Call call = (P4.Call) machine.operand4(address);
    Accumulator accumulator = accumulator(machine, machine.operand3(address), address);
    Register[] arguments = machine.registers;
    int first = machine.operand2(address);
    int count = call.argumentCount();
    if (machine.encoding.isUtf16()) {
      arguments = inUtf8(machine, arguments, first, count);
      first = 0;
    }
    CallContext context = machine.context;
    context.begin(machine.functionResult, address, 0);
    accumulator.inverse(context, arguments, first, count);
  }

  private static void step(Accumulator accumulator, CallContext context, Register[] arguments, int first, int count) {
    try {
      accumulator.step(context, arguments, first, count);
    } catch (DeepStack.TooShallow e) {
      DeepStack.elsewhere(() -> accumulator.step(context, arguments, first, count));
    }
  }

  private static void result(Accumulator accumulator, CallContext context, boolean isLast) {
    if (isLast) {
      accumulator.finish(context);
    } else {
      accumulator.value(context);
    }
  }

  private static void resultOf(Accumulator accumulator, CallContext context, boolean isLast) {
    try {
      result(accumulator, context, isLast);
    } catch (DeepStack.TooShallow e) {
      DeepStack.elsewhere(() -> result(accumulator, context, isLast));
    }
  }

  /** AggFinal: the result replaces the state. */
  static void finish(Machine machine, int address) {
    Register state = machine.registers[machine.operand1(address)];
    Accumulator accumulator = accumulator(machine, machine.operand1(address), address);
    Register result = machine.functionResult;
    result.setNull();
    machine.context.begin(result, address, 0);
    resultOf(accumulator, machine.context, true);
    recode(result, StandardCharsets.UTF_8, machine.encoding);
    state.copyFrom(result);
    checkLength(machine, state);
  }

  /** AggValue: the result goes to register P3, the state stays. */
  static void value(Machine machine, int address) {
    Accumulator accumulator = accumulator(machine, machine.operand1(address), address);
    Register out = machine.registers[machine.operand3(address)];
    Register result = machine.functionResult;
    result.setNull();
    machine.context.begin(result, address, 0);
    resultOf(accumulator, machine.context, false);
    recode(result, StandardCharsets.UTF_8, machine.encoding);
    out.copyFrom(result);
    checkLength(machine, out);
  }

  /** The state of an aggregate, made for its first row or, without any, for its result. @param number of the register that holds it */
  private static Accumulator accumulator(Machine machine, int number, int address) {
    Register state = machine.registers[number];
    Accumulator accumulator = (Accumulator) state.object();
    if (accumulator == null) {
      accumulator = ((P4.Call) machine.operand4(address)).function().newAccumulator();
      if (machine.hasInverse(number)) {
        accumulator.expectInverse();
      }
      state.setObject(accumulator);
    }
    return accumulator;
  }
}

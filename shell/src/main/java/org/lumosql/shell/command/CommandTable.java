// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lumosql.engine.EngineException;
import org.lumosql.shell.session.LineCommands;
import org.lumosql.shell.session.Shell;

/** All dot-commands. Where the beginning of a name fits several, the first is meant. */
public final class CommandTable implements LineCommands {
  /** Those that touch files or run programs, which safe mode does not allow. */
  private static final Set<String> UNSAFE =
      Set.of(
          "backup", "cd", "clone", "excel", "export", "import", "once", "output", "read", "restore", "save", "shell", "system");

  private List<Command> commands;

  /** What a command does; false after an error, about which it has said something. */
  interface Body {
    boolean run(Shell shell, Words words) throws IOException;
  }

  /** @param shortest how many letters of the name are needed at least */
  private record Command(String name, int shortest, Body body) {}

  private static List<Command> commands() {
    List<Command> all = new ArrayList<>(80);
    all.add(new Command("auth", 3, ControlCommands::authorizer));
    all.add(new Command("backup", 3, DatabaseCommands::backup));
    all.add(new Command("bail", 3, ControlCommands::bail));
    all.add(new Command("binary", 3, OutputCommands::binary));
    all.add(new Command("clone", 1, DatabaseCommands::cloneDatabase));
    all.add(new Command("cd", 2, ControlCommands::changeDirectory));
    all.add(new Command("changes", 3, ControlCommands::changes));
    all.add(new Command("check", 3, TestCommands::check));
    all.add(new Command("connection", 2, DatabaseCommands::connection));
    all.add(new Command("colors", 3, OutputCommands::colours));
    all.add(new Command("dump", 1, ContentCommands::dump));
    all.add(new Command("databases", 2, DatabaseCommands::databases));
    all.add(new Command("dbinfo", 3, DatabaseCommands::information));
    all.add(new Command("echo", 1, OutputCommands::echo));
    all.add(new Command("eqp", 2, ControlCommands::queryPlan));
    all.add(new Command("excel", 3, OutputCommands::spreadsheet));
    all.add(new Command("exit", 2, ControlCommands::exit));
    all.add(new Command("explain", 3, OutputCommands::explain));
    all.add(new Command("export", 4, ContentCommands::export));
    all.add(new Command("expert", 3, Expert::expert));
    all.add(new Command("fullschema", 2, SchemaCommands::fullSchema));
    all.add(new Command("headers", 1, OutputCommands::headers));
    all.add(new Command("help", 1, HelpCommand::help));
    all.add(new Command("import", 1, ContentCommands::importFile));
    all.add(new Command("indexes", 2, SchemaCommands::indexes));
    all.add(new Command("indices", 2, SchemaCommands::indexes));
    all.add(new Command("limits", 3, ControlCommands::limit));
    all.add(new Command("lint", 3, SchemaCommands::lint));
    all.add(new Command("mode", 1, OutputCommands::mode));
    all.add(new Command("nonce", 5, ControlCommands::nonce));
    all.add(new Command("nullvalue", 1, OutputCommands::nullValue));
    all.add(new Command("open", 1, DatabaseCommands::open));
    all.add(new Command("once", 1, OutputCommands::once));
    all.add(new Command("output", 1, OutputCommands::output));
    all.add(new Command("parameter", 3, ParameterCommand::parameter));
    all.add(new Command("print", 3, OutputCommands::print));
    all.add(new Command("progress", 3, ControlCommands::progress));
    all.add(new Command("prompt", 1, ControlCommands::prompt));
    all.add(new Command("quit", 1, ControlCommands::quit));
    all.add(new Command("read", 3, ControlCommands::read));
    all.add(new Command("recover", 1, ContentCommands::recover));
    all.add(new Command("restore", 3, DatabaseCommands::restore));
    all.add(new Command("save", 3, DatabaseCommands::backup));
    all.add(new Command("schema", 2, SchemaCommands::schema));
    all.add(new Command("selftest", 4, SelfTest::run));
    all.add(new Command("separator", 2, OutputCommands::separator));
    all.add(new Command("sha3sum", 4, ContentCommands::sha3sum));
    all.add(new Command("shell", 2, ControlCommands::system));
    all.add(new Command("show", 3, OutputCommands::show));
    all.add(new Command("stats", 2, ControlCommands::statistics));
    all.add(new Command("system", 2, ControlCommands::system));
    all.add(new Command("tables", 1, SchemaCommands::tables));
    all.add(new Command("testcase", 5, TestCommands::testCase));
    all.add(new Command("testctrl", 5, TestCommands::testControl));
    all.add(new Command("timeout", 5, ControlCommands::timeout));
    all.add(new Command("timer", 5, ControlCommands::timer));
    all.add(new Command("trace", 2, ControlCommands::trace));
    all.add(new Command("version", 1, ControlCommands::version));
    all.add(new Command("width", 1, OutputCommands::width));
    return all;
  }

  /** The names in order, for completion and help. */
  public List<String> names() {
    load();
    List<String> names = new ArrayList<>();
    for (Command command : commands) {
      names.add(command.name());
    }
    return names;
  }

  private void load() {
    if (commands == null) {
      commands = commands();
    }
  }

  @Override
  public boolean run(Shell shell, String line) {
    load();
    Words words = Words.of(line.substring(1));
    String name = words.name();
    if (name.isEmpty()) {
      return true;
    }
    try {
      for (Command command : commands) {
        if (name.length() >= command.shortest() && command.name().startsWith(name)) {
          if (UNSAFE.contains(command.name())) {
            shell.safeMode().forbid("run ." + name + " in safe mode");
          }
          boolean done = command.body().run(shell, words);
          if (!command.name().equals("once") && !command.name().equals("excel")) {
            shell.outputs().commandEnded();
          }
          return done;
        }
      }
      shell.error("Error: unknown command or invalid arguments:  \"" + name + "\". Enter \".help\" for help");
      return false;
    } catch (Words.UsageException e) {
      shell.error(e.getMessage());
      return false;
    } catch (EngineException | IOException e) {
      shell.error("Error: " + e.getMessage());
      return false;
    }
  }
}

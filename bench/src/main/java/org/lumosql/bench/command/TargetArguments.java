// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.bench.targets.Settings;
import org.lumosql.bench.targets.TargetList;
import org.lumosql.bench.targets.TargetName;
import picocli.CommandLine.Parameters;

/** Names of targets and settings, which commands have in common. */
final class TargetArguments {
  @Parameters(
      paramLabel = "TARGET|NAME=VALUE",
      description = {
        "Targets, such as 3.54.1, native, lmdb+layout-pages, h2, 3.46.1++datasize-2; and settings, such as DATASIZE='1 2'. Settings of the file "
            + Settings.LOCAL_FILE
            + " hold too. `what` lists all."
      })
  private List<String> arguments = new ArrayList<>();

  Settings settings() throws IOException {
    return Settings.of(Path.of(Settings.LOCAL_FILE), arguments.stream().filter(Settings::isSetting).toList());
  }

  List<TargetName> targets() throws IOException {
    return TargetList.of(settings(), arguments.stream().filter(argument -> !Settings.isSetting(argument)).toList());
  }
}

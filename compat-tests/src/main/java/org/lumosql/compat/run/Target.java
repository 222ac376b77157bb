// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.run;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.lumosql.compat.slt.JdbcEngine;
import org.lumosql.compat.slt.LumoEngine;
import org.lumosql.compat.slt.SltEngine;
import org.lumosql.compat.slt.SltParser;

/**
 * An engine to run scripts on, in a certain configuration.
 *
 * @param name what reports call it
 * @param url a JDBC URL, or a file name or {@code file:} URI of ours that is opened without JDBC; {@code {file}} stands for a new file of each script,
 *     {@code {name}} for a new name
 * @param classPath jars that the worker needs beside ours, before them
 * @param database the name under which scripts know the engine
 * @param preparation statements run on each new database, of which scripts see nothing
 * @param java the Java to run on
 */
public record Target(String name, String url, List<String> classPath, String database, List<String> preparation, String java)
    implements Serializable {
  private static final String FILE = "{file}";

  public boolean isOnFile() {
    return url.contains(FILE);
  }

  boolean sharesProcessWith(Target other) {
    return java.equals(other.java) && classPath.equals(other.classPath);
  }

  boolean isSqlite() {
    return database.equals(SltParser.SQLITE);
  }

  /** Opens a new database, or that of the file again. @throws SltEngine.SltFailure if it cannot be opened */
  SltEngine open(Path file, String unique) {
    String place = url.replace(FILE, file.toString()).replace("{name}", unique);
    SltEngine engine = place.startsWith("jdbc:") ? new JdbcEngine(place) : new LumoEngine(place);
    try {
      preparation.forEach(engine::execute);
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
    return engine;
  }

  /** The same on another Java. */
  public Target on(String otherJava, String suffix) {
    return new Target(name + suffix, url, classPath, database, preparation, otherJava);
  }
}

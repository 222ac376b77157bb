// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.frameworks;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.lumosql.jdbc.LumoDataSource;
import org.sqlite.SQLiteDataSource;

/** The driver that a scenario runs on. Both say that their URL is one of sqlite-jdbc, which is how frameworks recognise SQLite. */
enum Driver {
  LUMOSQL {
    @Override
    DataSource dataSource(Path directory) {
      LumoDataSource source = new LumoDataSource("jdbc:sqlite:" + directory.resolve("lumosql.db"));
      source.setProperty("foreign_keys", "true");
      return source;
    }
  },
  SQLITE_JDBC {
    @Override
    DataSource dataSource(Path directory) {
      SQLiteDataSource source = new SQLiteDataSource();
      source.setUrl("jdbc:sqlite:" + directory.resolve("sqlite-jdbc.db"));
      source.setEnforceForeignKeys(true);
      return source;
    }
  };

  /** Connections to a file of the driver's own in a directory. */
  abstract DataSource dataSource(Path directory);
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flyway and Liquibase bring schemas up to date, and know what they have done. */
class MigrationTest {
  @TempDir Path directory;

  private Path migrations() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("migrations"));
    Files.writeString(
        folder.resolve("V1__person.sql"),
        "CREATE TABLE person(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL);\nINSERT INTO person(name) VALUES('Ada'), ('a;b -- c');\n"
            + "CREATE TRIGGER shout AFTER INSERT ON person BEGIN UPDATE person SET name = upper(name) WHERE id = new.id; SELECT 1; END;\n");
    Files.writeString(folder.resolve("V2__age.sql"), "ALTER TABLE person ADD COLUMN age INT;\nUPDATE person SET age = 36;\n");
    Files.writeString(folder.resolve("R__view.sql"), "DROP VIEW IF EXISTS names;\nCREATE VIEW names AS SELECT name FROM person;\n");
    return folder;
  }

  @Test
  void flywayMigratesOnce() throws Exception {
    Path folder = migrations();
    List<String> seen =
        Scenario.onBoth(
            directory,
            (source, lines) -> {
              Flyway flyway = Flyway.configure().dataSource(source).locations("filesystem:" + folder).cleanDisabled(false).load();
              lines.add("migrated " + flyway.migrate().migrationsExecuted);
              lines.add("again " + flyway.migrate().migrationsExecuted);
              flyway.validate();
              lines.add(Arrays.stream(flyway.info().all()).map(info -> info.getVersion() + " " + info.getDescription() + " " + info.getState()).toList().toString());
              flyway.clean();
              lines.add("after clean " + flyway.migrate().migrationsExecuted);
            });
    assertThat(seen).contains("migrated 3", "again 0", "[1 person SUCCESS, 2 age SUCCESS, null view SUCCESS]");
  }

  @Test
  void failedMigrationsAreReported() throws Exception {
    Path folder = migrations();
    Files.writeString(folder.resolve("V3__wrong.sql"), "CREATE TABLE other(a);\nINSERT INTO nowhere VALUES(1);\n");
    Scenario.onBoth(
        directory,
        (source, lines) -> {
          Flyway flyway = Flyway.configure().dataSource(source).locations("filesystem:" + folder).load();
          try {
            flyway.migrate();
          } catch (FlywayException e) {
            lines.add("failed, no such table: " + e.getMessage().contains("no such table: nowhere"));
          }
        });
  }

  private static final String CHANGES =
      """
      <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
        <changeSet id="1" author="test">
          <createTable tableName="person">
            <column name="id" type="INTEGER" autoIncrement="true"><constraints primaryKey="true" nullable="false"/></column>
            <column name="name" type="VARCHAR(100)"><constraints nullable="false" unique="true"/></column>
            <column name="price" type="INT" defaultValueNumeric="15"/>
            <column name="born" type="DATE"/>
          </createTable>
          <createIndex tableName="person" indexName="byBirthday"><column name="born"/></createIndex>
          <insert tableName="person"><column name="name" value="Ada"/><column name="born" valueDate="1815-12-10"/></insert>
        </changeSet>
        <changeSet id="2" author="test">
          <addColumn tableName="person"><column name="age" type="INT"/></addColumn>
          <update tableName="person"><column name="age" valueNumeric="36"/></update>
          <renameColumn tableName="person" oldColumnName="price" newColumnName="cost" columnDataType="INT"/>
          <createView viewName="names">SELECT name FROM person</createView>
        </changeSet>
        <changeSet id="3" author="test">
          <preConditions onFail="MARK_RAN"><tableExists tableName="person"/><columnExists tableName="person" columnName="cost"/></preConditions>
          <sql>INSERT INTO person(name) VALUES('Grace')</sql>
        </changeSet>
      </databaseChangeLog>
      """;

  @Test
  void liquibaseUpdatesOnceAndKnowsWhatIsThere() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("changes"));
    Files.writeString(folder.resolve("changes.xml"), CHANGES);
    List<String> seen =
        Scenario.onBoth(
            directory,
            (source, lines) ->
                Scope.child(
                    Scope.Attr.ui,
                    new LoggerUIService(),
                    () -> {
                      for (int i = 0; i < 2; i++) {
                        try (DirectoryResourceAccessor resources = new DirectoryResourceAccessor(folder)) {
                          Database database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(source.getConnection()));
                          try (Liquibase liquibase = new Liquibase("changes.xml", resources, database)) {
                            lines.add(database.getShortName() + " to do: " + liquibase.listUnrunChangeSets(new Contexts(), null).size());
                            liquibase.update(new Contexts());
                          }
                        }
                      }
                    }));
    assertThat(seen).contains("sqlite to do: 3", "sqlite to do: 0");
  }

  /** With sqlite-jdbc a column of type DECIMAL(10,2) becomes DECIMAL(12,2) when Liquibase rewrites its table. */
  @Test
  void rewrittenTablesKeepTheSizesOfTheirColumns() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("sizes"));
    Files.writeString(folder.resolve("changes.xml"), CHANGES.replace("type=\"INT\" defaultValueNumeric=\"15\"", "type=\"DECIMAL(10,2)\""));
    javax.sql.DataSource source = Driver.LUMOSQL.dataSource(directory);
    Scope.child(
        Scope.Attr.ui,
        new LoggerUIService(),
        () -> {
          try (DirectoryResourceAccessor resources = new DirectoryResourceAccessor(folder);
              Liquibase liquibase =
                  new Liquibase(
                      "changes.xml",
                      resources,
                      DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(source.getConnection())))) {
            liquibase.update(new Contexts());
          }
        });
    try (java.sql.Connection connection = source.getConnection();
        java.sql.ResultSet columns = connection.getMetaData().getColumns(null, null, "person", "cost")) {
      assertThat(columns.next()).isTrue();
      assertThat(columns.getInt("COLUMN_SIZE")).isEqualTo(10);
      assertThat(columns.getInt("DECIMAL_DIGITS")).isEqualTo(2);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.codegen.GenerationTool;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Target;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** jOOQ with its SQLite dialect: queries, RETURNING, batches, transactions, metadata, generated code. */
class JooqTest {
  private static final Table<Record> PERSON = table(name("person"));
  private static final Field<Integer> ID = field(name("id"), SQLDataType.INTEGER);
  private static final Field<String> NAME = field(name("name"), SQLDataType.VARCHAR);
  private static final Field<Integer> AGE = field(name("age"), SQLDataType.INTEGER);

  @TempDir Path directory;

  @BeforeAll
  static void beQuiet() {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private static void create(DSLContext context) {
    context.createTable(PERSON).column(ID, SQLDataType.INTEGER.identity(true)).column(NAME, SQLDataType.VARCHAR.nullable(false)).column(AGE).primaryKey(ID).execute();
  }

  @Test
  void queriesAndChanges() throws Exception {
    List<String> seen =
        Scenario.onBoth(
            directory,
            (source, lines) -> {
              DSLContext context = DSL.using(source, SQLDialect.SQLITE);
              create(context);
              lines.add("inserted " + context.insertInto(PERSON, NAME, AGE).values("Ada", 36).values("Grace", 85).execute());
              Result<?> returned = context.insertInto(PERSON, NAME, AGE).values("Alan", 41).values("Edsger", 72).returningResult(ID, NAME).fetch();
              lines.add(returned.formatCSV());
              lines.add("" + context.select(AGE.gt(50), count()).from(PERSON).groupBy(AGE.gt(50)).orderBy(inline(1)).fetch().formatCSV());
              lines.add("upserted " + context.insertInto(PERSON, ID, NAME, AGE).values(1, "Ada", 37).onConflict(ID).doUpdate().set(AGE, 37).execute());
              lines.add("batch " + context.batch(context.update(PERSON).set(AGE, (Integer) null).where(ID.eq((Integer) null))).bind(5, 1).bind(6, 2).execute().length);
              try {
                context.transaction(
                    configuration -> {
                      DSL.using(configuration).deleteFrom(PERSON).execute();
                      throw new IllegalStateException("back");
                    });
              } catch (IllegalStateException expected) {
                lines.add(expected.getMessage());
              }
              lines.add(context.selectFrom(PERSON).orderBy(ID).fetch().formatJSON());
            });
    assertThat(seen).contains("inserted 2", "back");
  }

  @Test
  void metadataDescribesTables() throws Exception {
    Scenario.onBoth(
        directory,
        (source, lines) -> {
          DSLContext context = DSL.using(source, SQLDialect.SQLITE);
          create(context);
          context.execute("CREATE INDEX byName ON person(name)");
          for (Table<?> described : context.meta().getTables("person")) {
            lines.add(described.getName() + " " + described.fieldStream().map(one -> one.getName() + " " + one.getDataType().getTypeName() + " " + one.getDataType().nullable()).toList());
            lines.add("key " + described.getPrimaryKey());
            lines.add("indexes " + described.getIndexes());
          }
        });
  }

  @Test
  void generatedCodeIsTheSame() throws Exception {
    List<String> seen =
        Scenario.onBoth(
            directory,
            (source, lines) -> {
              DSLContext context = DSL.using(source, SQLDialect.SQLITE);
              create(context);
              context.execute(
                  "CREATE TABLE visit(person INT NOT NULL REFERENCES person(id), day DATE, at TIMESTAMP, price NUMERIC(8,2), notes TEXT, scan BLOB,"
                      + " ok BOOLEAN DEFAULT 1, PRIMARY KEY(person, day))");
              context.execute("CREATE VIEW adults AS SELECT * FROM person WHERE age >= 18");
              Path target = directory.resolve("generated-" + lines.hashCode() + System.nanoTime());
              try (Connection connection = source.getConnection()) {
                GenerationTool tool = new GenerationTool();
                tool.setConnection(connection);
                tool.run(
                    new Configuration()
                        .withGenerator(
                            new Generator()
                                .withDatabase(new Database().withName("org.jooq.meta.sqlite.SQLiteDatabase"))
                                .withTarget(new Target().withPackageName("generated").withDirectory(target.toString()))));
              }
              try (Stream<Path> files = Files.walk(target)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                  lines.add(target.relativize(file) + "\n" + Files.readString(file));
                }
              }
            });
    assertThat(seen).anyMatch(line -> line.startsWith("generated/tables/Visit.java"));
  }
}

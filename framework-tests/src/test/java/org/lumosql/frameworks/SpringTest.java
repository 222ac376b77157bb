// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring: JdbcTemplate and its kin, transactions, exceptions. */
class SpringTest {
  @TempDir Path directory;

  private static final String TABLE = "CREATE TABLE person(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, age INT, photo BLOB)";

  @Test
  void templatesQueryAndUpdate() throws Exception {
    List<String> seen =
        Scenario.onBoth(
            directory,
            (source, lines) -> {
              JdbcTemplate template = new JdbcTemplate(source);
              template.execute(TABLE);
              lines.add("inserted " + template.update("INSERT INTO person(name, age, photo) VALUES(?,?,?)", "Ada", 36, new byte[] {1, 2}));
              int[] counts =
                  template.batchUpdate("INSERT INTO person(name, age) VALUES(?,?)", List.of(new Object[] {"Grace", 85}, new Object[] {"Alan", null}));
              lines.add("batch " + counts.length + " " + counts[0]);
              lines.add("names " + template.queryForList("SELECT name FROM person ORDER BY id", String.class));
              lines.add("ages " + template.query("SELECT age FROM person ORDER BY id", (row, number) -> row.getObject("age") + "/" + row.wasNull()));
              lines.add("row " + template.queryForMap("SELECT id, name, age FROM person WHERE id=1"));
              NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(source);
              lines.add("named " + named.queryForObject("SELECT count(*) FROM person WHERE name IN (:names)", Map.of("names", List.of("Ada", "Alan")), Long.class));
              SimpleJdbcInsert insert = new SimpleJdbcInsert(source).withTableName("person").usingColumns("name", "age").usingGeneratedKeyColumns("id");
              lines.add("key " + insert.executeAndReturnKey(new MapSqlParameterSource("name", "Edsger").addValue("age", 72)).longValue());
            });
    assertThat(seen).contains("names [Ada, Grace, Alan]", "key 4");
  }

  @Test
  void transactionsCommitRollBackAndNest() throws Exception {
    List<String> seen =
        Scenario.onBoth(
            directory,
            (source, lines) -> {
              JdbcTemplate template = new JdbcTemplate(source);
              template.execute(TABLE);
              TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
              transaction.executeWithoutResult(status -> template.update("INSERT INTO person(name) VALUES('kept')"));
              transaction.executeWithoutResult(
                  status -> {
                    template.update("INSERT INTO person(name) VALUES('lost')");
                    status.setRollbackOnly();
                  });
              TransactionTemplate nested = new TransactionTemplate(new DataSourceTransactionManager(source));
              nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
              transaction.executeWithoutResult(
                  outer -> {
                    template.update("INSERT INTO person(name) VALUES('outer')");
                    Object savepoint = outer.createSavepoint();
                    template.update("INSERT INTO person(name) VALUES('inner')");
                    outer.rollbackToSavepoint(savepoint);
                    outer.releaseSavepoint(savepoint);
                  });
              lines.add("" + template.queryForList("SELECT name FROM person ORDER BY id", String.class));
            });
    assertThat(seen).contains("[kept, outer]");
  }

  @Test
  void keysOfBatchesAndSeveralRowsAreThere() {
    JdbcTemplate template = template();
    GeneratedKeyHolder keys = new GeneratedKeyHolder();
    template.update(
        connection -> connection.prepareStatement("INSERT INTO person(name) VALUES('a'),('b'),('c')", Statement.RETURN_GENERATED_KEYS), keys);
    assertThat(keys.getKeyList()).extracting(row -> row.get("id")).containsExactly(1, 2, 3);
    template.update(connection -> connection.prepareStatement("INSERT INTO person(name, age) VALUES('d', 5)", new String[] {"id", "age"}), keys);
    assertThat(keys.getKeys()).containsEntry("id", 4).containsEntry("age", 5);
  }

  private JdbcTemplate template() {
    DataSource source = Driver.LUMOSQL.dataSource(directory);
    JdbcTemplate template = new JdbcTemplate(source);
    template.execute(TABLE);
    return template;
  }

  /** sqlite-jdbc gives no SQLState, so that all of these are UncategorizedSQLException with it. */
  @Test
  void exceptionsAreTranslated() {
    JdbcTemplate template = template();
    template.update("INSERT INTO person(name) VALUES('a')");
    assertThatThrownBy(() -> template.update("INSERT INTO person(name) VALUES('a')")).isInstanceOf(DuplicateKeyException.class);
    assertThatThrownBy(() -> template.update("INSERT INTO person(name) VALUES(NULL)")).isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> template.update("INSERT INTO nowhere VALUES(NULL)")).isInstanceOf(BadSqlGrammarException.class);
  }

  @Test
  void readOnlyTransactionsRefuseChanges() {
    JdbcTemplate template = template();
    DataSourceTransactionManager manager = new DataSourceTransactionManager(template.getDataSource());
    TransactionTemplate readOnly = new TransactionTemplate(manager);
    readOnly.setReadOnly(true);
    assertThatThrownBy(() -> readOnly.executeWithoutResult(status -> template.update("INSERT INTO person(name) VALUES('a')")))
        .hasMessageContaining("SQLITE_READONLY");
    Integer inserted = new TransactionTemplate(manager).execute(status -> template.update("INSERT INTO person(name) VALUES('a')"));
    assertThat(inserted).isEqualTo(1);
  }

  @Test
  void queryTimeoutsStopQueries() {
    JdbcTemplate template = template();
    template.setQueryTimeout(1);
    assertThatThrownBy(
            () -> template.queryForObject("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT max(x) FROM c", Long.class))
        .isInstanceOf(org.springframework.dao.QueryTimeoutException.class);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MyBatis: mappers, keys, batches, byte arrays. */
class MyBatisTest {
  @TempDir Path directory;

  /** A row. */
  public static class Person {
    private Integer id;
    private String name;
    private byte[] photo;
    private java.util.Date since;

    public Integer getId() {
      return id;
    }

    public void setId(Integer id) {
      this.id = id;
    }

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public byte[] getPhoto() {
      return photo;
    }

    public void setPhoto(byte[] photo) {
      this.photo = photo;
    }

    public java.util.Date getSince() {
      return since;
    }

    public void setSince(java.util.Date since) {
      this.since = since;
    }
  }

  /** What is done with rows. */
  interface People {
    @Update("CREATE TABLE IF NOT EXISTS person(id INTEGER PRIMARY KEY, name TEXT, photo BLOB, since TIMESTAMP)")
    void create();

    @Insert("INSERT INTO person(name, photo, since) VALUES(#{name}, #{photo}, #{since})")
    @Options(useGeneratedKeys = true, keyProperty = "id", keyColumn = "id")
    int insert(Person person);

    @Insert({
      "<script>INSERT INTO person(name) VALUES <foreach collection='people' item='p' separator=','>(#{p.name})</foreach></script>"
    })
    @Options(useGeneratedKeys = true, keyProperty = "people.id", keyColumn = "id")
    int insertAll(@Param("people") List<Person> people);

    @Select("SELECT id, name, since FROM person ORDER BY id")
    List<Person> all();

    @Select("SELECT photo FROM person WHERE id = #{id}")
    Person photo(int id);
  }

  private static SqlSessionFactory factory(DataSource source) {
    Configuration configuration = new Configuration(new Environment("test", new JdbcTransactionFactory(), source));
    configuration.addMapper(People.class);
    return new SqlSessionFactoryBuilder().build(configuration);
  }

  private static Person person(String name) {
    Person person = new Person();
    person.name = name;
    person.photo = new byte[] {1, 2, 3};
    person.since = new java.util.Date(1714979289123L);
    return person;
  }

  @Test
  void mappersInsertAndSelect() throws Exception {
    List<String> seen =
        Scenario.onBoth(
            directory,
            (source, lines) -> {
              SqlSessionFactory factory = factory(source);
              try (SqlSession session = factory.openSession()) {
                People people = session.getMapper(People.class);
                people.create();
                Person ada = person("Ada");
                lines.add(people.insert(ada) + " key " + ada.id);
                session.commit();
                people.insert(person("lost"));
                session.rollback();
                for (Person one : people.all()) {
                  lines.add(one.id + " " + one.name + " " + one.since.getTime());
                }
              }
              try (SqlSession session = factory.openSession(ExecutorType.BATCH)) {
                People people = session.getMapper(People.class);
                for (int i = 0; i < 5; i++) {
                  people.insert(person("batch " + i));
                }
                lines.add(session.flushStatements().stream().map(result -> Arrays.toString(result.getUpdateCounts())).toList().toString());
                session.commit();
              }
            });
    assertThat(seen).contains("1 key 1", "[[1, 1, 1, 1, 1]]");
  }

  /** What sqlite-jdbc cannot: keys of several rows and of batches, byte arrays as properties. */
  @Test
  void keysOfSeveralRowsAndByteArrays() {
    SqlSessionFactory factory = factory(Driver.LUMOSQL.dataSource(directory));
    try (SqlSession session = factory.openSession()) {
      People people = session.getMapper(People.class);
      people.create();
      List<Person> three = List.of(person("a"), person("b"), person("c"));
      assertThat(people.insertAll(three)).isEqualTo(3);
      assertThat(three).extracting(Person::getId).containsExactly(1, 2, 3);
      Person last = person("d");
      people.insert(last);
      assertThat(people.photo(last.id).photo).containsExactly(1, 2, 3);
      session.commit();
    }
    try (SqlSession session = factory.openSession(ExecutorType.BATCH)) {
      People people = session.getMapper(People.class);
      List<Person> batch = List.of(person("e"), person("f"));
      batch.forEach(people::insert);
      session.flushStatements();
      assertThat(batch).extracting(Person::getId).containsExactly(5, 6);
    }
  }
}

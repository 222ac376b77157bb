// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hibernate ORM with the community dialect for SQLite: entities, identity, batches, schema update, queries, large objects. */
class HibernateTest {
  @TempDir Path directory;

  @Entity(name = "Author")
  @Table(name = "author")
  static class Author {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @jakarta.persistence.Column(nullable = false, unique = true)
    String name;

    LocalDate born;

    @OneToMany(mappedBy = "author")
    List<Book> books = new ArrayList<>();
  }

  @Entity(name = "Book")
  @Table(name = "book")
  static class Book {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String title;
    BigDecimal price;
    Double rating;
    boolean inPrint;
    Instant added;
    byte[] thumbnail;

    @ManyToOne Author author;
  }

  @Entity(name = "Scan")
  @Table(name = "scan")
  static class Scan {
    @Id Long id;

    @Lob byte[] image;

    @Lob String text;
  }

  private static SessionFactory open(DataSource source, String schemaAction, Class<?>... entities) {
    StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder()
            .applySetting(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, source)
            .applySetting(AvailableSettings.DIALECT, "org.hibernate.community.dialect.SQLiteDialect")
            .applySetting(AvailableSettings.HBM2DDL_AUTO, schemaAction)
            .applySetting(AvailableSettings.STATEMENT_BATCH_SIZE, "10")
            .build();
    MetadataSources sources = new MetadataSources(registry);
    for (Class<?> entity : entities) {
      sources.addAnnotatedClass(entity);
    }
    return sources.buildMetadata().buildSessionFactory();
  }

  private static Book book(String title, Author author, int cents) {
    Book book = new Book();
    book.title = title;
    book.author = author;
    book.price = BigDecimal.valueOf(cents, 2);
    book.rating = cents / 3.0;
    book.inPrint = cents % 2 == 0;
    book.added = Instant.ofEpochMilli(1714979289123L);
    book.thumbnail = title.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return book;
  }

  @Test
  void entitiesAreStoredFoundChangedAndDeleted() throws Exception {
    List<String> seen =
        Scenario.onBoth(
            directory,
            (source, lines) -> {
              try (SessionFactory factory = open(source, "update", Author.class, Book.class)) {
                factory.inTransaction(
                    session -> {
                      Author author = new Author();
                      author.name = "Lem";
                      author.born = LocalDate.of(1921, 9, 12);
                      session.persist(author);
                      for (int i = 0; i < 25; i++) {
                        session.persist(book("Volume " + i, author, 1000 + i));
                      }
                      lines.add("author " + author.id);
                    });
                factory.inTransaction(
                    session -> {
                      Author author = session.createQuery("from Author a where a.name = :name", Author.class).setParameter("name", "Lem").getSingleResult();
                      lines.add(author.born + " " + author.books.size());
                      Book first = author.books.get(0);
                      lines.add(first.title + " " + first.price + " " + first.rating + " " + first.inPrint + " " + first.added + " " + first.thumbnail.length);
                      first.title = "Changed";
                      session.remove(author.books.get(24));
                    });
                factory.inTransaction(
                    session -> {
                      lines.add(
                          ""
                              + session
                                  .createQuery("select b.title, b.price from Book b where b.inPrint order by b.price desc", Object[].class)
                                  .setFirstResult(2)
                                  .setMaxResults(3)
                                  .list()
                                  .stream()
                                  .map(java.util.Arrays::toString)
                                  .toList());
                      lines.add("changed " + session.createMutationQuery("update Book b set b.price = b.price * 2 where b.rating > 340").executeUpdate());
                    });
              }
            });
    assertThat(seen).contains("1921-09-12 25");
  }

  @Test
  void schemasAreUpdatedAndValidated() throws Exception {
    Scenario.onBoth(
        directory,
        (source, lines) -> {
          try (SessionFactory factory = open(source, "update", Author.class)) {
            lines.add("first " + factory.isOpen());
          } catch (org.hibernate.MappingException needsBook) {
            lines.add("needs the other entity");
          }
          try (SessionFactory factory = open(source, "update", Author.class, Book.class)) {
            lines.add("second " + factory.isOpen());
          }
          try (SessionFactory factory = open(source, "update", Author.class, Book.class)) {
            lines.add("again " + factory.isOpen());
          }
        });
  }

  /** With sqlite-jdbc this is a GenericJDBCException, because there is no SQLState. */
  @Test
  void violationsAreConstraintViolations() {
    try (SessionFactory factory = open(Driver.LUMOSQL.dataSource(directory), "update", Author.class, Book.class)) {
      factory.inTransaction(session -> session.persist(author("twice")));
      assertThatThrownBy(() -> factory.inTransaction(session -> session.persist(author("twice")))).isInstanceOf(ConstraintViolationException.class);
    }
  }

  private static Author author(String name) {
    Author author = new Author();
    author.name = name;
    return author;
  }

  /** sqlite-jdbc has neither getBlob nor createBlob. */
  @Test
  void largeObjectsAreStoredAndLoaded() {
    try (SessionFactory factory = open(Driver.LUMOSQL.dataSource(directory), "create", Scan.class)) {
      byte[] image = new byte[200_000];
      image[199_999] = 7;
      factory.inTransaction(
          session -> {
            Scan scan = new Scan();
            scan.id = 1L;
            scan.image = image;
            scan.text = "text ".repeat(10_000);
            session.persist(scan);
          });
      factory.inTransaction(
          session -> {
            Scan scan = session.find(Scan.class, 1L);
            assertThat(scan.image).isEqualTo(image);
            assertThat(scan.text).hasSize(50_000);
          });
    }
  }
}

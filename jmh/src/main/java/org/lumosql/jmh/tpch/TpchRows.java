// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.tpch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;

/** Inserts the rows of all tables at a scale factor; 1 is 1,500,000 orders with about 6,000,000 line items. */
final class TpchRows {
  private static final LocalDate START = LocalDate.of(1992, 1, 1);
  /** 1998-08-02: the last order, so that everything is received in 1998. */
  private static final int LAST_ORDER = 2405;
  /** 1995-06-17: what was received before may have come back, what is shipped after is open. */
  private static final int TODAY = 1263;
  private static final int FEW = 100;
  private static final String[] DATES = new String[LAST_ORDER + 160];

  static {
    for (int day = 0; day < DATES.length; day++) {
      DATES[day] = START.plusDays(day).toString();
    }
  }

  private final Connection connection;
  private final Dice dice = new Dice();
  private final int suppliers;
  private final int parts;
  private final int customers;
  private final int orders;

  /** @param scale at least 0.001: a part has four suppliers of ten then */
  TpchRows(Connection connection, double scale) {
    if (scale < 0.001) {
      throw new IllegalArgumentException("the scale is 0.001 or more, not " + scale);
    }
    this.connection = connection;
    suppliers = (int) (10_000 * scale);
    parts = (int) (200_000 * scale);
    customers = (int) (150_000 * scale);
    orders = (int) (1_500_000 * scale);
  }

  void insert() throws SQLException {
    places();
    suppliers();
    parts();
    customers();
    orders();
  }

  private PreparedStatement inserting(String table, int columns) throws SQLException {
    return connection.prepareStatement("INSERT INTO " + table + " VALUES(?" + ",?".repeat(columns - 1) + ")");
  }

  private static void insert(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.executeUpdate();
  }

  private void places() throws SQLException {
    try (PreparedStatement region = inserting("region", 3);
        PreparedStatement nation = inserting("nation", 4)) {
      for (int key = 0; key < Words.REGIONS.length; key++) {
        insert(region, key, Words.REGIONS[key], Words.comment(dice.of(1, key), 31, 115));
      }
      for (int key = 0; key < Words.NATIONS.length; key++) {
        String name = Words.NATIONS[key];
        insert(nation, key, name.substring(1), name.charAt(0) - '0', Words.comment(dice.of(2, key), 31, 114));
      }
    }
  }

  private void suppliers() throws SQLException {
    try (PreparedStatement supplier = inserting("supplier", 7)) {
      for (int key = 1; key <= suppliers; key++) {
        dice.of(3, key);
        int nation = dice.between(0, 24);
        String comment = Words.comment(dice, 25, 100);
        if (key % 2000 == 1000) {
          comment = comment.substring(0, 10) + "Customer slow Complaints" + comment.substring(10);
        } else if (key % 2000 == 0) {
          comment = comment.substring(0, 10) + "Customer quick Recommends" + comment.substring(10);
        }
        insert(supplier, key, Words.numbered("Supplier#", key), Words.address(dice), nation, Words.phone(dice, nation),
            dice.cents(-99_999, 999_999), comment);
      }
    }
  }

  private static double retailPrice(int part) {
    return (90_000 + part / 10 % 20_001 + 100 * (part % 1000)) / 100.0;
  }

  /** The supplier of a part, of which each has four. */
  private int supplierOf(int part, int which) {
    int apart = suppliers / 4 + (suppliers < FEW ? 0 : (part - 1) / suppliers); // of few one would come twice
    return (part + which * apart) % suppliers + 1;
  }

  private void parts() throws SQLException {
    try (PreparedStatement part = inserting("part", 9);
        PreparedStatement supply = inserting("partsupp", 5)) {
      for (int key = 1; key <= parts; key++) {
        dice.of(4, key);
        int maker = dice.between(1, 5);
        insert(part, key, Words.partName(dice), "Manufacturer#" + maker, "Brand#" + maker + dice.between(1, 5),
            dice.oneOf(Words.SIZES) + " " + dice.oneOf(Words.FINISHES) + " " + dice.oneOf(Words.METALS), dice.between(1, 50),
            dice.oneOf(Words.WRAPPINGS) + " " + dice.oneOf(Words.BOXES), retailPrice(key), Words.comment(dice, 5, 22));
        for (int which = 0; which < 4; which++) {
          insert(supply, key, supplierOf(key, which), dice.between(1, 9999), dice.cents(100, 100_000), Words.comment(dice, 49, 198));
        }
      }
    }
  }

  private void customers() throws SQLException {
    try (PreparedStatement customer = inserting("customer", 8)) {
      for (int key = 1; key <= customers; key++) {
        dice.of(5, key);
        int nation = dice.between(0, 24);
        insert(customer, key, Words.numbered("Customer#", key), Words.address(dice), nation, Words.phone(dice, nation),
            dice.cents(-99_999, 999_999), dice.oneOf(Words.SEGMENTS), Words.comment(dice, 29, 116));
      }
    }
  }

  private void orders() throws SQLException {
    try (PreparedStatement order = inserting("orders", 9);
        PreparedStatement item = inserting("lineitem", 16)) {
      for (int number = 0; number < orders; number++) {
        order(number, order, item);
      }
    }
  }

  private void order(int number, PreparedStatement order, PreparedStatement item) throws SQLException {
    // keys are used up to one quarter, and one customer in three has no orders
    int key = number / 8 * 32 + number % 8 + 1;
    dice.of(6, key);
    int customer = dice.between(1, customers);
    customer = customer % 3 == 0 ? Math.max(1, customer - 1) : customer;
    int date = dice.between(0, LAST_ORDER);
    String priority = dice.oneOf(Words.PRIORITIES);
    String comment = Words.comment(dice, 19, 78);
    if (dice.oneIn(100)) {
      comment = comment.substring(0, 6) + " special packages beyond requests " + comment.substring(6);
    }
    String clerk = Words.numbered("Clerk#", dice.between(1, Math.max(1, orders / 1500)));
    int lines = dice.between(1, 7);
    int open = 0;
    double total = 0;
    for (int line = 1; line <= lines; line++) {
      int part = dice.between(1, parts);
      int quantity = dice.between(1, 50);
      double price = Math.round(quantity * retailPrice(part) * 100) / 100.0;
      double discount = dice.cents(0, 10);
      double tax = dice.cents(0, 8);
      int shipped = date + dice.between(1, 121);
      int received = shipped + dice.between(1, 30);
      String returned = received > TODAY ? "N" : dice.oneIn(2) ? "R" : "A";
      open += shipped > TODAY ? 1 : 0;
      total += price * (1 + tax) * (1 - discount);
      insert(item, key, part, supplierOf(part, dice.between(0, 3)), line, (double) quantity, price, discount, tax, returned,
          shipped > TODAY ? "O" : "F", DATES[shipped], DATES[date + dice.between(30, 90)], DATES[received], dice.oneOf(Words.INSTRUCTIONS),
          dice.oneOf(Words.MODES), Words.comment(dice, 10, 43));
    }
    insert(order, key, customer, open == lines ? "O" : open == 0 ? "F" : "P", Math.round(total * 100) / 100.0, DATES[date], priority, clerk, 0,
        comment);
  }
}

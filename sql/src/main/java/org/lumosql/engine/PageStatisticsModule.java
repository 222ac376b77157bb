// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.List;
import java.util.Locale;
import org.lumosql.btree.Btree;
import org.lumosql.btree.PageControl;
import org.lumosql.btree.PageStatistics;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.function.Arguments;
import org.lumosql.function.FunctionContext;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Host;
import org.lumosql.vdbe.IndexPlan;
import org.lumosql.vdbe.IndexPlan.Operator;
import org.lumosql.vdbe.VirtualCursor;
import org.lumosql.vdbe.VirtualModule;
import org.lumosql.vdbe.VirtualTable;

/** {@code dbstat}: what is on the pages of a database's trees (https://sqlite.org/dbstat.html). Databases that have no pages have no rows. */
final class PageStatisticsModule implements VirtualModule {
  private static final int NAME = 0;
  private static final int PATH = 1;
  private static final int SCHEMA = 10;
  private static final int AGGREGATE = 11;

  /** Bits of the index number. */
  private static final int OF_SCHEMA = 1;

  private static final int OF_NAME = 2;
  private static final int AGGREGATED = 4;
  private static final int ORDERED = 8;

  private final Session session;

  PageStatisticsModule(Session session) {
    this.session = session;
  }

  @Override
  public String name() {
    return "dbstat";
  }

  @Override
  public boolean isEponymous() {
    return true;
  }

  @Override
  public boolean isCreatable() {
    return true;
  }

  @Override
  public VirtualTable connect(Host host, String database, String table, List<String> arguments, boolean create) {
    String schema = "main"; // whatever database the table itself is in
    if (!arguments.isEmpty() && !arguments.get(0).isBlank()) {
      schema = unquoted(arguments.get(0).strip());
    }
    int number = session.catalog().number(schema);
    if (number < 0) {
      throw StoreException.withMessage(ResultCode.ERROR, "no such database: " + arguments.get(0).strip());
    }
    return new PageTable(session.database(number).name());
  }

  private static String unquoted(String text) {
    char quote = text.charAt(0) == '[' ? ']' : text.charAt(0);
    boolean isQuoted = text.length() > 1 && "\"'`]".indexOf(quote) >= 0 && text.charAt(text.length() - 1) == quote;
    return isQuoted ? text.substring(1, text.length() - 1).replace("" + quote + quote, "" + quote) : text;
  }

  private final class PageTable implements VirtualTable {
    private final String schema;

    PageTable(String schema) {
      this.schema = schema;
    }

    @Override
    public String declaration() {
      return "CREATE TABLE x(name TEXT, path TEXT, pageno INTEGER, pagetype TEXT, ncell INTEGER, payload INTEGER, unused INTEGER, mx_payload INTEGER,"
          + " pgoffset INTEGER, pgsize INTEGER, schema TEXT HIDDEN, aggregate BOOLEAN HIDDEN)";
    }

    @Override
    public boolean plan(IndexPlan plan) {
      int ofSchema = constraint(plan, SCHEMA);
      int ofName = constraint(plan, NAME);
      int aggregate = constraint(plan, AGGREGATE);
      if (ofSchema < -1 || ofName < -1 || aggregate < -1) {
        return false;
      }
      int index = 0;
      if (ofSchema >= 0) {
        plan.use(ofSchema, true);
        index |= OF_SCHEMA;
      }
      if (ofName >= 0) {
        plan.use(ofName, false);
        index |= OF_NAME;
      }
      if (aggregate >= 0) {
        plan.use(aggregate, false);
        index |= AGGREGATED;
      }
      if (isOrderedByPlace(plan.orders())) {
        plan.consumeOrder();
        index |= ORDERED;
      }
      plan.setIndex(index, null);
      plan.showHexadecimal();
      plan.setEstimate(1, 25);
      return true;
    }

    /** The equality that restricts a column: its number, −1 if there is none, less if what it is compared with is not known yet. */
    private static int constraint(IndexPlan plan, int column) {
      int found = -1;
      for (int i = 0; i < plan.constraints().size(); i++) {
        IndexPlan.Constraint constraint = plan.constraints().get(i);
        if (constraint.column() == column && constraint.operator() == Operator.EQ) {
          if (!constraint.usable()) {
            return -2;
          }
          found = i;
        }
      }
      return found;
    }

    private static boolean isOrderedByPlace(List<IndexPlan.Order> orders) {
      return orders.size() >= 1
          && orders.size() <= 2
          && orders.get(0).equals(new IndexPlan.Order(NAME, false))
          && (orders.size() == 1 || orders.get(1).equals(new IndexPlan.Order(PATH, false)));
    }

    @Override
    public Risk risk() {
      return Risk.DIRECT_ONLY;
    }

    @Override
    public VirtualCursor open() {
      return new Pages(schema);
    }
  }

  /** Over the trees that the schema table names, and the schema table itself. The statement that reads it keeps the transaction open. */
  private final class Pages implements VirtualCursor {
    private final String ownSchema;
    private String schema;
    private boolean isAggregated;
    private Statement trees;
    private PageStatistics statistics;
    private PageStatistics.Walk walk;
    private boolean isAtEnd = true;
    private long pages;
    private long cells;
    private long payload;
    private long unused;
    private long largest;
    private long bytes;
    private int last;

    Pages(String schema) {
      this.ownSchema = schema;
    }

    @Override
    public void filter(int indexNumber, String indexText, Register[] registers, int first, int count) {
      close();
      int next = first;
      int database = session.catalog().number(ownSchema);
      if ((indexNumber & OF_SCHEMA) != 0) {
        String wanted = text(registers[next++]);
        database = wanted == null ? -1 : session.catalog().number(wanted);
      }
      String name = null;
      boolean isNamed = (indexNumber & OF_NAME) != 0;
      if (isNamed) {
        name = text(registers[next++]);
      }
      isAggregated = (indexNumber & AGGREGATED) != 0 && !registers[next].isNull() && Arguments.real(registers[next]) != 0;
      if (database < 0 || isNamed && name == null) {
        return;
      }
      schema = session.database(database).name();
      Btree btree = session.btree(database);
      int number = database;
      statistics = btree.capability(PageStatistics.class).orElse(null);
      boolean isEmpty = btree.capability(PageControl.class).filter(pages -> PagerPragmas.pageCount(session, number, pages) == 0).isPresent();
      if (statistics != null && !isEmpty) {
        trees = InternalSql.prepare(session, treesOf(schema, name, (indexNumber & ORDERED) != 0));
        isAtEnd = false;
        next();
      }
    }

    private String treesOf(String database, String name, boolean isOrdered) {
      StringBuilder sql = new StringBuilder("SELECT * FROM (SELECT 'sqlite_schema' AS name, 1 AS rootpage UNION ALL SELECT name, rootpage FROM ");
      sql.append(ForeignKeyCheck.quoted(database)).append(".sqlite_schema WHERE rootpage != 0)");
      if (name != null) {
        sql.append(" WHERE name = '").append(name.replace("'", "''")).append('\'');
      }
      return sql.append(isOrdered ? " ORDER BY name" : "").toString();
    }

    private String text(Register register) {
      return register.isNull() ? null : Arguments.text(register).string(TextEncoding.UTF8);
    }

    @Override
    public boolean isAtEnd() {
      return isAtEnd;
    }

    @Override
    public void next() {
      pages = 0;
      cells = 0;
      payload = 0;
      unused = 0;
      largest = 0;
      bytes = 0;
      while (walk == null || !walk.next()) {
        if (!trees.step()) {
          isAtEnd = true;
          close();
          return;
        }
        walk = statistics.walk((int) trees.columnLong(1));
      }
      do {
        add();
      } while (isAggregated && walk.next());
      if (isAggregated) {
        last = walk.pageNumber();
      }
    }

    private void add() {
      pages++;
      cells += walk.cellCount();
      payload += walk.payload();
      unused += walk.unused();
      largest = Math.max(largest, walk.largestPayload());
      bytes += walk.pageSize();
      last = walk.pageNumber();
    }

    @Override
    public void column(FunctionContext context, int column) {
      Register result = context.result();
      switch (column) {
        case NAME -> context.setResult(trees.columnText(0));
        case PATH -> setUnlessAggregated(context, isAggregated ? null : walk.path());
        case 2 -> result.setInteger(isAggregated ? pages : last);
        case 3 -> setUnlessAggregated(context, isAggregated ? null : walk.role().name().toLowerCase(Locale.ROOT));
        case 4 -> result.setInteger(cells);
        case 5 -> result.setInteger(payload);
        case 6 -> result.setInteger(unused);
        case 7 -> result.setInteger(largest);
        case 8 -> {
          if (!isAggregated) {
            result.setInteger((last - 1L) * bytes);
          }
        }
        case 9 -> result.setInteger(bytes);
        case SCHEMA -> context.setResult(schema);
        default -> result.setBoolean(isAggregated);
      }
    }

    private static void setUnlessAggregated(FunctionContext context, String text) {
      if (text != null) {
        context.setResult(text);
      }
    }

    @Override
    public long rowid() {
      return last;
    }

    @Override
    public void close() {
      walk = null;
      if (trees != null) {
        trees.close();
        trees = null;
      }
    }
  }
}

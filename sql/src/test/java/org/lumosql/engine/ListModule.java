// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.function.FunctionContext;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Host;
import org.lumosql.vdbe.IndexPlan;
import org.lumosql.vdbe.VirtualCursor;
import org.lumosql.vdbe.VirtualModule;
import org.lumosql.vdbe.VirtualTable;

/**
 * An example of a module that can be written to: {@code CREATE VIRTUAL TABLE x USING list(a, b)}. Rows are in memory, sorted by rowid; no two may have the
 * same first column. The table knows transactions and savepoints, looks up single rowids and gives rows by rowid in either direction.
 */
final class ListModule implements VirtualModule {
  private static final int FULL_SCAN = 0;
  private static final int ONE_ROW = 1;
  private static final int DESCENDING = 2;

  /** What the tables were told, for tests. */
  final List<String> calls = new ArrayList<>();

  /** The constraints of the plan that was made last, and whether they could be used. */
  List<String> constraints = List.of();

  /** Whether tables take all constraints upon themselves, and then give all their rows: for tests of what is not tested again. */
  boolean takesAll;

  /** What the last scan of such a table was given. */
  List<String> given = List.of();

  @Override
  public String name() {
    return "list";
  }

  @Override
  public boolean isEponymous() {
    return false;
  }

  @Override
  public boolean isCreatable() {
    return true;
  }

  @Override
  public VirtualTable connect(Host host, String database, String table, List<String> arguments, boolean create) {
    calls.add((create ? "create " : "connect ") + database + "." + table);
    if (arguments.isEmpty()) {
      throw StoreException.withMessage(ResultCode.ERROR, "a list needs columns");
    }
    return new ListTable(arguments);
  }

  private final class ListTable implements VirtualTable, VirtualTable.Writer {
    private final List<String> columns;
    private final List<TreeMap<Long, Object[]>> savepoints = new ArrayList<>();
    private TreeMap<Long, Object[]> rows = new TreeMap<>();
    private TreeMap<Long, Object[]> atBegin;
    private Conflict conflict = Conflict.ABORT;

    ListTable(List<String> columns) {
      this.columns = columns;
    }

    @Override
    public String declaration() {
      return "CREATE TABLE x(" + String.join(", ", columns) + ")";
    }

    @Override
    public boolean plan(IndexPlan plan) {
      constraints = plan.constraints().stream().map(c -> c.operator() + " " + c.column() + (c.usable() ? "" : " unknown")).toList();
      if (takesAll) {
        for (int i = 0; i < plan.constraints().size(); i++) {
          if (plan.constraints().get(i).usable()) {
            plan.use(i, true);
          }
        }
        plan.setIndex(FULL_SCAN, null);
        return true;
      }
      for (int i = 0; i < plan.constraints().size(); i++) {
        IndexPlan.Constraint constraint = plan.constraints().get(i);
        if (constraint.usable() && constraint.column() < 0 && constraint.operator() == IndexPlan.Operator.EQ) {
          plan.use(i, true);
          plan.setIndex(ONE_ROW, null);
          plan.setUnique();
          plan.setEstimate(1, 1);
          return true;
        }
      }
      int index = FULL_SCAN;
      if (plan.orders().size() == 1 && plan.orders().get(0).column() < 0) {
        index = plan.orders().get(0).descending() ? DESCENDING : FULL_SCAN;
        plan.consumeOrder();
      }
      plan.setIndex(index, null);
      plan.setEstimate(Math.max(10, rows.size()), rows.size());
      return true;
    }

    void noteGiven(Object[] values) {
      given = Arrays.stream(values).map(String::valueOf).toList();
    }

    @Override
    public VirtualCursor open() {
      return new ListCursor(this);
    }

    @Override
    public Optional<Writer> writer() {
      return Optional.of(this);
    }

    @Override
    public void destroy() {
      calls.add("destroy");
    }

    @Override
    public void rename(String newName) {
      calls.add("rename " + newName);
    }

    @Override
    public void close() {
      calls.add("close");
    }

    // ---- changes ---------------------------------------------------------------------------------------------------------------

    @Override
    public void useConflict(Conflict wanted) {
      conflict = wanted;
    }

    @Override
    public void delete(Register rowid) {
      rows.remove(rowid.integer());
    }

    @Override
    public long insert(Register rowid, Register[] registers, int first, int count) {
      long number = rowid.isNull() ? rows.isEmpty() ? 1 : rows.lastKey() + 1 : rowid.integer();
      put(number, values(registers, first, count), rowid.isNull() ? Long.MIN_VALUE : number);
      return number;
    }

    @Override
    public void update(Register oldRowid, Register newRowid, Register[] registers, int first, int count) {
      Object[] old = rows.remove(oldRowid.integer());
      try {
        put(newRowid.integer(), values(registers, first, count), newRowid.integer());
      } catch (StoreException e) {
        rows.put(oldRowid.integer(), old);
        throw e;
      }
    }

    private void put(long number, Object[] row, long mustBeFree) {
      List<Long> inTheWay = new ArrayList<>();
      for (Map.Entry<Long, Object[]> other : rows.entrySet()) {
        boolean isSameKey = row[0] != null && row[0].equals(other.getValue()[0]);
        if (isSameKey || other.getKey() == mustBeFree) {
          inTheWay.add(other.getKey());
        }
      }
      if (!inTheWay.isEmpty() && conflict != Conflict.REPLACE) {
        throw StoreException.withMessage(ResultCode.CONSTRAINT_VTAB, "row " + number + " is there already");
      }
      inTheWay.forEach(rows::remove);
      rows.put(number, row);
    }

    private static Object[] values(Register[] registers, int first, int count) {
      Object[] row = new Object[count];
      for (int i = 0; i < count; i++) {
        Register value = registers[first + i];
        switch (value.type()) {
          case Register.INTEGER -> row[i] = value.integer();
          case Register.REAL -> row[i] = value.real();
          case Register.NULL -> row[i] = null;
          default -> row[i] = value.string(TextEncoding.UTF8);
        }
      }
      return row;
    }

    // ---- transactions ----------------------------------------------------------------------------------------------------------

    @Override
    public void begin() {
      calls.add("begin");
      atBegin = new TreeMap<>(rows);
      savepoints.clear();
    }

    @Override
    public void prepare() {
      calls.add("prepare");
    }

    @Override
    public void commit() {
      calls.add("commit");
    }

    @Override
    public void rollback() {
      calls.add("rollback");
      rows = atBegin;
    }

    @Override
    public void savepoint(int index) {
      while (savepoints.size() <= index) {
        savepoints.add(null);
      }
      savepoints.set(index, new TreeMap<>(rows));
    }

    @Override
    public void rollbackTo(int index) {
      rows = savepoints.size() > index && savepoints.get(index) != null ? new TreeMap<>(savepoints.get(index)) : atBegin;
    }
  }

  private static final class ListCursor implements VirtualCursor {
    private final ListTable table;
    private Iterator<Map.Entry<Long, Object[]>> iterator;
    private Map.Entry<Long, Object[]> row;

    ListCursor(ListTable table) {
      this.table = table;
    }

    @Override
    public void filter(int indexNumber, String indexText, Register[] registers, int first, int count) {
      NavigableMap<Long, Object[]> rows = table.rows;
      table.noteGiven(ListTable.values(registers, first, count));
      if (indexNumber == ONE_ROW) {
        boolean isInteger = registers[first].type() == Register.INTEGER;
        long wanted = isInteger ? registers[first].integer() : 0;
        rows = isInteger ? rows.subMap(wanted, true, wanted, true) : new TreeMap<>();
      } else if (indexNumber == DESCENDING) {
        rows = rows.descendingMap();
      }
      iterator = new TreeMap<>(rows).entrySet().iterator();
      if (indexNumber == DESCENDING) {
        iterator = new TreeMap<>(table.rows).descendingMap().entrySet().iterator();
      }
      next();
    }

    @Override
    public boolean isAtEnd() {
      return row == null;
    }

    @Override
    public void next() {
      row = iterator.hasNext() ? iterator.next() : null;
    }

    @Override
    public void column(FunctionContext context, int column) {
      Object value = row.getValue()[column];
      if (value instanceof Long number) {
        context.result().setInteger(number);
      } else if (value instanceof Double number) {
        context.result().setReal(number);
      } else if (value != null) {
        context.setResult(value.toString());
      }
    }

    @Override
    public long rowid() {
      return row.getKey();
    }

    @Override
    public void close() {
      iterator = null;
    }
  }
}

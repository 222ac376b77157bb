// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe;

import java.util.List;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.record.Collation;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.MissingCollation;

/**
 * What the fourth operand may be. Besides the records here:
 *
 * <ul>
 *   <li>{@link Number}: counts of registers (Seek…, Idx…, Found, NotFound, NoConflict, IfNoHope, Filter, FilterAdd, SorterCompare, RowSetTest), the
 *       schema generation of Transaction, the value of Int64 ({@link Long}) and Real ({@link Double}), IsTrue's inversion
 *   <li>{@code byte[]}: Blob; String8 with the text in the database's encoding
 *   <li>{@link String}: affinity letters of Affinity and MakeRecord, one per register; names; messages; String8
 *   <li>{@link KeyOrder}: OpenRead, OpenWrite, OpenEphemeral, OpenAutoindex, SorterOpen on index trees (it is what tells them from
 *       table trees); Compare
 *   <li>{@code int[]}: Permutation, one register offset per column; DeferredSeek: for each column of the table 1 + the column of the index that
 *       has it, or 0; IntegrityCk: the trees. Without a leading count in each case
 *   <li>{@link Collation}: comparisons, CollSeq
 *   <li>{@link Program} or {@link SubProgram}: Program
 *   <li>{@link VirtualTable}: VOpen, VUpdate, VBegin, VRename
 * </ul>
 */
public final class P4 {
  private P4() {}

  /** Function, PureFunc: the function and how many arguments it is called with. AggStep, AggInverse, AggValue, AggFinal too. */
  public record Call(FunctionDefinition function, int argumentCount) {
    /** P5 of PureFunc: what the function is called for. */
    public static final int IN_PARTIAL_INDEX = 0x02;

    public static final int IN_CHECK = 0x04;
    public static final int IN_GENERATED_COLUMN = 0x08;
    public static final int IN_INDEX = 0x20;

    @Override
    public String toString() {
      return function.name() + "(" + function.argumentCount() + ")";
    }
  }

  /**
   * Eq, Ne, Lt, Le, Gt, Ge: how to compare. The affinity is in P5 as in SQLite.
   *
   * @param collation for texts
   */
  public record Comparison(Collation collation) {
    /** @throws org.lumosql.error.StoreException ERROR_MISSING_COLLSEQ if the collation is not known */
    public Comparison {
      MissingCollation.refuse(collation);
    }

    @Override
    public String toString() {
      return collation.name() + "-8";
    }
  }

  /** OpenRead, OpenWrite on a table tree: number of columns, for EXPLAIN and for decoding. */
  public record Columns(int count) {
    @Override
    public String toString() {
      return Integer.toString(count);
    }
  }

  /** Column: the default of a column that the record is too short for, ready to be copied to a register. */
  public record DefaultValue(org.lumosql.value.Register value) {}

  /** Insert, Delete, TypeCheck: the table, as hooks and error messages need it. */
  public interface TableInfo {
    String tableName();

    int columnCount();

    String columnName(int column);

    boolean hasRowid();

    /** The type that a STRICT table demands of a column: INT, INTEGER, REAL, TEXT, BLOB or ANY. */
    String strictType(int column);

    /** Whether the column is generated, stored or not. */
    boolean isGenerated(int column);

    /** Whether the column is NOT stored (virtual generated). */
    boolean isVirtual(int column);

    boolean isNotNull(int column);
  }

  /**
   * PreUpdate: what happens to a row.
   *
   * @param operation 18 INSERT, 23 UPDATE, 9 DELETE
   * @param places for each column the register it is in, counted from that of the rowid, which the rowid's alias is in itself
   */
  public record RowChange(String table, int operation, int[] places) {
    @Override
    public String toString() {
      return table;
    }
  }

  /**
   * Program: a trigger's body that may be compiled after the instruction that calls it, as a trigger that fires itself needs.
   * {@link Program} itself is accepted where there is no such circle.
   */
  public static final class SubProgram {
    private final Object token;
    private Program program;

    /** @param token identifies the trigger: two subprograms of one trigger (for different conflict policies) share it */
    public SubProgram(Object token) {
      this.token = token;
    }

    public Object token() {
      return token;
    }

    public Program program() {
      return program;
    }

    /** Called once, before the program around it is handed out. */
    public void define(Program body) {
      program = body;
    }

    @Override
    public String toString() {
      return "program";
    }
  }

  /**
   * ParseSchema: the rows of the schema table for which all tests hold. Tests instead of SQL, so that a definition does not need a query compiled to be
   * read; what EXPLAIN shows is the SQL.
   */
  public record SchemaRows(List<FieldTest> tests) {
    public static SchemaRows with(FieldTest... tests) {
      return new SchemaRows(List.of(tests));
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      for (FieldTest test : tests) {
        text.append(text.length() == 0 ? "" : " AND ").append(test);
      }
      return text.toString();
    }
  }

  /** A text field of the schema table that has, or has not, a value. NULL is neither. */
  public record FieldTest(SchemaField field, String value, boolean isEqual) {
    public static FieldTest is(SchemaField field, String value) {
      return new FieldTest(field, value, true);
    }

    public static FieldTest isNot(SchemaField field, String value) {
      return new FieldTest(field, value, false);
    }

    /** @param text what the row has in the field, null for NULL */
    public boolean holds(String text) {
      return text != null && text.equals(value) == isEqual;
    }

    @Override
    public String toString() {
      return field.sqlName + (isEqual ? "='" : "!='") + value.replace("'", "''") + "'";
    }
  }

  /** The text fields of the schema table, with their places in its records. */
  public enum SchemaField {
    TYPE("type", 0),
    NAME("name", 1),
    TABLE_NAME("tbl_name", 2),
    SQL("sql", 4);

    private final String sqlName;
    private final int place;

    SchemaField(String sqlName, int place) {
      this.sqlName = sqlName;
      this.place = place;
    }

    public int place() {
      return place;
    }
  }

  /**
   * IdxDelete: an index whose keys end with the rowid, and are computed: what was computed when an entry was made need not be what is computed now.
   *
   * @param plainFields those that are not computed
   */
  public record ComputedIndex(String name, List<PlainField> plainFields) {
    /** A field of the key that is a column as it is stored. */
    public record PlainField(int number, Collation collation) {}

    @Override
    public String toString() {
      return name;
    }
  }

  /** Jump tables and other lists of registers. */
  public record Registers(List<Integer> numbers) {}
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lumosql.error.ResultCode;

/**
 * The differences from C SQLite that are no mistakes of ours; COMPAT.md lists them under "Differences on purpose". Others are avoided by the grammar, which says so where it
 * does: COLLATE in the ORDER BY of a compound, a virtual REAL column of a STRICT table in a sort, a column renamed in a temporary table.
 */
final class Accepted {
  private static final Pattern VIEW_IS_NOT_MODIFIED = Pattern.compile("cannot modify .* because it is a view");
  private static final Pattern DESCRIBES_TABLE = Pattern.compile("table_x?info\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern IS_MISSING = Pattern.compile("no such (table|column|index): .*");
  private static final String KEYS_CHECK = "PRAGMA foreign_key_check";
  private static final String KEY_MISMATCH = "foreign key mismatch - ";

  private static final Pattern AFTER_RENAME = Pattern.compile("error in trigger (\\w+) after rename: no such column: .*");
  private static final String SCHEMAS_OF_TRIGGERS = "(SELECT * FROM sqlite_schema UNION ALL SELECT * FROM temp.sqlite_schema)";
  private static final Pattern TRIGGER_IS_THERE = Pattern.compile("trigger .* already exists");
  private static final String NO_TRIGGER = "no such trigger: ";

  private static final Pattern UPSERT = Pattern.compile("(?is).*\\bON\\s+CONFLICT\\b.*\\bDO\\s+UPDATE\\b.*");
  private static final String INTEGRITY = "PRAGMA integrity_check";

  /** What aggregate functions fail with: SQLite keeps no statement journal for them. */
  private static final List<Pattern> AGGREGATE_ERRORS =
      List.of(
          Pattern.compile("integer overflow"),
          Pattern.compile("JSON cannot hold BLOB values"),
          Pattern.compile("(input to|Inf input to|the fraction argument to) (percentile|median).*"));

  /** Rows without a parent, whose key sets NULL or cascades. */
  private static final String ORPHANS =
      "SELECT 1 FROM pragma_foreign_key_check AS c, pragma_foreign_key_list(c.\"table\") AS l WHERE l.id=c.fkid AND (l.on_delete IN ('SET NULL','CASCADE') OR l.on_update IN ('SET NULL','CASCADE'))";

  private static final String TABLES_WITH_ROWID =
      "SELECT printf('\"%w\".\"%w\"', schema, name) FROM pragma_table_list AS l WHERE type='table' AND NOT wr AND name NOT LIKE 'sqlite_%'";

  private Accepted() {}

  /**
   * Whether SQLite has left rows without a parent where the statement failed here: it does not check a foreign key behind a change of the parent for which it has
   * compiled SET NULL; and inside a transaction it does not undo a statement that fails although such an action was to mend everything.
   */
  static boolean leavesOrphan(Outcome one, Engine engine, Engine reference) {
    return one.code() == ResultCode.CONSTRAINT_FOREIGNKEY.code() && reference.ask(ORPHANS).rows().size() > engine.ask(ORPHANS).rows().size();
  }

  /**
   * Whether SQLite may have kept the rows before the one that failed: inside a transaction a statement that stores a value of the wrong type into a STRICT table is not
   * undone, since the check of types opens no statement journal. Ours is undone as every other. The same goes for triggers that fire each other too deeply, and for
   * aggregate functions that fail.
   */
  static boolean leavesChanges(Outcome reference) {
    if (reference.code() == ResultCode.CONSTRAINT_DATATYPE.code()) {
      return true;
    }
    return reference.isError()
        && (reference.message().equals("triggers nested too deep")
            || AGGREGATE_ERRORS.stream().anyMatch(error -> error.matcher(reference.message()).matches()));
  }

  /**
   * Whether two messages differ by chance. A change of a view that has no trigger is refused with what its query lacks, or, if SQLite happens to know the
   * view's columns from an earlier statement, because it is a view. And the tables of a database whose foreign keys are checked come in the order of a hash table.
   */
  static boolean isSame(String sql, Outcome one, Outcome reference) {
    return VIEW_IS_NOT_MODIFIED.matcher(reference.message()).matches() && one.message().startsWith("no such ")
        || sql.equalsIgnoreCase(KEYS_CHECK) && one.message().startsWith(KEY_MISMATCH) && reference.message().startsWith(KEY_MISMATCH);
  }

  /**
   * Whether SQLite has damaged its own database: a trigger of an UPSERT deletes rows, and the next row of the INSERT is stored where the cursor stood before.
   */
  static boolean damagesDatabase(List<String> script, Engine engine, Engine reference) {
    return script.stream().anyMatch(sql -> UPSERT.matcher(sql).matches())
        && !reference.ask("SELECT 1 FROM " + SCHEMAS_OF_TRIGGERS + " WHERE type='trigger' AND sql LIKE '%DELETE%' OR sql LIKE '%REPLACE%'").rows().isEmpty()
        && isSound(engine)
        && !isSound(reference);
  }

  private static boolean isSound(Engine engine) {
    List<String[]> rows = engine.ask(INTEGRITY).rows();
    return rows.size() == 1 && rows.get(0)[0].equals("tok");
  }

  /** Whether a table has a row with the largest rowid, so that further ones are chosen at random. */
  static boolean choosesRowids(Engine reference) {
    for (String[] table : reference.ask(TABLES_WITH_ROWID).rows()) {
      if (!reference.ask("SELECT 1 FROM " + table[0].substring(1) + " WHERE _rowid_=9223372036854775807").rows().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether something is missing that a temporary view reads, of which SQLite has the columns still: what else it finds wrong with the statement may come first then. */
  static boolean isInView(Outcome one, Engine reference) {
    if (!one.isError() || !IS_MISSING.matcher(one.message()).matches()) {
      return false;
    }
    for (String[] view : reference.ask("SELECT printf('\"%w\"', name) FROM temp.sqlite_schema WHERE type='view'").rows()) {
      if (one.message().equals(reference.ask("SELECT 1 FROM temp." + view[0].substring(1) + " LIMIT 0").message())) {
        return true;
      }
    }
    return false;
  }

  /** Whether SQLite has left a name in the ON clause of an UPDATE … FROM in a trigger as it was, so that it refuses to rename what it means. */
  static boolean forgetsOn(Outcome one, Outcome expected, Engine reference) {
    Matcher trigger = AFTER_RENAME.matcher(expected.isError() ? expected.message() : "");
    return !one.isError()
        && trigger.matches()
        && !reference.ask("SELECT 1 FROM " + SCHEMAS_OF_TRIGGERS + " WHERE type='trigger' AND name='" + trigger.group(1) + "' AND sql LIKE '%UPDATE%FROM%JOIN%ON%'").rows().isEmpty();
  }

  /** Whether SQLite no longer finds a temporary trigger whose table's database was detached, though it stands in the schema table. */
  static boolean forgetsTrigger(Outcome one, Outcome expected, Engine reference) {
    if (one.isError() && !expected.isError() && TRIGGER_IS_THERE.matcher(one.message()).matches()) { // then it has made a second one of that name
      return !reference.ask("SELECT 1 FROM temp.sqlite_schema WHERE type='trigger' GROUP BY lower(name) HAVING count(*)>1").rows().isEmpty();
    }
    if (one.isError() || !expected.isError() || !expected.message().startsWith(NO_TRIGGER)) {
      return false;
    }
    String name = expected.message().substring(Math.max(NO_TRIGGER.length(), expected.message().lastIndexOf('.') + 1));
    return !reference.ask("SELECT 1 FROM temp.sqlite_schema WHERE type='trigger' AND name='" + name.replace("'", "''") + "'").rows().isEmpty();
  }

  /** Whether SQLite describes a temporary view whose table or column is gone: it keeps the columns that it found in an earlier statement. */
  static boolean remembersView(String sql, Outcome one, Outcome reference) {
    return !reference.isError() && IS_MISSING.matcher(one.message()).matches() && DESCRIBES_TABLE.matcher(sql).find();
  }
}

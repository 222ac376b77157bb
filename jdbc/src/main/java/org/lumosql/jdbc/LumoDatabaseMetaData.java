// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Facts about the database, and its schema as JDBC describes schemas. The rows are made by SQL over the pragma functions. */
final class LumoDatabaseMetaData extends DatabaseFacts {
  private static final String TABLE_TYPES = "GLOBAL TEMPORARY,SYSTEM TABLE,TABLE,VIEW";

  private static final Pattern PRIMARY_KEY_NAME =
      Pattern.compile(
          "CONSTRAINT\\s+(\\w+|\"[^\"]*\"|\\[[^]]*]|`[^`]*`)\\s+PRIMARY\\s+KEY", Pattern.CASE_INSENSITIVE);

  private final LumoConnection connection;

  LumoDatabaseMetaData(LumoConnection connection) {
    this.connection = connection;
  }

  private ResultSet query(String sql, String... parameters) throws SQLException {
    LumoPreparedStatement statement = new LumoPreparedStatement(connection, sql);
    statement.closeOnCompletion();
    for (int i = 0; i < parameters.length; i++) {
      statement.setString(i + 1, parameters[i]);
    }
    return statement.executeQuery();
  }

  /** A result set with the columns and no rows. */
  private ResultSet none(String columns) throws SQLException {
    StringBuilder sql = new StringBuilder("SELECT ");
    for (String column : columns.split(" ")) {
      sql.append(sql.length() > 7 ? ", " : "").append("NULL AS ").append(column);
    }
    return query(sql.append(" LIMIT 0").toString());
  }

  private static String pattern(String pattern) {
    return pattern == null ? "%" : pattern;
  }

  // ---- tables and columns ------------------------------------------------------------------------------------------------------------

  @Override
  public ResultSet getTables(String catalog, String schema, String name, String[] types) throws SQLException {
    String wanted = types == null ? TABLE_TYPES : String.join(",", types);
    return query(
        "SELECT NULL AS TABLE_CAT, NULL AS TABLE_SCHEM, name AS TABLE_NAME, kind AS TABLE_TYPE, NULL AS REMARKS,"
            + " NULL AS TYPE_CAT, NULL AS TYPE_SCHEM, NULL AS TYPE_NAME, NULL AS SELF_REFERENCING_COL_NAME,"
            + " NULL AS REF_GENERATION FROM (SELECT name, CASE WHEN name LIKE 'sqlite\\_%' ESCAPE '\\' THEN 'SYSTEM TABLE'"
            + " ELSE upper(type) END AS kind FROM sqlite_schema WHERE type IN ('table','view') UNION ALL"
            + " SELECT name, 'GLOBAL TEMPORARY' FROM sqlite_temp_schema WHERE type IN ('table','view')"
            + " UNION ALL SELECT 'sqlite_schema', 'SYSTEM TABLE') WHERE name LIKE ?1 ESCAPE '\\'"
            + " AND instr(','||?2||',', ','||kind||',') ORDER BY TABLE_TYPE, TABLE_NAME",
        pattern(name),
        wanted);
  }

  @Override
  public ResultSet getColumns(String catalog, String schema, String table, String column) throws SQLException {
    return query(
        "SELECT NULL AS TABLE_CAT, NULL AS TABLE_SCHEM, m.name AS TABLE_NAME, c.name AS COLUMN_NAME,"
            + " CASE WHEN upper(c.type) LIKE '%INT%' THEN 4 WHEN upper(c.type) LIKE '%CHAR%' OR upper(c.type) LIKE '%TEXT%' THEN 12"
            + " WHEN upper(c.type) LIKE '%BLOB%' THEN 2004 WHEN upper(c.type) LIKE '%REAL%' THEN 7"
            + " WHEN upper(c.type) LIKE '%FLOA%' THEN 6 WHEN upper(c.type) LIKE '%DOUB%' THEN 8"
            + " WHEN upper(c.type) LIKE 'BOOL%' THEN 16 WHEN upper(c.type) LIKE 'TIMESTAMP%' OR upper(c.type) LIKE 'DATETIME%' THEN 93"
            + " WHEN upper(c.type) LIKE 'DATE%' THEN 91 WHEN c.type='' THEN 12 ELSE 2 END AS DATA_TYPE,"
            + " CASE WHEN instr(c.type, '(') THEN trim(substr(c.type, 1, instr(c.type, '(') - 1)) ELSE c.type END AS TYPE_NAME,"
            + " 2000000000 AS COLUMN_SIZE, 2000000000 AS BUFFER_LENGTH, 10 AS DECIMAL_DIGITS,"
            + " 10 AS NUM_PREC_RADIX, NOT c.\"notnull\" AS NULLABLE, NULL AS REMARKS, c.dflt_value AS COLUMN_DEF,"
            + " 0 AS SQL_DATA_TYPE, 0 AS SQL_DATETIME_SUB, 2000000000 AS CHAR_OCTET_LENGTH, c.cid + 1 AS ORDINAL_POSITION,"
            + " CASE c.\"notnull\" WHEN 0 THEN 'YES' ELSE 'NO' END AS IS_NULLABLE, NULL AS SCOPE_CATALOG,"
            + " NULL AS SCOPE_SCHEMA, NULL AS SCOPE_TABLE, NULL AS SOURCE_DATA_TYPE,"
            + " CASE WHEN m.sql LIKE '%AUTOINCREMENT%' AND c.pk = 1 THEN 'YES' ELSE 'NO' END AS IS_AUTOINCREMENT,"
            + " CASE c.hidden WHEN 0 THEN 'NO' ELSE 'YES' END AS IS_GENERATEDCOLUMN"
            + " FROM sqlite_schema m, pragma_table_xinfo(m.name) c WHERE m.type IN ('table','view')"
            + " AND m.name LIKE ?1 ESCAPE '\\' AND c.name LIKE ?2 ESCAPE '\\' ORDER BY m.name, c.cid",
        pattern(table),
        pattern(column));
  }

  @Override
  public ResultSet getPrimaryKeys(String catalog, String schema, String table) throws SQLException {
    return query(
        "SELECT NULL AS TABLE_CAT, NULL AS TABLE_SCHEM, ?1 AS TABLE_NAME, name AS COLUMN_NAME, pk AS KEY_SEQ,"
            + " ?2 AS PK_NAME FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY name",
        table,
        primaryKeyName(table));
  }

  /** What stands between CONSTRAINT and PRIMARY KEY in the statement that made the table; null if the key has no name. */
  private String primaryKeyName(String table) throws SQLException {
    try (ResultSet rows =
        query("SELECT sql FROM sqlite_schema WHERE type='table' AND name = ?1 COLLATE NOCASE", table)) {
      Matcher named = rows.next() ? PRIMARY_KEY_NAME.matcher(rows.getString(1)) : null;
      if (named == null || !named.find()) {
        return null;
      }
      String name = named.group(1);
      return Character.isLetterOrDigit(name.charAt(0)) || name.charAt(0) == '_' ? name : name.substring(1, name.length() - 1);
    }
  }

  @Override
  public ResultSet getImportedKeys(String catalog, String schema, String table) throws SQLException {
    return keys("m.name = ?1 COLLATE NOCASE", "PKTABLE_NAME, KEY_SEQ", table);
  }

  @Override
  public ResultSet getExportedKeys(String catalog, String schema, String table) throws SQLException {
    return keys("f.\"table\" = ?1 COLLATE NOCASE", "FKTABLE_NAME, KEY_SEQ", table);
  }

  @Override
  public ResultSet getCrossReference(
      String parentCatalog, String parentSchema, String parent, String catalog, String schema, String child)
      throws SQLException {
    return keys(
        "f.\"table\" = ?1 COLLATE NOCASE AND m.name = ?2 COLLATE NOCASE", "FKTABLE_NAME, KEY_SEQ", parent, child);
  }

  private ResultSet keys(String condition, String order, String... parameters) throws SQLException {
    String rule = "CASE f.%s WHEN 'CASCADE' THEN 0 WHEN 'RESTRICT' THEN 1 WHEN 'SET NULL' THEN 2 WHEN 'SET DEFAULT' THEN 4 ELSE 3 END";
    return query(
        "SELECT NULL AS PKTABLE_CAT, NULL AS PKTABLE_SCHEM, f.\"table\" AS PKTABLE_NAME,"
            + " coalesce(f.\"to\", (SELECT p.name FROM pragma_table_info(f.\"table\") p WHERE p.pk = f.seq + 1)) AS PKCOLUMN_NAME,"
            + " NULL AS FKTABLE_CAT, NULL AS FKTABLE_SCHEM, m.name AS FKTABLE_NAME, f.\"from\" AS FKCOLUMN_NAME,"
            + " f.seq + 1 AS KEY_SEQ, " + rule.formatted("on_update") + " AS UPDATE_RULE, "
            + rule.formatted("on_delete") + " AS DELETE_RULE, NULL AS FK_NAME, NULL AS PK_NAME, 5 AS DEFERRABILITY"
            + " FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND " + condition
            + " ORDER BY " + order,
        parameters);
  }

  @Override
  public ResultSet getIndexInfo(String catalog, String schema, String table, boolean unique, boolean approximate)
      throws SQLException {
    return query(
        "SELECT NULL AS TABLE_CAT, NULL AS TABLE_SCHEM, ?1 AS TABLE_NAME, NOT i.\"unique\" AS NON_UNIQUE,"
            + " NULL AS INDEX_QUALIFIER, i.name AS INDEX_NAME, 3 AS TYPE, c.seqno + 1 AS ORDINAL_POSITION,"
            + " c.name AS COLUMN_NAME, CASE c.\"desc\" WHEN 0 THEN 'A' ELSE 'D' END AS ASC_OR_DESC, 0 AS CARDINALITY,"
            + " 0 AS PAGES, NULL AS FILTER_CONDITION FROM pragma_index_list(?1) i, pragma_index_xinfo(i.name) c"
            + " WHERE c.key AND (i.\"unique\" OR ?2 = '0') ORDER BY NON_UNIQUE, INDEX_NAME, ORDINAL_POSITION",
        table,
        unique ? "1" : "0");
  }

  @Override
  public ResultSet getCatalogs() throws SQLException {
    return none("TABLE_CAT");
  }

  @Override
  public ResultSet getSchemas() throws SQLException {
    return none("TABLE_SCHEM TABLE_CATALOG");
  }

  @Override
  public ResultSet getSchemas(String catalog, String pattern) throws SQLException {
    return getSchemas();
  }

  @Override
  public ResultSet getTableTypes() throws SQLException {
    return query("SELECT value AS TABLE_TYPE FROM json_each('[\"' || replace(?1, ',', '\",\"') || '\"]')", TABLE_TYPES);
  }

  @Override
  public ResultSet getTypeInfo() throws SQLException {
    return query(
        "SELECT column1 AS TYPE_NAME, column2 AS DATA_TYPE, 0 AS PRECISION, NULL AS LITERAL_PREFIX, NULL AS LITERAL_SUFFIX,"
            + " NULL AS CREATE_PARAMS, 1 AS NULLABLE, 1 AS CASE_SENSITIVE, 3 AS SEARCHABLE, 0 AS UNSIGNED_ATTRIBUTE,"
            + " 0 AS FIXED_PREC_SCALE, 0 AS AUTO_INCREMENT, NULL AS LOCAL_TYPE_NAME, 0 AS MINIMUM_SCALE, 0 AS MAXIMUM_SCALE,"
            + " 0 AS SQL_DATA_TYPE, 0 AS SQL_DATETIME_SUB, 10 AS NUM_PREC_RADIX"
            + " FROM (VALUES ('NULL',0),('INTEGER',4),('REAL',7),('TEXT',12),('BLOB',2004)) ORDER BY DATA_TYPE");
  }

  @Override
  public ResultSet getFunctions(String catalog, String schema, String name) throws SQLException {
    return query(
        "SELECT NULL AS FUNCTION_CAT, NULL AS FUNCTION_SCHEM, name AS FUNCTION_NAME, NULL AS REMARKS, 1 AS FUNCTION_TYPE,"
            + " name||'/'||narg AS SPECIFIC_NAME FROM pragma_function_list WHERE name LIKE ?1 ESCAPE '\\' ORDER BY name",
        pattern(name));
  }

  // ---- what SQLite has not -----------------------------------------------------------------------------------------------------------

  @Override
  public ResultSet getProcedures(String catalog, String schema, String name) throws SQLException {
    return none("PROCEDURE_CAT PROCEDURE_SCHEM PROCEDURE_NAME R1 R2 R3 REMARKS PROCEDURE_TYPE SPECIFIC_NAME");
  }

  @Override
  public ResultSet getProcedureColumns(String catalog, String schema, String name, String column) throws SQLException {
    return none("PROCEDURE_CAT PROCEDURE_SCHEM PROCEDURE_NAME COLUMN_NAME COLUMN_TYPE DATA_TYPE TYPE_NAME");
  }

  @Override
  public ResultSet getFunctionColumns(String catalog, String schema, String name, String column) throws SQLException {
    return none("FUNCTION_CAT FUNCTION_SCHEM FUNCTION_NAME COLUMN_NAME COLUMN_TYPE DATA_TYPE TYPE_NAME");
  }

  @Override
  public ResultSet getColumnPrivileges(String catalog, String schema, String table, String column) throws SQLException {
    return none("TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME GRANTOR GRANTEE PRIVILEGE IS_GRANTABLE");
  }

  @Override
  public ResultSet getTablePrivileges(String catalog, String schema, String table) throws SQLException {
    return none("TABLE_CAT TABLE_SCHEM TABLE_NAME GRANTOR GRANTEE PRIVILEGE IS_GRANTABLE");
  }

  @Override
  public ResultSet getBestRowIdentifier(String catalog, String schema, String table, int scope, boolean nullable)
      throws SQLException {
    return query(
        "SELECT 0 AS SCOPE, name AS COLUMN_NAME, 4 AS DATA_TYPE, type AS TYPE_NAME, 0 AS COLUMN_SIZE, 0 AS BUFFER_LENGTH,"
            + " 0 AS DECIMAL_DIGITS, 1 AS PSEUDO_COLUMN FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk",
        table);
  }

  @Override
  public ResultSet getVersionColumns(String catalog, String schema, String table) throws SQLException {
    return none("SCOPE COLUMN_NAME DATA_TYPE TYPE_NAME COLUMN_SIZE BUFFER_LENGTH DECIMAL_DIGITS PSEUDO_COLUMN");
  }

  @Override
  public ResultSet getUDTs(String catalog, String schema, String name, int[] types) throws SQLException {
    return none("TYPE_CAT TYPE_SCHEM TYPE_NAME CLASS_NAME DATA_TYPE REMARKS BASE_TYPE");
  }

  @Override
  public ResultSet getSuperTypes(String catalog, String schema, String name) throws SQLException {
    return none("TYPE_CAT TYPE_SCHEM TYPE_NAME SUPERTYPE_CAT SUPERTYPE_SCHEM SUPERTYPE_NAME");
  }

  @Override
  public ResultSet getSuperTables(String catalog, String schema, String name) throws SQLException {
    return none("TABLE_CAT TABLE_SCHEM TABLE_NAME SUPERTABLE_NAME");
  }

  @Override
  public ResultSet getAttributes(String catalog, String schema, String type, String attribute) throws SQLException {
    return none("TYPE_CAT TYPE_SCHEM TYPE_NAME ATTR_NAME DATA_TYPE ATTR_TYPE_NAME");
  }

  @Override
  public ResultSet getClientInfoProperties() throws SQLException {
    return none("NAME MAX_LEN DEFAULT_VALUE DESCRIPTION");
  }

  @Override
  public ResultSet getPseudoColumns(String catalog, String schema, String table, String column) throws SQLException {
    return none("TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME DATA_TYPE COLUMN_SIZE");
  }

  // ---- the driver and the connection ---------------------------------------------------------------------------------------------------

  @Override
  public Connection getConnection() {
    return connection;
  }

  @Override
  public String getURL() {
    return connection.url();
  }

  @Override
  public String getUserName() {
    return null;
  }

  @Override
  public boolean isReadOnly() throws SQLException {
    return connection.isReadOnly();
  }

  @Override
  public String getDatabaseProductName() {
    return "SQLite";
  }

  @Override
  public String getDatabaseProductVersion() throws SQLException {
    try (ResultSet version = query("SELECT sqlite_version()")) {
      version.next();
      return version.getString(1);
    }
  }

  @Override
  public int getDatabaseMajorVersion() throws SQLException {
    return Integer.parseInt(getDatabaseProductVersion().split("\\.")[0]);
  }

  @Override
  public int getDatabaseMinorVersion() throws SQLException {
    return Integer.parseInt(getDatabaseProductVersion().split("\\.")[1]);
  }

  @Override
  public String getDriverName() {
    return "LumoSQL for the JVM";
  }

  @Override
  public String getDriverVersion() {
    return LumoDriver.MAJOR + "." + LumoDriver.MINOR;
  }

  @Override
  public int getDriverMajorVersion() {
    return LumoDriver.MAJOR;
  }

  @Override
  public int getDriverMinorVersion() {
    return LumoDriver.MINOR;
  }

  @Override
  public int getJDBCMajorVersion() {
    return 4;
  }

  @Override
  public int getJDBCMinorVersion() {
    return 3;
  }

  @Override
  public int getDefaultTransactionIsolation() {
    return Connection.TRANSACTION_SERIALIZABLE;
  }

  @Override
  public boolean supportsTransactionIsolationLevel(int level) {
    return level == Connection.TRANSACTION_SERIALIZABLE;
  }

  @Override
  public boolean supportsResultSetType(int type) {
    return type == ResultSet.TYPE_FORWARD_ONLY;
  }

  @Override
  public boolean supportsResultSetConcurrency(int type, int concurrency) {
    return supportsResultSetType(type) && concurrency == ResultSet.CONCUR_READ_ONLY;
  }

  @Override
  public boolean supportsResultSetHoldability(int holdability) {
    return holdability == ResultSet.CLOSE_CURSORS_AT_COMMIT;
  }

  @Override
  public int getResultSetHoldability() {
    return ResultSet.CLOSE_CURSORS_AT_COMMIT;
  }

  @Override
  public int getSQLStateType() {
    return sqlStateSQL;
  }

  @Override
  public RowIdLifetime getRowIdLifetime() {
    return RowIdLifetime.ROWID_UNSUPPORTED;
  }

  @Override
  public int getMaxColumnsInTable() {
    return 2000;
  }

  @Override
  public int getMaxColumnsInSelect() {
    return 2000;
  }

  @Override
  public int getMaxColumnsInIndex() {
    return 2000;
  }

  @Override
  public int getMaxTablesInSelect() {
    return 64;
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return Wrapping.unwrap(type, this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}

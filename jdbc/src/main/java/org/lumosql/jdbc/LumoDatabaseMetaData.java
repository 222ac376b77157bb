// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import java.sql.SQLException;
import java.util.List;

/** Facts about the database, and its schema as JDBC describes schemas. The rows are made by SQL over the pragma functions. */
final class LumoDatabaseMetaData extends DatabaseFacts {
  private static final String TABLE_TYPES = "GLOBAL TEMPORARY,SYSTEM TABLE,TABLE,VIEW";

  private final LumoConnection connection;
  private final SchemaDescription schema;

  LumoDatabaseMetaData(LumoConnection connection) {
    this.connection = connection;
    this.schema = new SchemaDescription(connection);
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
  private ResultSet none(List<String> columns) throws SQLException {
    return RowsQuery.of(connection, columns, List.of());
  }

  private static String pattern(String pattern) {
    return pattern == null ? "%" : pattern;
  }

  // ---- tables and columns ------------------------------------------------------------------------------------------------------------

  @Override
  public ResultSet getTables(String catalog, String schemaPattern, String name, String[] types) throws SQLException {
    return schema.tables(catalog, schemaPattern, name, types);
  }

  @Override
  public ResultSet getColumns(String catalog, String schemaPattern, String table, String column) throws SQLException {
    return schema.columns(catalog, schemaPattern, table, column);
  }

  @Override
  public ResultSet getPrimaryKeys(String catalog, String schemaName, String table) throws SQLException {
    return schema.primaryKeys(catalog, schemaName, table);
  }

  @Override
  public ResultSet getImportedKeys(String catalog, String schemaName, String table) throws SQLException {
    return table == null ? none(Labels.KEYS) : schema.keys(catalog, schemaName, null, table, true);
  }

  @Override
  public ResultSet getExportedKeys(String catalog, String schemaName, String table) throws SQLException {
    return table == null ? none(Labels.KEYS) : schema.keys(catalog, schemaName, table, null, false);
  }

  @Override
  public ResultSet getCrossReference(
      String parentCatalog, String parentSchema, String parent, String catalog, String schemaName, String child)
      throws SQLException {
    return schema.keys(catalog, schemaName, parent, child, false);
  }

  @Override
  public ResultSet getIndexInfo(String catalog, String schemaName, String table, boolean unique, boolean approximate)
      throws SQLException {
    return schema.indexes(catalog, schemaName, table, unique);
  }

  @Override
  public ResultSet getBestRowIdentifier(String catalog, String schemaName, String table, int scope, boolean nullable)
      throws SQLException {
    return schema.bestRow(catalog, schemaName, table);
  }

  @Override
  public ResultSet getCatalogs() throws SQLException {
    return none(Labels.CATALOGS);
  }

  @Override
  public ResultSet getSchemas() throws SQLException {
    return schema.schemas(null);
  }

  @Override
  public ResultSet getSchemas(String catalog, String pattern) throws SQLException {
    return schema.schemas(pattern);
  }

  @Override
  public ResultSet getTableTypes() throws SQLException {
    return query("SELECT value AS TABLE_TYPE FROM json_each('[\"' || replace(?1, ',', '\",\"') || '\"]')", TABLE_TYPES);
  }

  @Override
  public ResultSet getTypeInfo() throws SQLException {
    return query(
        "SELECT column1 AS TYPE_NAME, column2 AS DATA_TYPE, 0 AS PRECISION, NULL AS LITERAL_PREFIX, NULL AS LITERAL_SUFFIX,"
            + " NULL AS CREATE_PARAMS, 1 AS NULLABLE, 0 AS CASE_SENSITIVE, 3 AS SEARCHABLE, 0 AS UNSIGNED_ATTRIBUTE,"
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
    return none(Labels.PROCEDURES);
  }

  @Override
  public ResultSet getProcedureColumns(String catalog, String schema, String name, String column) throws SQLException {
    return none(Labels.PROCEDURE_COLUMNS);
  }

  @Override
  public ResultSet getFunctionColumns(String catalog, String schema, String name, String column) throws SQLException {
    return none(Labels.FUNCTION_COLUMNS);
  }

  @Override
  public ResultSet getColumnPrivileges(String catalog, String schema, String table, String column) throws SQLException {
    return none(Labels.COLUMN_PRIVILEGES);
  }

  @Override
  public ResultSet getTablePrivileges(String catalog, String schema, String table) throws SQLException {
    return none(Labels.TABLE_PRIVILEGES);
  }

  @Override
  public ResultSet getVersionColumns(String catalog, String schema, String table) throws SQLException {
    return none(Labels.VERSION_COLUMNS);
  }

  @Override
  public ResultSet getUDTs(String catalog, String schema, String name, int[] types) throws SQLException {
    return none(Labels.USER_TYPES);
  }

  @Override
  public ResultSet getSuperTypes(String catalog, String schema, String name) throws SQLException {
    return none(Labels.SUPER_TYPES);
  }

  @Override
  public ResultSet getSuperTables(String catalog, String schema, String name) throws SQLException {
    return none(Labels.SUPER_TABLES);
  }

  @Override
  public ResultSet getAttributes(String catalog, String schema, String type, String attribute) throws SQLException {
    return none(Labels.ATTRIBUTES);
  }

  @Override
  public ResultSet getClientInfoProperties() throws SQLException {
    return none(Labels.CLIENT_INFO);
  }

  @Override
  public ResultSet getPseudoColumns(String catalog, String schema, String table, String column) throws SQLException {
    return none(Labels.PSEUDO_COLUMNS);
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

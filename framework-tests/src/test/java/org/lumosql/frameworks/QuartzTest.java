// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;

/** Quartz' job store: jobs and triggers with their data are kept, run, and found again after a restart. */
class QuartzTest {
  private static final Map<String, DataSource> SOURCES = new ConcurrentHashMap<>();
  private static final Map<String, CountDownLatch> RUNS = new ConcurrentHashMap<>();

  @TempDir Path directory;

  /** Gives Quartz the connections of a test. */
  public static class Connections implements ConnectionProvider {
    private String key;

    public void setKey(String key) {
      this.key = key;
    }

    @Override
    public Connection getConnection() throws SQLException {
      return SOURCES.get(key).getConnection();
    }

    @Override
    public void shutdown() {}

    @Override
    public void initialize() {}
  }

  /** Counts its runs. */
  public static class CountingJob implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      RUNS.get(context.getMergedJobDataMap().getString("key")).countDown();
    }
  }

  private static Properties properties(String key, String delegate) {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", "scheduler-" + key);
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.threadPool.threadCount", "2");
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    properties.setProperty("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore." + delegate);
    properties.setProperty("org.quartz.jobStore.dataSource", "db");
    properties.setProperty("org.quartz.jobStore.useDBLocks", "false");
    properties.setProperty("org.quartz.dataSource.db.connectionProvider.class", Connections.class.getName());
    properties.setProperty("org.quartz.dataSource.db.key", key);
    return properties;
  }

  /** The tables of Quartz' own script for H2, without the keys that it adds by ALTER TABLE. */
  private static void createTables(DataSource source) throws Exception {
    String script;
    try (var stream = Scheduler.class.getResourceAsStream("/org/quartz/impl/jdbcjobstore/tables_h2.sql")) {
      script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      Matcher tables = Pattern.compile("CREATE TABLE [^;]*;").matcher(script);
      while (tables.find()) {
        statement.executeUpdate(tables.group());
      }
    }
  }

  private void runJobs(Driver driver, String delegate) throws Exception {
    String key = driver + "-" + delegate;
    DataSource source = driver.dataSource(directory);
    SOURCES.put(key, source);
    RUNS.put(key, new CountDownLatch(3));
    createTables(source);
    Scheduler scheduler = new StdSchedulerFactory(properties(key, delegate)).getScheduler();
    JobDetail job = JobBuilder.newJob(CountingJob.class).withIdentity("count").usingJobData("key", key).storeDurably().build();
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity("often")
            .withSchedule(SimpleScheduleBuilder.simpleSchedule().withIntervalInMilliseconds(50).withRepeatCount(2))
            .build();
    scheduler.scheduleJob(job, trigger);
    scheduler.start();
    assertThat(RUNS.get(key).await(30, TimeUnit.SECONDS)).isTrue();
    scheduler.shutdown(true);

    Scheduler again = new StdSchedulerFactory(properties(key, delegate)).getScheduler();
    assertThat(again.getJobDetail(job.getKey()).getJobDataMap().getString("key")).isEqualTo(key);
    again.shutdown(true);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT job_name, is_durable FROM qrtz_job_details")) {
      assertThat(rows.next()).isTrue();
      assertThat(List.of(rows.getString(1), rows.getBoolean(2))).isEqualTo(List.of("count", true));
    }
  }

  @ParameterizedTest
  @EnumSource
  void jobsRunAndSurviveARestart(Driver driver) throws Exception {
    runJobs(driver, "PostgreSQLDelegate"); // which reads job data with getBytes
  }

  /** The standard delegate reads job data with getBlob, which sqlite-jdbc does not have. */
  @Test
  void theStandardDelegateWorks() throws Exception {
    runJobs(Driver.LUMOSQL, "StdJDBCDelegate");
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lumosql.compat.releases.Change;
import org.lumosql.compat.releases.ReleaseComparison;
import org.lumosql.harness.HtmlPage;
import org.lumosql.harness.RunFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compat releases OLDER NEWER}. */
@Command(
    name = "releases",
    mixinStandardHelpOptions = true,
    description = "Tells which statements two releases of C SQLite answer differently, and on which side we are.")
final class ReleasesCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OLDER", description = "A release of sqlite-jdbc, such as 3.46.1.3")
  private String older;

  @Parameters(index = "1", paramLabel = "NEWER", description = "Another. Default: 3.54.1.0", defaultValue = "3.54.1.0")
  private String newer;

  @Option(names = "--golden", paramLabel = "FOLDER", description = "Golden files.", defaultValue = "compat-tests/src/test/resources/golden")
  private Path golden;

  @Option(names = "--html", paramLabel = "FILE", description = "Write a page.")
  private Path html;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Change> changes = new ReleaseComparison(golden).compare(older, newer);
    for (Change change : changes) {
      System.out.println(change.place() + ": " + change.side().title() + "\n" + text(change));
    }
    for (Change.Side side : Change.Side.values()) {
      System.out.println(count(changes, side) + " " + side.title());
    }
    System.out.println(changes.size() + " statements changed from " + older + " to " + newer);
    if (html != null) {
      Files.writeString(html, page(changes));
    }
    return count(changes, Change.Side.NEWER) == changes.size() ? CompatCommand.PASSED : CompatCommand.FAILED;
  }

  private static long count(List<Change> changes, Change.Side side) {
    return changes.stream().filter(change -> change.side() == side).count();
  }

  private String text(Change change) {
    StringBuilder text = new StringBuilder(change.sql().indent(2));
    append(text, older, change.before());
    append(text, newer, change.after());
    if (change.side() == Change.Side.NEITHER) {
      append(text, "ours", change.ours());
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String who, List<String> rows) {
    text.append("  -- ").append(who).append('\n').append(String.join("\n", rows).indent(2));
  }

  private String page(List<Change> changes) {
    HtmlPage page = new HtmlPage("SQLite " + older + " and " + newer).facts(RunFacts.now());
    page.note(changes.size() + " statements of the golden files are answered differently. We are on the side of");
    page.table("side", "statements");
    for (Change.Side side : Change.Side.values()) {
      page.row("", side.title(), count(changes, side));
    }
    page.endTable().heading("Statements");
    changes.forEach(change -> page.details(change.place() + ", we: " + change.side().title(), text(change)));
    return page.end();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fetches a release by Maven. */
@Tag("slow")
class ReleaseComparisonTest {
  @Test
  void whatChangedBetweenTwoReleasesIsToldAndOursIsTheNewer() throws Exception {
    List<Change> changes = new ReleaseComparison(Path.of("src/test/resources/golden")).compare("3.46", "3.54.1.0");
    assertThat(changes).hasSizeGreaterThan(100);
    assertThat(changes).noneMatch(change -> change.side() == Change.Side.OLDER);
    assertThat(changes).filteredOn(change -> change.side() == Change.Side.NEITHER).allMatch(change -> change.place().startsWith("pragmas/"));
  }
}

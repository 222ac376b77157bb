// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetListTest {
  @TempDir Path folder;

  private static List<String> names(String... settings) throws IOException {
    return TargetList.of(Settings.of(null, Arrays.asList(settings)), List.of()).stream().map(TargetName::toString).toList();
  }

  @Test
  void withoutSettingsThereAreAllOfOursAndSqlite() throws IOException {
    assertThat(names()).containsExactly("3.54.1", "native", "lmdb-0.9.3", "bdb-18.3.12", "rocksdb-11.8.1");
  }

  @Test
  void enginesAreChosen() throws IOException {
    assertThat(names("USE_SQLITE=no", "USE_LMDB=no", "USE_BDB=no", "ROCKSDB_VERSIONS=all", "USE_H2=yes"))
        .containsExactly("native", "rocksdb-9.8.4", "rocksdb-11.8.1", "h2-2.4.240");
  }

  @Test
  void versionsAreChosenInWords() {
    assertThat(VersionList.expand(Engine.SQLITE, "3.50.3+ -latest")).containsExactly("3.50.3", "3.51.3", "3.53.4");
    assertThat(VersionList.expand(Engine.SQLITE, "3.50-")).containsExactly("3.46.1", "3.49.1");
    assertThat(VersionList.expand(Engine.SQLITE, "latest 3.46.1.3 3.7.2")).containsExactly("3.54.1", "3.46.1", "3.7.2");
    assertThat(VersionList.expand(Engine.SQLITE, "all -3.54.1 -3.46.1")).doesNotContain("3.54.1", "3.46.1").contains("3.53.4");
    assertThat(VersionList.compare("0.9.10", "0.9.9")).isPositive();
  }

  @Test
  void optionsMultiplyWhatHasThem() throws IOException {
    assertThat(names("TARGETS=native 3.54.1", "DATASIZE=1 2", "OPTION_ENCRYPT=on"))
        .containsExactly("native+encrypt-aes256gcm", "native+datasize-2+encrypt-aes256gcm", "3.54.1", "3.54.1++datasize-2");
  }

  @Test
  void aBackslashTakesSpacesAsTheyAre() {
    assertThat(TargetList.words("a\\ b  c\\+d \\\\ ")).containsExactly("a b", "c+d", "\\");
  }

  @Test
  void aFileHasSettingsToo() throws IOException {
    Path file = Files.writeString(folder.resolve("bench.local"), "# this machine\nCPU_COMMENT=old laptop\nBENCHMARK_RUNS=7\n");
    Settings settings = Settings.of(file, List.of("BENCHMARK_RUNS=3"));
    assertThat(settings.text("CPU_COMMENT", "")).isEqualTo("old laptop");
    assertThat(settings.number("BENCHMARK_RUNS", 1)).isEqualTo(3);
    assertThat(settings.given()).containsExactly("BENCHMARK_RUNS=3", "CPU_COMMENT=old laptop");
  }

  @Test
  void wrongSettingsAreRefused() {
    assertThatThrownBy(() -> Settings.of(null, List.of("COLOUR=red"))).hasMessageContaining("COLOUR");
    assertThatThrownBy(() -> names("USE_H2=perhaps")).hasMessageContaining("USE_H2");
    assertThatThrownBy(() -> Settings.of(null, List.of("BENCHMARK_RUNS=many")).number("BENCHMARK_RUNS", 1)).hasMessageContaining("many");
  }
}

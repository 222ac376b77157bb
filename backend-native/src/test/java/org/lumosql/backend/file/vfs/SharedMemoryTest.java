// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.backend.file.vfs.Vfs.FileRole;
import org.lumosql.backend.file.vfs.Vfs.OpenMode;

final class SharedMemoryTest {
  @TempDir private Path directory;
  private Path shm;
  private VfsFile first;
  private VfsFile second;

  @BeforeEach
  void open() {
    shm = directory.resolve("a.db-shm");
    first = handle();
    second = handle();
  }

  private VfsFile handle() {
    return new LocalVfs().open(directory.resolve("a.db").toString(), FileRole.DATABASE, OpenMode.CREATE);
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  @Test
  void regionsAreSharedAndOnlyMadeWhenAsked() throws IOException {
    assertThat(first.sharedMemory().region(0, false)).isNull();
    ByteBuffer region = first.sharedMemory().region(1, true);
    assertThat(region.order()).isEqualTo(ByteOrder.nativeOrder());
    assertThat(region.capacity()).isEqualTo(SharedMemory.REGION_SIZE);
    assertThat(Files.size(shm)).isEqualTo(2 * SharedMemory.REGION_SIZE);
    region.putInt(100, 4711);
    assertThat(second.sharedMemory().region(1, false).getInt(100)).isEqualTo(4711);
    assertThat(second.sharedMemory().region(2, false)).isNull();
  }

  @Test
  void leftoversOfDeadProcessesAreEmptied() throws IOException {
    byte[] old = new byte[2 * SharedMemory.REGION_SIZE];
    old[5] = 5;
    Files.write(shm, old);
    assertThat(first.sharedMemory().region(0, false)).as("emptied").isNull();
    assertThat(first.sharedMemory().region(0, true).get(5)).isZero();
    first.sharedMemory().region(0, true).put(5, (byte) 6);
    assertThat(second.sharedMemory().region(0, false).get(5)).as("not emptied again").isEqualTo((byte) 6);
  }

  @Test
  void slotsAreSharedOrExclusive() {
    SharedMemory left = first.sharedMemory();
    SharedMemory right = second.sharedMemory();
    assertThat(left.lock(3, 1, false)).isTrue();
    assertThat(right.lock(3, 1, false)).isTrue();
    left.unlock(3, 1, false);
    assertThat(left.lock(3, 1, true)).isFalse();
    right.unlock(3, 1, false);
    assertThat(left.lock(3, 1, true)).isTrue();
    assertThat(right.lock(3, 1, false)).isFalse();
    assertThat(right.lock(2, 3, true)).as("a range with a taken slot").isFalse();
    assertThat(right.lock(2, 1, true)).as("nothing of the range was kept").isTrue();
    left.unlock(3, 1, true);
    assertThat(right.lock(3, 5, true)).isTrue();
    right.unlock(3, 5, true);
  }

  @Test
  void closingAHandleReleasesItsSlotsOnly() {
    first.sharedMemory().lock(0, 1, true);
    first.sharedMemory().lock(4, 1, false);
    second.sharedMemory().lock(4, 1, false);
    first.close();
    assertThat(second.sharedMemory().lock(0, 1, true)).isTrue();
    second.sharedMemory().unlock(4, 1, false);
    assertThat(second.sharedMemory().lock(4, 1, true)).isTrue();
  }

  @Test
  void lastCloseDeletesIfAsked() {
    first.sharedMemory().region(0, true);
    second.sharedMemory();
    first.sharedMemory().close(true);
    assertThat(shm).as("still used").exists();
    second.sharedMemory().close(true);
    assertThat(shm).doesNotExist();
    assertThat(second.sharedMemory().region(0, false)).as("opened anew").isNull();
  }
}

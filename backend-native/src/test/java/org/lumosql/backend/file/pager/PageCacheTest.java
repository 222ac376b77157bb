// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PageCacheTest {
  private final List<Integer> spilled = new ArrayList<>();
  private boolean maySpill = true;
  private final PageCache cache = new PageCache(512, this::spill);

  private boolean spill(CachedPage[] pages, int count) {
    if (maySpill) {
      for (int i = 0; i < count; i++) {
        spilled.add(pages[i].number);
        cache.markClean(pages[i]);
      }
    }
    return maySpill;
  }

  private CachedPage add(int number, boolean dirty) {
    CachedPage page = cache.add(number);
    page.data[0] = (byte) number;
    if (dirty) {
      cache.markDirty(page);
    }
    page.pins--;
    return page;
  }

  @Test
  void cleanPagesMakeRoomAndArraysAreReused() {
    cache.setCacheSize(20);
    for (int number = 1; number <= 1000; number++) {
      add(number, false);
    }
    assertThat(cache.frameCount()).isEqualTo(20);
    cache.checkInvariants();
  }

  @Test
  void pinnedPagesStayBeyondTheLimit() {
    cache.setCacheSize(10);
    List<CachedPage> pinned = new ArrayList<>();
    for (int number = 1; number <= 50; number++) {
      pinned.add(cache.add(number));
    }
    for (CachedPage page : pinned) {
      assertThat(cache.find(page.number)).isSameAs(page);
      page.pins--;
    }
    cache.trim();
    assertThat(cache.frameCount()).isEqualTo(10);
  }

  @Test
  void usedPagesOutliveUnusedOnes() {
    cache.setCacheSize(10);
    add(1, false);
    for (int number = 2; number <= 500; number++) {
      add(number, false);
      cache.find(1).referenced = true;
    }
    assertThat(cache.find(1)).isNotNull();
  }

  /** Throwing out what came in first would find none of them. */
  @Test
  void ofPagesThatAreVisitedInTurnMostAreThereThoughThereAreMoreThanHaveRoom() {
    cache.setCacheSize(100);
    int found = 0;
    for (int visit = 0; visit < 12_000; visit++) {
      int number = 1 + visit % 120;
      CachedPage page = cache.find(number);
      if (page == null) {
        add(number, false);
      } else {
        page.referenced = true;
        found++;
      }
    }
    assertThat(found).isGreaterThan(6_000);
    cache.checkInvariants();
  }

  @Test
  void whatCanBeWrittenAtOnceIsWrittenAlone() {
    List<List<Integer>> batches = new ArrayList<>();
    PageCache[] owner = new PageCache[1];
    owner[0] =
        new PageCache(
            512,
            new PageCache.Spiller() {
              @Override
              public boolean spill(CachedPage[] pages, int count) {
                List<Integer> batch = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                  batch.add(pages[i].number);
                  owner[0].markClean(pages[i]);
                }
                batches.add(batch);
                return true;
              }

              @Override
              public boolean canSpillAlone(CachedPage page) {
                return page.number <= 50;
              }
            });
    owner[0].setCacheSize(50);
    for (int number = 1; number <= 150; number++) {
      CachedPage page = owner[0].add(number);
      owner[0].markDirty(page);
      page.pins--;
    }
    assertThat(batches).hasSizeGreaterThan(30);
    for (List<Integer> batch : batches) {
      boolean isAlone = batch.size() == 1 && batch.get(0) <= 50;
      assertThat(isAlone || batch.size() > 1 && batch.stream().allMatch(number -> number > 50)).as(batch.toString()).isTrue();
    }
    owner[0].checkInvariants();
  }

  @Test
  void dirtyPagesAreSpilledInBatchesWhenNothingElseIsLeft() {
    cache.setCacheSize(100);
    for (int number = 1; number <= 200; number++) {
      add(number, true);
    }
    assertThat(cache.frameCount()).isEqualTo(100);
    assertThat(spilled).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(100);
    cache.checkInvariants();
  }

  @Test
  void cacheGrowsWhileSpillingIsImpossible() {
    cache.setCacheSize(10);
    maySpill = false;
    for (int number = 1; number <= 300; number++) {
      add(number, true);
    }
    assertThat(cache.dirtyCount()).isEqualTo(300);
    maySpill = true;
    for (int number = 301; number <= 600; number++) {
      add(number, true);
    }
    assertThat(spilled).isNotEmpty();
    cache.checkInvariants();
  }

  @Test
  void spillingCanBeSwitchedOff() {
    cache.setCacheSize(10);
    cache.setSpillSize(0);
    for (int number = 1; number <= 100; number++) {
      add(number, true);
    }
    assertThat(spilled).isEmpty();
  }

  @Test
  void negativeSizeIsKibibytes() {
    cache.setCacheSize(-648);
    assertThat(cache.capacity()).isEqualTo(1024);
  }

  @Test
  void shrinkKeepsPinnedAndDirtyPages() {
    add(1, true);
    add(2, false);
    CachedPage pinned = cache.add(3);
    cache.shrink();
    assertThat(cache.find(1)).isNotNull();
    assertThat(cache.find(2)).isNull();
    assertThat(cache.find(3)).isSameAs(pinned);
    assertThat(cache.frameCount()).isEqualTo(2);
  }

  @Test
  void randomUseKeepsTheInvariants() {
    long seed = TestPages.seed();
    Random random = new Random(seed);
    cache.setCacheSize(30);
    TreeSet<Integer> pinned = new TreeSet<>();
    for (int step = 0; step < 20_000; step++) {
      int number = 1 + random.nextInt(120);
      CachedPage page = cache.find(number);
      switch (random.nextInt(6)) {
        case 0, 1 -> {
          if (page == null) {
            add(number, random.nextBoolean());
          }
        }
        case 2 -> {
          if (page != null && pinned.size() < 20 && pinned.add(number)) {
            page.pins++;
          }
        }
        case 3 -> {
          if (pinned.remove(number)) {
            page.pins--;
          }
        }
        case 4 -> {
          if (page != null && !pinned.contains(number)) {
            cache.drop(page);
          }
        }
        default -> {
          if (page != null && !pinned.contains(number) && cache.find(number + 1000) == null) {
            cache.renumber(page, number + 1000);
            cache.drop(page);
          }
        }
      }
      for (int held : pinned) {
        assertThat(cache.find(held)).as("-Dtest.seed=" + seed).isNotNull();
      }
    }
    cache.checkInvariants();
  }
}

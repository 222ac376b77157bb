// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lumosql.cipher.Opener;
import org.lumosql.cipher.Sealer;

/** What has been opened is found by all that it was sealed with, and by nothing less. */
class OpenedBytesTest {
  private static final byte[] DATABASE = "sixteen bytes ab".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private static final CipherKind KIND = CipherKind.AES_256_GCM;

  private final Random random = new Random(Long.getLong("test.seed", 1));
  private final byte[] key = bytes(32);
  private final OpenedBytes opened = OpenedBytes.acquire(DATABASE, KIND.nonceLength);
  private final Sealer sealer = new CachingSealer(KIND.sealer(key), opened);
  private boolean isReleased;

  @AfterEach
  void release() {
    if (!isReleased) {
      opened.release();
    }
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** As stores make it: database, tree, key. */
  private static byte[] associated(int tree, long key) {
    return ByteBuffer.allocate(28).put(DATABASE).putInt(tree).putLong(key).array();
  }

  private byte[] sealed(byte[] associated, byte[] plain) {
    byte[] sealed = new byte[plain.length + sealer.overhead()];
    sealer.seal(associated, plain, 0, plain.length, sealed, 0);
    return sealed;
  }

  private static byte[] open(Sealer sealer, byte[] associated, byte[] sealed) {
    byte[] plain = new byte[sealed.length - sealer.overhead()];
    return sealer.open(associated, sealed, 0, sealed.length, plain, 0) ? plain : null;
  }

  private boolean isKnown(byte[] associated, byte[] sealed) {
    return opened.find(new OpenedPlace(), associated, sealed, 0, sealed.length);
  }

  @Test
  void whatWasOpenedIsKnownAndTheSame() {
    for (int length : new int[] {0, 1, 100, 4096}) {
      byte[] associated = associated(3, length);
      byte[] plain = bytes(length);
      byte[] sealed = sealed(associated, plain);
      assertThat(isKnown(associated, sealed)).isFalse();
      assertThat(open(sealer, associated, sealed)).isEqualTo(plain);
      assertThat(isKnown(associated, sealed)).isTrue();
      assertThat(open(sealer, associated, sealed)).isEqualTo(plain);
      // at another place of larger arrays
      byte[] larger = new byte[sealed.length + 9];
      System.arraycopy(sealed, 0, larger, 5, sealed.length);
      byte[] target = new byte[length + 3];
      assertThat(sealer.open(associated, larger, 5, sealed.length, target, 2)).isTrue();
      assertThat(Arrays.copyOfRange(target, 2, 2 + length)).isEqualTo(plain);
    }
  }

  @Test
  void anotherPlaceTagNonceOrLengthIsNotKnown() {
    byte[] associated = associated(3, 4);
    byte[] sealed = sealed(associated, bytes(50));
    open(sealer, associated, sealed);
    for (int i = 0; i < associated.length; i++) {
      byte[] changed = associated.clone();
      changed[i] ^= 1;
      assertThat(isKnown(changed, sealed)).isFalse();
      assertThat(open(sealer, changed, sealed)).isNull();
    }
    for (int i = 0; i < sealed.length; i++) {
      if (i < sealer.nonceLength() || i >= sealed.length - AeadSealer.TAG_LENGTH) {
        byte[] changed = sealed.clone();
        changed[i] ^= 1;
        assertThat(isKnown(associated, changed)).isFalse();
        assertThat(open(sealer, associated, changed)).isNull();
      }
    }
    byte[] longer = Arrays.copyOf(associated, associated.length + 1);
    assertThat(isKnown(longer, Arrays.copyOf(sealed, sealed.length))).isFalse();
    // a byte that moves from the associated data to the text: the sum of the lengths is the same
    byte[] shifted = new byte[sealed.length - 1];
    System.arraycopy(sealed, 0, shifted, 0, sealer.nonceLength());
    System.arraycopy(sealed, sealer.nonceLength() + 1, shifted, sealer.nonceLength(), shifted.length - sealer.nonceLength());
    assertThat(isKnown(longer, shifted)).isFalse();
    assertThat(isKnown(associated, sealed)).isTrue();
  }

  /** A scan that was done before finds each entry behind the one before it, and what others have opened meanwhile where that is. */
  @Test
  void aSecondScanShowsWhatTheFirstOpened() {
    int rows = 3000;
    byte[][] plains = new byte[rows][];
    byte[][] sealed = new byte[rows][];
    for (int i = 0; i < rows; i++) {
      plains[i] = bytes(random.nextInt(200));
      sealed[i] = sealed(associated(7, i), plains[i]);
    }
    for (int i = 0; i < rows; i += 10) {
      assertThat(open(sealer, associated(7, i), sealed[i])).isEqualTo(plains[i]);
    }
    for (int scan = 0; scan < 3; scan++) {
      Opener opener = sealer.opener();
      for (int i = 0; i < rows; i++) {
        assertThat(isKnown(associated(7, i), sealed[i])).isEqualTo(scan > 0 || i % 10 == 0);
        assertThat(opener.open(associated(7, i), sealed[i], 0, sealed[i].length)).isTrue();
        assertThat(shown(opener)).isEqualTo(plains[i]);
      }
    }
  }

  private static byte[] shown(Opener opener) {
    return Arrays.copyOfRange(opener.array(), opener.offset(), opener.offset() + opener.length());
  }

  /** The next one in the chunk is looked at first: it must be held against all of what is asked for. */
  @Test
  void whatLiesBehindIsNotTakenForSomethingElse() {
    byte[] first = sealed(associated(7, 1), bytes(40));
    byte[] second = sealed(associated(7, 2), bytes(40));
    open(sealer, associated(7, 1), first);
    open(sealer, associated(7, 2), second);
    for (int i = 0; i < second.length; i++) {
      Opener opener = sealer.opener();
      opener.open(associated(7, 1), first, 0, first.length);
      byte[] changed = second.clone();
      changed[i] ^= 1;
      boolean isText = i >= sealer.nonceLength() && i < second.length - AeadSealer.TAG_LENGTH;
      assertThat(opener.open(associated(7, 2), changed, 0, changed.length)).as("byte %s, the text is taken from memory", i).isEqualTo(isText);
    }
    Opener opener = sealer.opener();
    opener.open(associated(7, 1), first, 0, first.length);
    assertThat(opener.open(associated(7, 3), second, 0, second.length)).isFalse();
  }

  @Test
  void whatIsTakenStaysAsItIs() {
    for (Sealer each : List.of(sealer, KIND.sealer(key))) {
      Opener opener = each.opener();
      for (int length : new int[] {0, 5, 300, 70_000, 2_000_000}) {
        byte[] associated = associated(2, length);
        byte[] plain = bytes(length);
        byte[] sealed = sealed(associated, plain);
        for (int i = 0; i < 3; i++) {
          assertThat(opener.open(associated, sealed, 0, sealed.length)).isTrue();
          byte[] taken = opener.take();
          assertThat(taken).isEqualTo(plain);
          Arrays.fill(taken, (byte) 1);
        }
      }
    }
  }

  @Test
  void aNewSealingOfTheSamePlaceIsSeen() {
    byte[] associated = associated(1, 1);
    byte[] old = sealed(associated, bytes(30));
    open(sealer, associated, old);
    byte[] plain = bytes(30);
    assertThat(open(sealer, associated, sealed(associated, plain))).isEqualTo(plain);
  }

  @Test
  void itTakesNoMoreThanItsShare() {
    long share = OpenedBytes.LIMIT;
    int length = 8192;
    long count = 2 * share / length;
    for (int i = 0; i < count; i++) {
      byte[] associated = associated(1 + i % 5, i);
      byte[] plain = bytes(length);
      plain[0] = (byte) i;
      assertThat(open(sealer, associated, sealed(associated, plain))).isEqualTo(plain);
      assertThat(opened.size()).isLessThanOrEqualTo(share);
    }
    assertThat(opened.size()).isGreaterThan(share / 2);
    OpenedBytes other = OpenedBytes.acquire(bytes(16), KIND.nonceLength);
    try {
      // admission is for some only
      for (int i = 0; i < 8; i++) {
        byte[] associated = associated(9, i);
        open(sealer, associated, sealed(associated, bytes(length)));
      }
      assertThat(opened.size()).isLessThanOrEqualTo(share / 2);
    } finally {
      other.release();
    }
  }

  @Test
  void itIsForgottenWithTheLastKey() {
    OpenedBytes second = OpenedBytes.acquire(DATABASE, KIND.nonceLength);
    assertThat(second).isSameAs(opened);
    byte[] associated = associated(1, 1);
    byte[] sealed = sealed(associated, bytes(10));
    open(sealer, associated, sealed);
    second.release();
    opened.release();
    isReleased = true;
    OpenedBytes again = OpenedBytes.acquire(DATABASE, KIND.nonceLength);
    assertThat(again.find(new OpenedPlace(), associated, sealed, 0, sealed.length)).isFalse();
    again.release();
  }

  @Test
  void threadsSeeTheSame() throws Exception {
    int places = 500;
    byte[][] plains = new byte[places][];
    byte[][] sealed = new byte[places][];
    for (int i = 0; i < places; i++) {
      plains[i] = bytes(1 + random.nextInt(300));
      sealed[i] = sealed(associated(i % 3, i), plains[i]);
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> results = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        long seed = thread;
        results.add(
            threads.submit(
                () -> {
                  Sealer own = new CachingSealer(KIND.sealer(key), opened);
                  Random order = new Random(seed);
                  for (int i = 0; i < 20_000; i++) {
                    int place = order.nextInt(places);
                    assertThat(open(own, associated(place % 3, place), sealed[place])).isEqualTo(plains[place]);
                  }
                }));
      }
      for (Future<?> result : results) {
        result.get();
      }
    } finally {
      threads.shutdown();
    }
  }
}

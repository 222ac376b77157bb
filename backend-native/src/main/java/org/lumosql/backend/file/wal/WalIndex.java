// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;


import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.lumosql.backend.file.vfs.SharedMemory;
import org.lumosql.error.StoreException;

/**
 * The WAL-index (https://sqlite.org/walformat.html#the_wal_index_file_format): finds the frame of a page. One handle
 * per connection on memory that all connections share.
 *
 * <pre>
 *   0 header   48 its second copy   96 frames checkpointed   100 five read marks   120 lock bytes   128 frames a
 *   checkpoint has tried 136 page numbers of frames 1 … 4062   16384 hash table of 8192 half-words
 *   every further 32 KiB: page numbers of the next 4096 frames, and their hash table
 * </pre>
 *
 * <ol>
 *   <li>X1. A slot of a hash table holds the frame's place in its block, from 1, or 0. A page is looked for from slot
 *       page · 383 mod 8192 upwards, around the end, until an empty slot; of several frames of a page the later comes
 *       later.
 *   <li>X2. Entries of frames behind the last commit may be there; whoever looks passes them over, whoever writes
 *       removes them first.
 *   <li>X3. Only the holder of the WRITE lock changes header, page numbers and hash tables.
 *   <li>X4. The memory may lie. Nothing in it is used as an index before it was checked, no loop depends on it alone.
 * </ol>
 */
final class WalIndex {
  static final int READ_MARKS = 5;
  static final int UNUSED_MARK = 0xffffffff;

  private static final VarHandle INTS = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private static final int SECOND_COPY = 48;
  private static final int BACKFILLED = 96;
  private static final int MARKS = 100;
  private static final int BACKFILL_ATTEMPTED = 128;
  private static final int FIRST_PAGE_NUMBERS = 136;
  private static final int HASH_TABLE = 16384;
  private static final int SLOTS = 8192;
  private static final int SLOT_MASK = SLOTS - 1;
  private static final int BLOCK_FRAMES = 4096;
  private static final int FIRST_BLOCK_FRAMES = BLOCK_FRAMES - FIRST_PAGE_NUMBERS / Integer.BYTES;

  private final SharedMemory memory;
  private ByteBuffer[] blocks = new ByteBuffer[4];

  WalIndex(SharedMemory memory) {
    this.memory = memory;
  }

  SharedMemory memory() {
    return memory;
  }

  boolean isReadOnly() {
    return memory.isReadOnly();
  }

  void barrier() {
    memory.barrier();
  }

  // ---- header and checkpoint information
  // --------------------------------------------------------------------------------

  /** Maps the first block. Returns false if it is not there and may not be made. */
  boolean map(boolean extend) {
    return block(0, extend) != null;
  }

  /**
   * Reads both copies. Returns false if they differ (somebody is writing, or died writing) or are not valid; {@code
   * target} is undefined then. Requires: mapped.
   */
  boolean readHeader(WalIndexHeader target) {
    ByteBuffer first = blocks[0];
    int[] words = target.words();
    for (int i = 0; i < WalIndexHeader.WORDS; i++) {
      words[i] = (int) INTS.getVolatile(first, i * Integer.BYTES);
    }
    memory.barrier();
    for (int i = 0; i < WalIndexHeader.WORDS; i++) {
      if (words[i] != (int) INTS.getVolatile(first, SECOND_COPY + i * Integer.BYTES)) {
        return false;
      }
    }
    return target.isValid();
  }

  /** Whether the first copy still equals a header that was read before. */
  boolean isCurrent(WalIndexHeader header) {
    ByteBuffer first = blocks[0];
    int[] words = header.words();
    for (int i = 0; i < WalIndexHeader.WORDS; i++) {
      if (words[i] != (int) INTS.getVolatile(first, i * Integer.BYTES)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the log has not been started anew since a header was read; true also while a commit is being published. */
  boolean isOfSameLog(WalIndexHeader header) {
    for (int i = WalIndexHeader.SALT; i < WalIndexHeader.SALT + 2; i++) {
      if (header.words()[i] != (int) INTS.getVolatile(blocks[0], i * Integer.BYTES)) {
        return false;
      }
    }
    return true;
  }

  /** Publishes a commit: second copy, barrier, first copy, so that readers notice a half-written header. */
  void writeHeader(WalIndexHeader header) {
    header.seal();
    putHeader(header, SECOND_COPY);
    memory.barrier();
    putHeader(header, 0);
    memory.barrier();
  }

  private void putHeader(WalIndexHeader header, int at) {
    int[] words = header.words();
    for (int i = 0; i < WalIndexHeader.WORDS; i++) {
      INTS.setVolatile(blocks[0], at + i * Integer.BYTES, words[i]);
    }
  }

  int backfilled() {
    return (int) INTS.getVolatile(blocks[0], BACKFILLED);
  }

  void setBackfilled(int frame) {
    INTS.setVolatile(blocks[0], BACKFILLED, frame);
  }

  void setBackfillAttempted(int frame) {
    INTS.setVolatile(blocks[0], BACKFILL_ATTEMPTED, frame);
  }

  int readMark(int slot) {
    return (int) INTS.getVolatile(blocks[0], MARKS + slot * Integer.BYTES);
  }

  void setReadMark(int slot, int frame) {
    INTS.setVolatile(blocks[0], MARKS + slot * Integer.BYTES, frame);
  }

  // ---- frames
  // ------------------------------------------------------------------------------------------------------------

  private static int blockOf(int frame) {
    return (frame + BLOCK_FRAMES - FIRST_BLOCK_FRAMES - 1) / BLOCK_FRAMES;
  }

  /** The frame before the block's first. */
  private static int frameBefore(int block) {
    return block == 0 ? 0 : FIRST_BLOCK_FRAMES + (block - 1) * BLOCK_FRAMES;
  }

  private static int pageNumbersOf(int block) {
    return block == 0 ? FIRST_PAGE_NUMBERS : 0;
  }

  private static int capacityOf(int block) {
    return block == 0 ? FIRST_BLOCK_FRAMES : BLOCK_FRAMES;
  }

  private static int firstSlot(int pageNumber) {
    return pageNumber * 383 & SLOT_MASK;
  }

  private ByteBuffer block(int number, boolean extend) {
    if (number < blocks.length && blocks[number] != null) {
      return blocks[number];
    }
    ByteBuffer block = memory.region(number, extend);
    if (block != null) {
      if (number >= blocks.length) {
        blocks = Arrays.copyOf(blocks, Math.max(number + 1, blocks.length * 2));
      }
      blocks[number] = block;
    }
    return block;
  }

  private ByteBuffer existingBlock(int number) {
    ByteBuffer block = block(number, false);
    if (block == null) {
      throw StoreException.corrupt("the WAL-index has no block " + number + ", but its header counts frames in it");
    }
    return block;
  }

  /** The last frame of the page between two frames, both included, or 0. Hot path: no allocation. */
  int find(int pageNumber, int firstFrame, int lastFrame) {
    int lowest = blockOf(Math.max(firstFrame, 1));
    for (int block = blockOf(lastFrame); block >= lowest; block--) {
      int frame = findInBlock(existingBlock(block), block, pageNumber, firstFrame, lastFrame);
      if (frame != 0) {
        return frame;
      }
    }
    return 0;
  }

  private static int findInBlock(ByteBuffer memory, int block, int pageNumber, int firstFrame, int lastFrame) {
    int before = frameBefore(block);
    int pageNumbers = pageNumbersOf(block) - Integer.BYTES;
    int capacity = capacityOf(block);
    int found = 0;
    int slot = firstSlot(pageNumber);
    for (int probes = 0; probes < SLOTS; probes++) {
      int place = memory.getShort(HASH_TABLE + slot * Short.BYTES) & 0xffff;
      if (place == 0) {
        return found;
      }
      if (place > capacity) {
        throw StoreException.corrupt("WAL-index block " + block + " slot " + slot + " holds " + place + " of "
            + capacity + " frames");
      }
      int frame = before + place;
      if (frame <= lastFrame
          && frame >= firstFrame
          && memory.getInt(pageNumbers + place * Integer.BYTES) == pageNumber) {
        found = frame;
      }
      slot = slot + 1 & SLOT_MASK;
    }
    throw StoreException.corrupt("the hash table of WAL-index block " + block + " has no empty slot");
  }

  int pageOf(int frame) {
    int block = blockOf(frame);
    int place = frame - frameBefore(block);
    return existingBlock(block).getInt(pageNumbersOf(block) + (place - 1) * Integer.BYTES);
  }

  /**
   * Makes room for frames up to {@code lastFrame}, so that adding them cannot fail for want of space. Requires: the
   * WRITE lock.
   */
  void reserve(int lastFrame) {
    for (int block = 0; block <= blockOf(lastFrame); block++) {
      block(block, true);
    }
  }

  /** Adds the next frame. Requires: the WRITE lock. */
  void append(int frame, int pageNumber) {
    int block = blockOf(frame);
    int place = frame - frameBefore(block);
    ByteBuffer memory = block(block, true);
    int at = pageNumbersOf(block) + (place - 1) * Integer.BYTES;
    if (place == 1) {
      clear(memory, pageNumbersOf(block), SharedMemory.REGION_SIZE);
    } else if (memory.getInt(at) != 0) {
      removeBehind(frame - 1);
    }
    int slot = firstSlot(pageNumber);
    for (int probes = 0; memory.getShort(HASH_TABLE + slot * Short.BYTES) != 0; probes++) {
      if (probes >= place) {
        throw StoreException.corrupt("the hash table of WAL-index block " + block + " holds more than " + place
            + " frames");
      }
      slot = slot + 1 & SLOT_MASK;
    }
    memory.putInt(at, pageNumber);
    VarHandle.releaseFence();
    memory.putShort(HASH_TABLE + slot * Short.BYTES, (short) place);
  }

  /**
   * Removes entries of frames behind {@code lastFrame} from its block; later blocks are cleared when they are used
   * again.
   */
  void removeBehind(int lastFrame) {
    if (lastFrame == 0) {
      return;
    }
    int block = blockOf(lastFrame);
    int last = lastFrame - frameBefore(block);
    ByteBuffer memory = block(block, true);
    for (int at = HASH_TABLE; at < SharedMemory.REGION_SIZE; at += Short.BYTES) {
      if ((memory.getShort(at) & 0xffff) > last) {
        memory.putShort(at, (short) 0);
      }
    }
    clear(memory, pageNumbersOf(block) + last * Integer.BYTES, HASH_TABLE);
  }

  private static void clear(ByteBuffer memory, int from, int to) {
    for (int at = from; at < to; at += Integer.BYTES) {
      memory.putInt(at, 0);
    }
  }

  /**
   * Rebuilds page numbers and hash tables of frames 1 … {@code count}. Readers may be using them meanwhile, with
   * snapshots of before: each block is made aside, and only what differs is stored, which leaves what they look at as
   * it is.
   */
  void rebuild(int[] pageNumbers, int count) {
    ByteBuffer image = ByteBuffer.allocate(SharedMemory.REGION_SIZE).order(ByteOrder.nativeOrder());
    for (int block = 0; frameBefore(block) < count; block++) {
      Arrays.fill(image.array(), (byte) 0);
      int before = frameBefore(block);
      int places = Math.min(capacityOf(block), count - before);
      for (int place = 1; place <= places; place++) {
        int pageNumber = pageNumbers[before + place - 1];
        image.putInt(pageNumbersOf(block) + (place - 1) * Integer.BYTES, pageNumber);
        int slot = firstSlot(pageNumber);
        while (image.getShort(HASH_TABLE + slot * Short.BYTES) != 0) {
          slot = slot + 1 & SLOT_MASK;
        }
        image.putShort(HASH_TABLE + slot * Short.BYTES, (short) place);
      }
      ByteBuffer memory = block(block, true);
      for (int at = pageNumbersOf(block); at < SharedMemory.REGION_SIZE; at += Integer.BYTES) {
        int word = image.getInt(at);
        if (memory.getInt(at) != word) {
          memory.putInt(at, word);
        }
      }
    }
  }
}

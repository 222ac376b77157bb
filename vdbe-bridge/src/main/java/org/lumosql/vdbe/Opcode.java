// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe;

/**
 * The opcodes, with SQLite's names and the meaning of operands that https://sqlite.org/opcode.html documents, so that
 * {@code EXPLAIN} reads as SQLite users know it. One declaration per opcode: the constant and its {@link Operation};
 * {@code docs/opcodes.md} is made from them. The class is long because it is a list, and the list is the place to look.
 *
 * <p>Constants are {@code int} so that the dispatch loop is one dense switch. The numbers are not persistent.
 */
public final class Opcode {
  private Opcode() {}

  @Operation(
      operands = "P1 action, P4 name",
      text = "Opens (0), releases (1) or rolls back to (2) the savepoint that P4 names.")
  public static final int Savepoint = 0;

  @Operation(
      operands = "P1 flag, P2 flag",
      text = "Turns autocommit on or off: BEGIN, COMMIT, and with P2 set ROLLBACK.")
  public static final int AutoCommit = 1;

  @Operation(
      operands = "P1 database, P2 flag, P3 cookie, P4 generation, P5 flag",
      text = "Begins a read (P2 is 0), write (1) or exclusive write (2) transaction on a database. With P5 "
          + "set, fails with SCHEMA unless the file's schema cookie is P3 and the schema in memory is of "
          + "generation P4.")
  public static final int Transaction = 2;

  @Operation(
      operands = "P1 database, P2 mode, P3 out",
      text = "Checkpoints the write-ahead log of a database, or of all; busy, frames in the log and frames "
          + "copied go to r[P3@3].")
  public static final int Checkpoint = 3;

  @Operation(
      operands = "P1 database, P2 out, P3 mode",
      text = "Changes the journal mode, or asks for it if P3 is -1; its name goes to r[P2].")
  public static final int JournalMode = 4;

  @Operation(
      operands = "P1 database, P2 in",
      text = "Rebuilds a database, into the file named by r[P2] if P2 is not 0.")
  public static final int Vacuum = 5;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 in, P4 text",
      synopsis = "iplan=r[P3] zplan='P4'",
      text = "Starts the scan of a virtual table with index number r[P3] and the r[P3+1] arguments that "
          + "follow; jumps if it has no row.")
  public static final int VFilter = 6;

  @Operation(
      operands = "P1 flag, P2 count, P3 in, P4 table",
      synopsis = "data=r[P3@P2]",
      text = "Deletes (one register), inserts (r[P3] is NULL) or changes a row of a virtual table. With P1 "
          + "set the rowid of an insert becomes the last one.")
  public static final int VUpdate = 7;

  @Operation(
      operands = "P2 jump",
      synopsis = "Start at P2",
      text = "The first instruction: goes to P2, where the transaction begins and constants are made.")
  public static final int Init = 8;

  @Operation(operands = "P2 jump", text = "Goes to P2.")
  public static final int Goto = 9;

  @Operation(operands = "P1 out, P2 jump", text = "Notes its own address in r[P1] and goes to P2.")
  public static final int Gosub = 10;

  @Operation(
      operands = "P1 out, P2 jump, P3 address",
      text = "Makes r[P1] lead to the co-routine at P3 and goes to P2, if that is not 0.")
  public static final int InitCoroutine = 11;

  @Operation(
      operands = "P1 in/out, P2 jump",
      text = "Swaps the program counter with r[P1]: enters a co-routine or goes back to its caller. P2 is "
          + "where the caller goes on when the co-routine has ended.")
  public static final int Yield = 12;

  @Operation(
      operands = "P1 in/out, P2 jump",
      text = "Makes r[P1] an integer if that loses nothing; else goes to P2, or fails with MISMATCH if P2 is 0.")
  public static final int MustBeInt = 13;

  @Operation(
      operands = "P1 jump, P2 jump, P3 jump",
      text = "Goes to P1, P2 or P3 as the last Compare found less, equal or greater.")
  public static final int Jump = 14;

  @Operation(operands = "P2 jump", text = "Goes on the first time in an execution, to P2 every other time.")
  public static final int Once = 15;

  @Operation(operands = "P1 in, P2 jump, P3 flag", text = "Goes to P2 if r[P1] is true; NULL counts as P3.")
  public static final int If = 16;

  @Operation(
      operands = "P1 in, P2 jump, P3 flag",
      text = "Goes to P2 if r[P1] is false; NULL counts as false if P3 is set.")
  public static final int IfNot = 17;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 column, P4 type, P5 types",
      synopsis = "if typeof(P1.P3) in P5 goto P2",
      text = "Goes to P2 if the type of a column, or of r[P3] if P1 is -1, is among the bits of P5: 1 "
          + "integer, 2 real, 4 text, 8 blob, 16 NULL.")
  public static final int IsType = 18;

  @Operation(operands = "P1 in, P2 out", synopsis = "r[P2]= !r[P1]", text = "Logical negation; NULL stays NULL.")
  public static final int Not = 19;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 out",
      synopsis = "if P1.nullRow then r[P3]=NULL, goto P2",
      text = "If the cursor is on a row of NULLs, sets r[P3] to NULL and goes to P2.")
  public static final int IfNullRow = 20;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 in, P4 count",
      synopsis = "key=r[P3@P4]",
      text = "Goes to the last entry less than the key; jumps if there is none.")
  public static final int SeekLT = 21;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 in, P4 count",
      synopsis = "key=r[P3@P4]",
      text = "Goes to the last entry less than or equal to the key; jumps if there is none.")
  public static final int SeekLE = 22;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 in, P4 count",
      synopsis = "key=r[P3@P4]",
      text = "Goes to the first entry greater than or equal to the key; jumps if there is none.")
  public static final int SeekGE = 23;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 in, P4 count",
      synopsis = "key=r[P3@P4]",
      text = "Goes to the first entry greater than the key; jumps if there is none.")
  public static final int SeekGT = 24;

  @Operation(
      operands = "P1 cursor, P2 jump",
      synopsis = "if( !csr[P1] ) goto P2",
      text = "Goes to P2 if the cursor is not open or on a row of NULLs.")
  public static final int IfNotOpen = 25;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 in, P4 count",
      synopsis = "key=r[P3@P4]",
      text = "Goes to P2 if earlier searches have shown that no entry begins with the key, as SeekHit noted "
          + "or a new search finds.")
  public static final int IfNoHope = 26;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 in, P4 count",
      synopsis = "key=r[P3@P4]",
      text = "Goes to P2 if no entry begins with the key or the key has a NULL; else the cursor is on the entry.")
  public static final int NoConflict = 27;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 in, P4 count",
      synopsis = "key=r[P3@P4]",
      text = "Goes to P2 if no entry begins with the key; else the cursor is on it. Without P4 the key is the "
          + "record in r[P3].")
  public static final int NotFound = 28;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 in, P4 count",
      synopsis = "key=r[P3@P4]",
      text = "Goes to P2 if an entry begins with the key; the cursor is then on it. Without P4 the key is the "
          + "record in r[P3].")
  public static final int Found = 29;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 in",
      synopsis = "intkey=r[P3]",
      text = "Goes to the row with rowid r[P3]; jumps if there is none or r[P3] cannot be a rowid.")
  public static final int SeekRowid = 30;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 in",
      synopsis = "intkey=r[P3]",
      text = "As SeekRowid, for an r[P3] that is an integer for certain.")
  public static final int NotExists = 31;

  @Operation(
      operands = "P1 cursor, P2 jump",
      text = "Goes to the last entry; jumps if there is none and P2 is not 0.")
  public static final int Last = 32;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 low, P4 high",
      text = "Goes to P2 if ten times the binary logarithm of the number of entries is between P3 and P4.")
  public static final int IfSizeBetween = 33;

  @Operation(operands = "P1 cursor, P2 jump", text = "Sorts and goes to the first record; jumps if there is none.")
  public static final int SorterSort = 34;

  @Operation(operands = "P1 cursor, P2 jump", text = "As Rewind, where an ephemeral index does the sorting.")
  public static final int Sort = 35;

  @Operation(
      operands = "P1 cursor, P2 jump",
      text = "Goes to the first entry; jumps if there is none and P2 is not 0.")
  public static final int Rewind = 36;

  @Operation(
      operands = "P1 cursor, P2 jump",
      synopsis = "if( empty(P1) ) goto P2",
      text = "Goes to P2 if the tree has no entry.")
  public static final int IfEmpty = 37;

  @Operation(operands = "P1 cursor, P2 jump", text = "Goes to the next record; jumps if there is one.")
  public static final int SorterNext = 38;

  @Operation(operands = "P1 cursor, P2 jump", text = "Goes to the previous entry; jumps if there is one.")
  public static final int Prev = 39;

  @Operation(operands = "P1 cursor, P2 jump", text = "Goes to the next entry; jumps if there is one.")
  public static final int Next = 40;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 in, P4 count",
      synopsis = "key=r[P3@P4]",
      text = "Goes to P2 if the index entry is less than or equal to the key, as far as the key goes.")
  public static final int IdxLE = 41;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 in, P4 count",
      synopsis = "key=r[P3@P4]",
      text = "Goes to P2 if the index entry is greater than the key, as far as the key goes.")
  public static final int IdxGT = 42;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 in, P4 count",
      synopsis = "key=r[P3@P4]",
      text = "Goes to P2 if the index entry is less than the key.")
  public static final int IdxLT = 43;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 in, P4 count",
      synopsis = "key=r[P3@P4]",
      text = "Goes to P2 if the index entry is greater than or equal to the key.")
  public static final int IdxGE = 44;

  @Operation(
      operands = "P1 in, P2 in, P3 out",
      synopsis = "r[P3]=(r[P1] || r[P2])",
      text = "Logical or, with NULL for unknown.")
  public static final int Or = 45;

  @Operation(
      operands = "P1 in, P2 in, P3 out",
      synopsis = "r[P3]=(r[P1] && r[P2])",
      text = "Logical and, with NULL for unknown.")
  public static final int And = 46;

  @Operation(
      operands = "P1 in, P2 jump, P3 out",
      synopsis = "r[P3]=rowset(P1)",
      text = "Takes the smallest rowid out of the set in r[P1]; goes to P2 if it is empty.")
  public static final int RowSetRead = 47;

  @Operation(
      operands = "P1 in, P2 jump, P3 in, P4 batch",
      synopsis = "if r[P3] in rowset(P1) goto P2",
      text = "Goes to P2 if the set in r[P1] has rowid r[P3], else adds it unless P4 is -1.")
  public static final int RowSetTest = 48;

  @Operation(
      operands = "P1 in, P2 jump, P3 out, P4 program, P5 flag",
      text = "Runs a trigger's program, whose parameters start at r[P1]; after RAISE(IGNORE) goes on at P2. "
          + "With P5 set does nothing if the trigger is running already.")
  public static final int Program = 49;

  @Operation(
      operands = "P1 flag, P2 jump",
      synopsis = "fkctr[P1]==0",
      text = "Goes to P2 if no immediate (P1 is 0) or deferred violation of a foreign key is counted.")
  public static final int FkIfZero = 50;

  @Operation(
      operands = "P1 in/out, P2 jump, P3 step",
      synopsis = "if r[P1]>0 then r[P1]-=P3, goto P2",
      text = "Goes to P2 if r[P1] is positive, and subtracts P3.")
  public static final int IfPos = 51;

  @Operation(
      operands = "P1 in/out, P2 jump",
      synopsis = "if r[P1]!=0 then r[P1]--, goto P2",
      text = "Goes to P2 unless r[P1] is 0; a positive one is decremented.")
  public static final int IfNotZero = 52;

  @Operation(
      operands = "P1 in/out, P2 jump",
      synopsis = "if (--r[P1])==0 goto P2",
      text = "Decrements r[P1] and goes to P2 if it is 0 now.")
  public static final int DecrJumpZero = 53;

  @Operation(
      operands = "P1 database, P2 jump",
      text = "One step of an incremental vacuum; goes to P2 when nothing is left to do.")
  public static final int IncrVacuum = 54;

  @Operation(
      operands = "P1 cursor, P2 jump",
      text = "Goes to the next row of a virtual table; jumps if there is one.")
  public static final int VNext = 55;

  @Operation(
      operands = "P1 in, P2 jump, P3 in, P4 count",
      synopsis = "if key(P3@P4) not in filter(P1) goto P2",
      text = "Goes to P2 if the key was certainly never added to the Bloom filter in r[P1].")
  public static final int Filter = 56;

  @Operation(
      operands = "P1 mask, P2 in, P3 out, P4 function",
      synopsis = "r[P3]=func(r[P2@NP])",
      text = "As Function, for a function that must be deterministic here.")
  public static final int PureFunc = 57;

  @Operation(
      operands = "P1 mask, P2 in, P3 out, P4 function",
      synopsis = "r[P3]=func(r[P2@NP])",
      text = "Calls a function with the registers from P2. A bit of P1 marks each argument that is constant.")
  public static final int Function = 58;

  @Operation(
      operands = "P1 in, P3 flag",
      text = "Goes to the instruction behind the one whose address is in r[P1]. If r[P1] is no integer and P3 "
          + "is set, goes on.")
  public static final int Return = 59;

  @Operation(operands = "P1 in/out", text = "Ends a co-routine: goes to P2 of the Yield that called it.")
  public static final int EndCoroutine = 60;

  @Operation(
      operands = "P1 code, P2 action, P3 in, P4 text, P5 kind",
      synopsis = "if r[P3]=null halt",
      text = "As Halt if r[P3] is NULL.")
  public static final int HaltIfNull = 61;

  @Operation(
      operands = "P1 code, P2 action, P3 in, P4 text, P5 kind",
      text = "Ends the program, or the trigger's program if P1 is 0 there. P1 is the result code, P2 what "
          + "becomes of the changes (1 rollback, 2 abort, 3 fail, 4 ignore), P5 the kind of constraint (1 "
          + "NOT NULL, 2 UNIQUE, 3 CHECK, 4 FOREIGN KEY), P4 or r[P3] the rest of the message.")
  public static final int Halt = 62;

  @Operation(operands = "P1 value, P2 out", synopsis = "r[P2]=P1", text = "A constant of 32 bits.")
  public static final int Integer = 63;

  @Operation(
      operands = "P2 out, P4 value",
      synopsis = "r[P2]=P4",
      text = "A constant of 64 bits; without P4 its halves are P1 and P3.")
  public static final int Int64 = 64;

  @Operation(operands = "P2 out, P4 text", synopsis = "r[P2]='P4'", text = "A constant text.")
  public static final int String8 = 65;

  @Operation(
      operands = "P2 out, P4 value",
      synopsis = "r[P2]=P4",
      text = "A constant double; without P4 the halves of its bits are P1 and P3.")
  public static final int Real = 66;

  @Operation(
      operands = "P1 flag, P2 out, P3 last",
      synopsis = "r[P2..P3]=NULL",
      text = "Sets registers to NULL. With P1 set they equal no other NULL, not even where NULLs count as equal.")
  public static final int Null = 67;

  @Operation(
      operands = "P1 out",
      synopsis = "r[P1]=NULL",
      text = "Sets a register to NULL; MakeRecord need not look at what it was.")
  public static final int SoftNull = 68;

  @Operation(
      operands = "P1 count, P2 out, P4 bytes",
      synopsis = "r[P2]=P4 (len=P1)",
      text = "A constant blob, or P1 zeroes to be written on if there is no P4.")
  public static final int Blob = 69;

  @Operation(
      operands = "P1 parameter, P2 out",
      synopsis = "r[P2]=parameter(P1)",
      text = "The value of a parameter, as a view.")
  public static final int Variable = 70;

  @Operation(
      operands = "P1 in, P2 out, P3 count",
      synopsis = "r[P2@P3]=r[P1@P3]",
      text = "Moves registers; those they come from are NULL afterwards.")
  public static final int Move = 71;

  @Operation(
      operands = "P1 in, P2 out, P3 count, P5 flag",
      synopsis = "r[P2@P3+1]=r[P1@P3+1]",
      text = "Copies P3+1 registers; without subtypes if P5 has bit 2, and REALs that are stored as integers remain such if it has bit 4.")
  public static final int Copy = 72;

  @Operation(
      operands = "P1 in, P2 out",
      synopsis = "r[P2]=r[P1]",
      text = "A shallow copy: valid until r[P1] changes.")
  public static final int SCopy = 73;

  @Operation(operands = "P1 in, P2 out", synopsis = "r[P2]=r[P1]", text = "Copies an integer.")
  public static final int IntCopy = 74;

  @Operation(text = "Fails if an immediate foreign key violation is counted, before rows are shown.")
  public static final int FkCheck = 75;

  @Operation(
      operands = "P1 in, P2 count",
      synopsis = "output=r[P1@P2]",
      text = "A row of the result: the machine stops until the next step.")
  public static final int ResultRow = 76;

  @Operation(
      operands = "P1 out, P4 collation",
      text = "The collation of the function call that follows. A min() or max() sets r[P1] to 1 if the row is "
          + "not the extreme one, so that bare columns stay; CollSeq sets it to 0.")
  public static final int CollSeq = 77;

  @Operation(
      operands = "P1 in/out, P2 value",
      synopsis = "r[P1]=r[P1]+P2",
      text = "Adds a constant; the result is an integer.")
  public static final int AddImm = 78;

  @Operation(
      operands = "P1 in/out",
      text = "Makes an integer a double: columns of REAL affinity store whole numbers as integers.")
  public static final int RealAffinity = 79;

  @Operation(
      operands = "P1 in/out, P2 affinity",
      synopsis = "affinity(r[P1])",
      text = "CAST to the type that P2 stands for: 65 blob, 66 text, 67 numeric, 68 integer, 69 real.")
  public static final int Cast = 80;

  @Operation(operands = "P4 numbers", text = "The order in which the Compare that follows takes registers.")
  public static final int Permutation = 81;

  @Operation(
      operands = "P1 in, P2 in, P3 count, P4 order, P5 flag",
      synopsis = "r[P1@P3] <-> r[P2@P3]",
      text = "Compares two runs of registers for Jump. With bit 1 of P5 in the order of the Permutation before.")
  public static final int Compare = 82;

  @Operation(
      operands = "P1 in, P2 out, P3 flag, P4 flag",
      synopsis = "r[P2] = coalesce(r[P1]==TRUE,P3) ^ P4",
      text = "IS TRUE, IS FALSE and their negations.")
  public static final int IsTrue = 83;

  @Operation(
      operands = "P1 in, P2 out, P3 in",
      synopsis = "r[P2] = 0 OR NULL",
      text = "NULL if r[P1] or r[P3] is NULL, else 0.")
  public static final int ZeroOrNull = 84;

  @Operation(
      operands = "P1 cursor, P2 column, P3 out",
      synopsis = "r[P3] = sqlite_offset(P1)",
      text = "Where in the file the column is; NULL, for stores need not know.")
  public static final int Offset = 85;

  @Operation(
      operands = "P1 cursor, P2 column, P3 out, P4 default, P5 flags",
      synopsis = "r[P3]=PX",
      text = "Reads a column of the row that the cursor is on; P4 if the record is too short to have it. P5: "
          + "0x40 only a blob's length will be looked at, 0x80 only the type.")
  public static final int Column = 86;

  @Operation(
      operands = "P1 in, P2 count, P3 flag, P4 table",
      synopsis = "typecheck(r[P1@P2])",
      text = "Fits registers to the stored columns of a STRICT table, or fails. P3 of 1 leaves generated columns alone; P3 of 2 or more checks r[P1] "
          + "alone, for column P3-2.")
  public static final int TypeCheck = 87;

  @Operation(
      operands = "P1 in/out, P2 count, P4 letters",
      synopsis = "affinity(r[P1@P2])",
      text = "Applies an affinity to each register.")
  public static final int Affinity = 88;

  @Operation(
      operands = "P1 in, P2 count, P3 out, P4 letters",
      synopsis = "r[P3]=mkrec(r[P1@P2])",
      text = "Makes a record of registers, after applying affinities.")
  public static final int MakeRecord = 89;

  @Operation(
      operands = "P1 cursor, P2 out, P3 flag",
      synopsis = "r[P2]=count()",
      text = "The number of entries of a tree; an estimate will do if P3 is set.")
  public static final int Count = 90;

  @Operation(operands = "P1 database, P2 out, P3 number", text = "Reads a meta value of the database.")
  public static final int ReadCookie = 91;

  @Operation(
      operands = "P1 database, P2 number, P3 value, P5 correction",
      text = "Writes a meta value of the database.")
  public static final int SetCookie = 92;

  @Operation(
      operands = "P2 out",
      synopsis = "r[P2]=NULL",
      text = "The beginning of code that runs in line or, through Gosub, as a subroutine.")
  public static final int BeginSubrtn = 93;

  @Operation(
      operands = "P1 in, P2 jump",
      synopsis = "if r[P1]==NULL goto P2",
      text = "Goes to P2 if r[P1] is NULL.")
  public static final int IsNull = 94;

  @Operation(
      operands = "P1 in, P2 jump",
      synopsis = "if r[P1]!=NULL goto P2",
      text = "Goes to P2 unless r[P1] is NULL.")
  public static final int NotNull = 95;

  @Operation(
      operands = "P1 in, P2 jump, P3 in, P4 collation, P5 flags",
      synopsis = "IF r[P3]!=r[P1]",
      text = "Goes to P2 if the registers differ. P5 as in Eq.")
  public static final int Ne = 96;

  @Operation(
      operands = "P1 in, P2 jump, P3 in, P4 collation, P5 flags",
      synopsis = "IF r[P3]==r[P1]",
      text = "Goes to P2 if the registers are equal. P5: the letter of an affinity to apply first, 0x10 jump "
          + "if one is NULL, 0x80 NULLs are equal to each other.")
  public static final int Eq = 97;

  @Operation(
      operands = "P1 in, P2 jump, P3 in, P4 collation, P5 flags",
      synopsis = "IF r[P3]>r[P1]",
      text = "Goes to P2 if r[P3] is greater. P5 as in Eq.")
  public static final int Gt = 98;

  @Operation(
      operands = "P1 in, P2 jump, P3 in, P4 collation, P5 flags",
      synopsis = "IF r[P3]<=r[P1]",
      text = "Goes to P2 if r[P3] is less or equal. P5 as in Eq.")
  public static final int Le = 99;

  @Operation(
      operands = "P1 in, P2 jump, P3 in, P4 collation, P5 flags",
      synopsis = "IF r[P3]<r[P1]",
      text = "Goes to P2 if r[P3] is less. P5 as in Eq.")
  public static final int Lt = 100;

  @Operation(
      operands = "P1 in, P2 jump, P3 in, P4 collation, P5 flags",
      synopsis = "IF r[P3]>=r[P1]",
      text = "Goes to P2 if r[P3] is greater or equal. P5 as in Eq.")
  public static final int Ge = 101;

  @Operation(operands = "P2 jump", text = "Goes to P2 if the last comparison found its registers equal.")
  public static final int ElseEq = 102;

  @Operation(
      operands = "P1 cursor, P2 root, P3 database, P4 order",
      synopsis = "root=P2 iDb=P3",
      text = "As OpenRead, but a cursor that is open on the same index stays open.")
  public static final int ReopenIdx = 103;

  @Operation(
      operands = "P1 cursor, P2 root, P3 database, P4 order or columns",
      synopsis = "root=P2 iDb=P3",
      text = "Opens a cursor for reading: on an index tree if P4 is an order, else on a table tree.")
  public static final int OpenRead = 104;

  @Operation(
      operands = "P1 cursor, P2 root, P3 database, P4 order or columns, P5 flags",
      synopsis = "root=P2 iDb=P3",
      text = "Opens a cursor for writing. With bit 0x10 of P5 the root page is in r[P2].")
  public static final int OpenWrite = 105;

  @Operation(operands = "P1 in, P2 in, P3 out", synopsis = "r[P3]=r[P1]&r[P2]", text = "Bitwise and.")
  public static final int BitAnd = 106;

  @Operation(operands = "P1 in, P2 in, P3 out", synopsis = "r[P3]=r[P1]|r[P2]", text = "Bitwise or.")
  public static final int BitOr = 107;

  @Operation(
      operands = "P1 in, P2 in, P3 out",
      synopsis = "r[P3]=r[P2]<<r[P1]",
      text = "Shifts left, or right by a negative number.")
  public static final int ShiftLeft = 108;

  @Operation(
      operands = "P1 in, P2 in, P3 out",
      synopsis = "r[P3]=r[P2]>>r[P1]",
      text = "Shifts right, or left by a negative number.")
  public static final int ShiftRight = 109;

  @Operation(operands = "P1 in, P2 in, P3 out", synopsis = "r[P3]=r[P1]+r[P2]", text = "Adds.")
  public static final int Add = 110;

  @Operation(operands = "P1 in, P2 in, P3 out", synopsis = "r[P3]=r[P2]-r[P1]", text = "Subtracts.")
  public static final int Subtract = 111;

  @Operation(operands = "P1 in, P2 in, P3 out", synopsis = "r[P3]=r[P1]*r[P2]", text = "Multiplies.")
  public static final int Multiply = 112;

  @Operation(
      operands = "P1 in, P2 in, P3 out",
      synopsis = "r[P3]=r[P2]/r[P1]",
      text = "Divides; by zero gives NULL.")
  public static final int Divide = 113;

  @Operation(
      operands = "P1 in, P2 in, P3 out",
      synopsis = "r[P3]=r[P2]%r[P1]",
      text = "The remainder of an integer division; by zero gives NULL.")
  public static final int Remainder = 114;

  @Operation(operands = "P1 in, P2 in, P3 out", synopsis = "r[P3]=r[P2]+r[P1]", text = "Joins two texts.")
  public static final int Concat = 115;

  @Operation(operands = "P1 in, P2 out", synopsis = "r[P2]= ~r[P1]", text = "Bitwise complement.")
  public static final int BitNot = 116;

  @Operation(
      operands = "P1 cursor, P2 cursor",
      text = "Opens another cursor over the ephemeral table of cursor P2.")
  public static final int OpenDup = 117;

  @Operation(
      operands = "P1 cursor, P2 columns, P4 order",
      synopsis = "nColumn=P2",
      text = "As OpenEphemeral, for an index made for one statement.")
  public static final int OpenAutoindex = 118;

  @Operation(
      operands = "P1 cursor, P2 columns, P3 in, P4 order, P5 flags",
      synopsis = "nColumn=P2",
      text = "Opens a cursor over a new empty table of the statement, an index tree if P4 is an order; if it "
          + "is open already, empties it.")
  public static final int OpenEphemeral = 119;

  @Operation(operands = "P1 cursor, P2 columns, P3 columns, P4 order", text = "Opens a sorter.")
  public static final int SorterOpen = 120;

  @Operation(
      operands = "P1 cursor, P2 jump",
      synopsis = "if( cursor[P1].ctr++ ) pc = P2",
      text = "Goes to P2 if the cursor's counter is 0; increments it.")
  public static final int SequenceTest = 121;

  @Operation(
      operands = "P1 cursor, P2 in, P3 columns",
      synopsis = "P3 columns in r[P2]",
      text = "Opens a cursor whose only row is the record in r[P2].")
  public static final int OpenPseudo = 122;

  @Operation(operands = "P1 cursor", text = "Closes a cursor.")
  public static final int Close = 123;

  @Operation(operands = "P1 cursor, P4 mask", text = "Says which columns will be read. A hint.")
  public static final int ColumnsUsed = 124;

  @Operation(
      operands = "P1 steps, P2 jump",
      synopsis = "Scan-ahead up to P1 rows",
      text = "Before SeekGE: a few steps may find the entry faster. A hint that needs no answer.")
  public static final int SeekScan = 125;

  @Operation(
      operands = "P1 cursor, P2 low, P3 high",
      synopsis = "set P2<=seekHit<=P3",
      text = "Notes how many columns of a key had a match, for IfNoHope.")
  public static final int SeekHit = 126;

  @Operation(
      operands = "P1 cursor, P2 out",
      synopsis = "r[P2]=cursor[P1].ctr++",
      text = "The cursor's counter; increments it.")
  public static final int Sequence = 127;

  @Operation(
      operands = "P1 cursor, P2 out, P3 in/out",
      synopsis = "r[P2]=rowid",
      text = "A rowid that is not in use: one more than the largest, also larger than r[P3] of the outermost "
          + "program (AUTOINCREMENT) if P3 is not 0.")
  public static final int NewRowid = 128;

  @Operation(
      operands = "P1 cursor, P2 in, P3 in, P4 table, P5 flags",
      synopsis = "intkey=r[P3] data=r[P2]",
      text = "Inserts or replaces a row. P5: 0x01 count the change, 0x02 keep the position, 0x04 part of an "
          + "UPDATE, 0x08 append, 0x10 the last seek was for this key, 0x20 set the last rowid.")
  public static final int Insert = 129;

  @Operation(
      operands = "P1 cursor, P2 cursor, P3 in, P4 table, P5 flags",
      text = "Copies the row of cursor P2 as it is, under rowid r[P3], or its index entry. P5 as in Insert.")
  public static final int RowCell = 130;

  @Operation(
      operands = "P1 cursor, P2 flags, P3 in, P4 table, P5 flags",
      text = "Deletes the row that the cursor is on. P2: 0x01 count the change, 0x04 part of an UPDATE; P5: "
          + "0x02 keep the position.")
  public static final int Delete = 131;

  @Operation(text = "What was changed so far is what changes() shows; counting starts again.")
  public static final int ResetCount = 132;

  @Operation(
      operands = "P1 cursor, P2 jump, P3 in, P4 count",
      synopsis = "if key(P1)!=trim(r[P3],P4) goto P2",
      text = "Goes to P2 if the sorter's record and the one in r[P3] differ in the first P4 columns, or have "
          + "a NULL there.")
  public static final int SorterCompare = 133;

  @Operation(
      operands = "P1 cursor, P2 out, P3 cursor",
      synopsis = "r[P2]=data",
      text = "The sorter's record, for pseudo cursor P3 to show.")
  public static final int SorterData = 134;

  @Operation(
      operands = "P1 cursor, P2 out, P3 flag",
      synopsis = "r[P2]=data",
      text = "The record that the cursor is on.")
  public static final int RowData = 135;

  @Operation(
      operands = "P1 cursor, P2 out",
      synopsis = "r[P2]=PX rowid of P1",
      text = "The rowid of the row that the cursor is on.")
  public static final int Rowid = 136;

  @Operation(operands = "P1 cursor", text = "Puts the cursor on a row of NULLs until it moves.")
  public static final int NullRow = 137;

  @Operation(operands = "P1 cursor", text = "Goes to the end, so that rows can be appended.")
  public static final int SeekEnd = 138;

  @Operation(
      operands = "P1 cursor, P2 in, P3 in, P4 count, P5 flags",
      synopsis = "key=r[P2]",
      text = "Inserts an entry into an index tree. P5 as in Insert.")
  public static final int IdxInsert = 139;

  @Operation(operands = "P1 cursor, P2 in", synopsis = "key=r[P2]", text = "Adds a record to a sorter.")
  public static final int SorterInsert = 140;

  @Operation(
      operands = "P1 cursor, P2 in, P3 count, P4 name, P5 count",
      synopsis = "key=r[P2@P5]",
      text = "Deletes the entry with the key and fails with CORRUPT_INDEX if there is none. If P3 is not 0 it "
          + "is the number of registers, and P5 says whether a missing entry fails.")
  public static final int IdxDelete = 141;

  @Operation(
      operands = "P1 cursor, P3 cursor, P4 columns",
      synopsis = "Move P3 to P1.rowid if needed",
      text = "Table cursor P3 will go to the row of the index entry when a column is wanted that the index lacks.")
  public static final int DeferredSeek = 142;

  @Operation(
      operands = "P1 cursor, P2 out",
      synopsis = "r[P2]=rowid",
      text = "The rowid at the end of an index entry.")
  public static final int IdxRowid = 143;

  @Operation(operands = "P1 cursor", text = "Carries out a deferred seek now.")
  public static final int FinishSeek = 144;

  @Operation(
      operands = "P1 root, P2 out, P3 database",
      text = "Removes a tree; if another one took its number, r[P2] is what that was, else 0.")
  public static final int Destroy = 145;

  @Operation(
      operands = "P1 root, P2 database, P3 in/out",
      text = "Removes all entries of a tree. They count as changes if P3 is not 0, and are added to r[P3] if "
          + "it is positive.")
  public static final int Clear = 146;

  @Operation(operands = "P1 cursor", text = "Empties a sorter or an ephemeral table.")
  public static final int ResetSorter = 147;

  @Operation(
      operands = "P1 database, P2 out, P3 kind",
      synopsis = "r[P2]=root iDb=P1 flags=P3",
      text = "Makes a tree: 1 a table, 2 an index.")
  public static final int CreateBtree = 148;

  @Operation(operands = "P4 text", text = "Runs SQL inside the statement.")
  public static final int SqlExec = 149;

  @Operation(
      operands = "P1 database, P4 rows, P5 flags",
      text = "Reads the schema rows that P4 selects into memory.")
  public static final int ParseSchema = 150;

  @Operation(operands = "P1 database", text = "Reads the statistics tables.")
  public static final int LoadAnalysis = 151;

  @Operation(operands = "P1 database, P4 name", text = "Forgets a table of the schema in memory.")
  public static final int DropTable = 152;

  @Operation(operands = "P1 database, P4 name", text = "Forgets an index.")
  public static final int DropIndex = 153;

  @Operation(operands = "P1 database, P4 name", text = "Forgets a trigger.")
  public static final int DropTrigger = 154;

  @Operation(
      operands = "P1 in/out, P2 count, P3 out, P4 roots, P5 database",
      text = "Checks trees. r[P1] is the number of further messages wanted, r[P1+1] gets the messages or "
          + "NULL, r[P3...] the numbers of entries. With the name of a table for P4: fails if one of its rows does not meet its constraints.")
  public static final int IntegrityCk = 155;

  @Operation(
      operands = "P1 in/out, P2 in",
      synopsis = "rowset(P1)=r[P2]",
      text = "Adds a rowid to the set in r[P1].")
  public static final int RowSetAdd = 156;

  @Operation(
      operands = "P1 parameter, P2 out",
      text = "In a trigger's program: a register of the program that called it, P1 after the first parameter.")
  public static final int Param = 157;

  @Operation(
      operands = "P1 flag, P2 delta",
      synopsis = "fkctr[P1]+=P2",
      text = "Counts violations of foreign keys: immediate (P1 is 0) or deferred ones.")
  public static final int FkCounter = 158;

  @Operation(
      operands = "P1 in/out, P2 in",
      synopsis = "r[P1]=max(r[P1],r[P2])",
      text = "The larger integer, in a register of the outermost program.")
  public static final int MemMax = 159;

  @Operation(
      operands = "P1 in, P2 out, P3 in",
      synopsis = "if r[P1]>0 then r[P2]=r[P1]+max(0,r[P3]) else r[P2]=(-1)",
      text = "How many rows LIMIT r[P1] and OFFSET r[P3] need.")
  public static final int OffsetLimit = 160;

  @Operation(
      operands = "P2 in, P3 in/out, P4 function, P5 count",
      synopsis = "accum=r[P3] inverse(r[P2@P5])",
      text = "Takes a row out of an aggregate.")
  public static final int AggInverse = 161;

  @Operation(
      operands = "P2 in, P3 in/out, P4 function, P5 count",
      synopsis = "accum=r[P3] step(r[P2@P5])",
      text = "Takes a row into an aggregate.")
  public static final int AggStep = 162;

  @Operation(
      operands = "P1 in, P3 out, P4 function",
      synopsis = "r[P3]=value N=P2",
      text = "The present value of an aggregate, which goes on.")
  public static final int AggValue = 163;

  @Operation(
      operands = "P1 in/out, P4 function",
      synopsis = "accum=r[P1] N=P2",
      text = "The final value of an aggregate.")
  public static final int AggFinal = 164;

  @Operation(operands = "P1 flag, P2 flag", text = "Compiled statements must be compiled anew.")
  public static final int Expire = 165;

  @Operation(operands = "P1 cursor", text = "While it lasts, other cursors must not write to the tree: CONSTRAINT_PINNED.")
  public static final int CursorLock = 166;

  @Operation(operands = "P1 cursor", text = "Ends CursorLock.")
  public static final int CursorUnlock = 167;

  @Operation(
      operands = "P1 database, P2 root, P3 flag, P4 name",
      synopsis = "iDb=P1 root=P2 write=P3",
      text = "Locks a table between connections that share a cache; there are none.")
  public static final int TableLock = 168;

  @Operation(operands = "P4 table", text = "The virtual table takes part in the transaction.")
  public static final int VBegin = 169;

  @Operation(
      operands = "P1 database, P2 in",
      text = "CREATE VIRTUAL TABLE: the module makes the table named in r[P2].")
  public static final int VCreate = 170;

  @Operation(operands = "P1 database, P4 name", text = "DROP TABLE of a virtual table.")
  public static final int VDestroy = 171;

  @Operation(operands = "P1 cursor, P4 table", text = "Opens a cursor over a virtual table.")
  public static final int VOpen = 172;

  @Operation(
      operands = "P1 database, P2 out, P3 flag, P4 table",
      text = "Asks a virtual table to check itself; r[P2] gets the message or NULL.")
  public static final int VCheck = 173;

  @Operation(
      operands = "P1 cursor, P2 out, P3 column",
      synopsis = "r[P2]=ValueList(P1,P3)",
      text = "The values of an IN operator for a virtual table, all at once: column P3 of the cursor's entries, or their rowids if P3 is -1.")
  public static final int VInitIn = 174;

  @Operation(
      operands = "P1 cursor, P2 column, P3 out, P5 flags",
      synopsis = "r[P3]=vcolumn(P2)",
      text = "Reads a column of the present row of a virtual table.")
  public static final int VColumn = 175;

  @Operation(operands = "P1 in, P4 table", text = "Tells a virtual table its new name.")
  public static final int VRename = 176;

  @Operation(operands = "P1 database, P2 out", text = "The number of pages.")
  public static final int Pagecount = 177;

  @Operation(
      operands = "P1 database, P2 out, P3 pages",
      text = "Sets the largest number of pages, never below the present one; r[P2] gets what is in force.")
  public static final int MaxPgcnt = 178;

  @Operation(operands = "P1 in/out", synopsis = "r[P1].subtype = 0", text = "Removes the subtype.")
  public static final int ClrSubtype = 179;

  @Operation(
      operands = "P1 in, P2 out",
      synopsis = "r[P2] = r[P1].subtype",
      text = "The subtype, NULL if there is none.")
  public static final int GetSubtype = 180;

  @Operation(operands = "P1 in, P2 out", synopsis = "r[P2].subtype = r[P1]", text = "Sets the subtype.")
  public static final int SetSubtype = 181;

  @Operation(
      operands = "P1 in/out, P3 in, P4 count",
      synopsis = "filter(P1) += key(P3@P4)",
      text = "Adds a key to the Bloom filter in r[P1].")
  public static final int FilterAdd = 182;

  @Operation(operands = "P4 text", text = "Tells the trace hook of a statement.")
  public static final int Trace = 183;

  @Operation(operands = "P1 cursor, P4 text", text = "Says what rows will be wanted. A hint.")
  public static final int CursorHint = 184;

  @Operation(
      operands = "P1 in, P2 count",
      synopsis = "release r[P1@P2]",
      text = "The registers are not needed any more. For debugging.")
  public static final int ReleaseReg = 185;

  @Operation(text = "Does nothing.")
  public static final int Noop = 186;

  @Operation(operands = "P1 id, P2 id, P4 text", text = "A line of EXPLAIN QUERY PLAN. Does nothing.")
  public static final int Explain = 187;

  @Operation(text = "From here on the statement may stop without harm. For debugging.")
  public static final int Abortable = 188;

  @Operation(
      operands = "P1 database, P2 in, P3 in, P4 change",
      synopsis = "old=r[P2..] new=r[P3..]",
      text =
          "Tells the pre-update hook of a row that will be changed. r[P2] is its rowid now, r[P3] what it will be, each with the columns behind it; 0 if there is no"
              + " such row. Only in programs that were compiled while there was a hook; SQLite has it in Insert and Delete.")
  public static final int PreUpdate = 189;
}

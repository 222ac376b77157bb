// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.util.Arrays;
import java.util.List;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.KeyOrder;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Host;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;

/** Trees, meta values and the schema in memory. */
final class SchemaOps {
  private static final int TABLE_TREE = 1;

  private SchemaOps() {}

  static void execute(Machine machine, int opcode, int pc) {
    int p1 = machine.operand1(pc);
    int p2 = machine.operand2(pc);
    int p3 = machine.operand3(pc);
    Object p4 = machine.operand4(pc);
    Host host = machine.host;
    Register[] r = machine.registers;
    switch (opcode) {
      case Opcode.ReadCookie:
        r[p2].setInteger(host.btree(p1).meta(MetaValue.of(p3)));
        break;
      case Opcode.SetCookie:
        setCookie(host, p1, MetaValue.of(p2), p3, machine.operand5(pc));
        break;
      case Opcode.CreateBtree:
        r[p2].setInteger(host.btree(p1).createTree(p3 == TABLE_TREE ? TreeKind.TABLE : TreeKind.INDEX));
        break;
      case Opcode.Destroy:
        destroy(machine, p1, r[p2], p3);
        break;
      case Opcode.Clear:
        clear(machine, p1, p2, p3);
        break;
      case Opcode.ParseSchema:
        host.parseSchema(p1, (P4.SchemaRows) p4, machine.operand5(pc));
        machine.written();
        break;
      case Opcode.SqlExec:
        host.runSql((String) p4);
        machine.written();
        break;
      case Opcode.LoadAnalysis:
        host.loadAnalysis(p1);
        machine.written();
        break;
      case Opcode.DropTable:
        host.forgetTable(p1, (String) p4);
        break;
      case Opcode.DropIndex:
        host.forgetIndex(p1, (String) p4);
        break;
      case Opcode.DropTrigger:
        host.forgetTrigger(p1, (String) p4);
        break;
      case Opcode.Expire:
        if (p1 == 0) {
          host.expirePrograms();
        }
        break;
      case Opcode.IntegrityCk:
        integrityCheck(machine, pc);
        break;
      case Opcode.PreUpdate:
        RowOps.beforeChange(machine, p1, p2, p3, (P4.RowChange) p4);
        break;
      case Opcode.Pagecount:
        FileOps.pageCount(machine, p1, r[p2]);
        break;
      case Opcode.MaxPgcnt:
        FileOps.maximumPageCount(machine, p1, r[p2], p3);
        break;
      default:
        VirtualOps.execute(machine, opcode, pc);
        break;
    }
  }

  private static void setCookie(Host host, int database, MetaValue value, int cookie, int correction) {
    host.btree(database).setMeta(value, cookie);
    if (value == MetaValue.SCHEMA_VERSION) {
      host.schemaCookieSet(database, cookie - correction);
    }
    if (database == 1) {
      host.expirePrograms(); // the schema of temporary tables has no cookie that others would see
    }
  }

  private static void destroy(Machine machine, int tree, Register out, int database) {
    if (machine.host.activeStatements() > 1) {
      machine.errorAction = StatementTransaction.ABORT;
      throw StoreException.withMessage(ResultCode.LOCKED, "database table is locked");
    }
    int moved = machine.host.btree(database).dropTree(tree);
    out.setInteger(moved);
    machine.written();
    if (moved != 0) {
      machine.host.treeMoved(database, moved, tree);
    }
  }

  private static void clear(Machine machine, int tree, int database, int counter) {
    long entries = machine.host.btree(database).clearTree(tree);
    machine.written();
    if (counter != 0) {
      machine.changes += entries;
      if (counter > 0) {
        Register register = machine.registers[counter];
        register.setInteger(register.integer() + entries);
      }
    }
  }

  /** IntegrityCk: the trees of P4; r[P1 + 1] gets the messages or NULL, r[P1] is how many more are wanted; r[P3 …] the numbers of entries. Or P4 names a table. */
  private static void integrityCheck(Machine machine, int pc) {
    if (machine.operand4(pc) instanceof String table) {
      machine.host.checkAlteredTable(machine.operand5(pc), table);
      machine.written();
      return;
    }
    int errors = machine.operand1(pc);
    int counts = machine.operand3(pc);
    int[] trees = (int[]) machine.operand4(pc);
    Btree btree = machine.host.btree(machine.operand5(pc));
    Register allowed = machine.registers[errors];
    int maximum = (int) Math.min(Integer.MAX_VALUE, allowed.integer() + 1);
    List<String> messages = btree.integrityCheck(trees, maximum);
    Register out = machine.registers[errors + 1];
    if (messages.isEmpty()) {
      out.setNull();
    } else {
      allowed.setInteger(allowed.integer() - (messages.size() - 1));
      out.setText(String.join("\n", messages), machine.encoding);
    }
    for (int i = 0; counts > 0 && i < trees.length; i++) {
      machine.registers[counts + i].setInteger(trees[i] == 0 ? 0 : entries(machine, btree, trees[i]));
    }
  }

  /** Number of entries of a tree of unknown kind; 0 if it is too broken to count. */
  private static long entries(Machine machine, Btree btree, int tree) {
    for (TreeKind kind : Arrays.asList(TreeKind.TABLE, TreeKind.INDEX)) {
      try (BtreeCursor cursor =
          kind == TreeKind.TABLE
              ? btree.openTable(tree, false)
              : btree.openIndex(tree, false, KeyOrder.binary(machine.encoding, 1))) {
        return cursor.count();
      } catch (StoreException malformed) {
        if (malformed.code().primary() != ResultCode.CORRUPT) {
          throw malformed;
        }
      }
    }
    return 0;
  }
}

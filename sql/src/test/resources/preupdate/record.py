# SPDX-License-Identifier: MIT
# Copyright (c) The LumoSQL for the JVM authors
# Records what the pre-update hook of the C library is told: one line per call behind each statement of a script.
import ctypes, sys
lib = ctypes.CDLL('libsqlite3.so.0')
P = ctypes.c_void_p; I = ctypes.c_int; L = ctypes.c_int64; S = ctypes.c_char_p
lib.sqlite3_value_text.restype = S
lib.sqlite3_value_blob.restype = P
lib.sqlite3_value_int64.restype = L
lib.sqlite3_value_double.restype = ctypes.c_double
lib.sqlite3_errmsg.restype = S
for name in ('value_text','value_blob','value_int64','value_double','value_type','value_bytes'):
    getattr(lib, 'sqlite3_' + name).argtypes = [P]
lib.sqlite3_blob_open.argtypes = [P, S, S, S, L, I, ctypes.POINTER(P)]
lib.sqlite3_blob_write.argtypes = [P, S, I, I]
lib.sqlite3_blob_close.argtypes = [P]
for n in ('preupdate_old','preupdate_new'): getattr(lib,'sqlite3_'+n).argtypes=[P,I,ctypes.POINTER(P)]
for n in ('preupdate_count','preupdate_depth','preupdate_blobwrite'): getattr(lib,'sqlite3_'+n).argtypes=[P]
HOOK = ctypes.CFUNCTYPE(None, P, P, I, S, S, L, L)
lib.sqlite3_preupdate_hook.argtypes = [P, HOOK, P]; lib.sqlite3_preupdate_hook.restype = P
lib.sqlite3_exec.argtypes = [P, S, P, P, P]
lib.sqlite3_errmsg.argtypes = [P]
db = P()
lib.sqlite3_open(b':memory:', ctypes.byref(db))
def value(v):
    t = lib.sqlite3_value_type(v)
    if t == 1: return str(lib.sqlite3_value_int64(v))
    if t == 2: return repr(lib.sqlite3_value_double(v))
    if t == 3: return "'" + lib.sqlite3_value_text(v).decode() + "'"
    if t == 4: return "x'" + ctypes.string_at(lib.sqlite3_value_blob(v), lib.sqlite3_value_bytes(v)).hex() + "'"
    return 'NULL'
def row(f, n):
    out = []
    for i in range(n):
        v = P()
        rc = f(db, i, ctypes.byref(v))
        out.append('error %d' % rc if rc else value(v))
    return '(' + ', '.join(out) + ')'
OPS = {18: 'INSERT', 9: 'DELETE', 23: 'UPDATE'}
def hook(ctx, d, op, dbname, table, old, new):
    n = lib.sqlite3_preupdate_count(db)
    line = '%s %s.%s' % (OPS[op], dbname.decode(), table.decode())
    blob = lib.sqlite3_preupdate_blobwrite(db)
    line += ' %d %d depth %d' % (old, new, lib.sqlite3_preupdate_depth(db))
    if blob >= 0: line += ' blob %d' % blob
    if op != 18: line += ' old ' + row(lib.sqlite3_preupdate_old, n)
    if op != 9: line += ' new ' + row(lib.sqlite3_preupdate_new, n)
    print("> " + line)
h = HOOK(hook)
lib.sqlite3_preupdate_hook(db, h, None)
for block in open(sys.argv[1]).read().split('\n'):
    sql = block.strip()
    if not sql or sql.startswith('-- ') or sql.startswith('> '): 
        if sql.startswith('-- '): print(sql)
        continue
    print(sql)
    if sql.startswith('.blob '):
        _, table, col, rowid, text = sql.split()
        b = P()
        rc = lib.sqlite3_blob_open(db, b'main', table.encode(), col.encode(), int(rowid), 1, ctypes.byref(b))
        if rc == 0: lib.sqlite3_blob_write(b, text.encode(), len(text), 0)
        lib.sqlite3_blob_close(b)
    elif lib.sqlite3_exec(db, sql.encode(), None, None, None):
        print('> error: ' + lib.sqlite3_errmsg(db).decode())

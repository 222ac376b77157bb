// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * SQLite's own file format as a backend, and memory and temporary databases of the same make.
 *
 * <p>Start with {@link org.lumosql.backend.file.FileBackend}, then {@link org.lumosql.backend.file.FileBtree}, which
 * puts together the pager ({@code pager}: transactions over pages), the trees on them ({@code tree}) and the
 * structure check ({@code check}). Other modules use this one through {@link org.lumosql.btree.Backend} only.
 *
 * <p>Threads: as the lumo-backend API says; one thread at a time for each {@code Btree}.
 */
package org.lumosql.backend.file;

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.List;

/** The access paths that are worth considering: one that another beats in every respect is thrown away. */
final class PathSet extends PathSink {
  private final List<AccessPath> paths = new ArrayList<>();

  private boolean oneRow;

  PathSet() {
    super(LIMIT);
  }

  /** Whether one row of the source whose paths come now is enough. */
  void setOneRow(boolean oneRow) {
    this.oneRow = oneRow;
  }

  List<AccessPath> paths() {
    return paths;
  }

  @Override
  void take(AccessPath draft) {
    if (oneRow) {
      draft.rows = Math.min(draft.rows, 0);
    }
    adjustCost(draft);
    int position = 0;
    while (position < paths.size()) {
      AccessPath known = paths.get(position);
      if (comparable(known, draft)) {
        if (replacesAutomatic(known, draft)) {
          break;
        }
        if (isBeatenBy(draft, known)) {
          return;
        }
        if (beats(draft, known)) {
          break;
        }
      }
      position++;
    }
    AccessPath path = new AccessPath(draft);
    if (position == paths.size()) {
      paths.add(path);
      return;
    }
    paths.set(position, path);
    for (int i = paths.size() - 1; i > position; i--) {
      AccessPath known = paths.get(i);
      if (comparable(known, draft) && (replacesAutomatic(known, draft) || beats(draft, known))) {
        paths.remove(i);
      }
    }
  }

  private static boolean comparable(AccessPath known, AccessPath draft) {
    return known.source == draft.source && known.sortKey == draft.sortKey;
  }

  /** A real index with an equality makes an automatic one pointless. */
  private static boolean replacesAutomatic(AccessPath known, AccessPath draft) {
    return known.kind == AccessPath.Kind.AUTOMATIC_INDEX
        && draft.skipCount == 0
        && draft.isIndexed()
        && draft.equal
        && (known.prerequisites & draft.prerequisites) == draft.prerequisites;
  }

  private static boolean isBeatenBy(AccessPath draft, AccessPath known) {
    return (known.prerequisites & draft.prerequisites) == known.prerequisites
        && known.setup <= draft.setup
        && known.run <= draft.run
        && known.rows <= draft.rows;
  }

  private static boolean beats(AccessPath draft, AccessPath known) {
    return (known.prerequisites & draft.prerequisites) == draft.prerequisites
        && known.run >= draft.run
        && known.rows >= draft.rows;
  }

  /**
   * More terms served can never be worse: makes estimates of paths whose terms include those of another agree with
   * that.
   */
  private void adjustCost(AccessPath draft) {
    if (!draft.isIndexed()) {
      return;
    }
    for (AccessPath known : paths) {
      if (known.source != draft.source || !known.isIndexed()) {
        continue;
      }
      if (isCheaperSubset(known, draft)) {
        draft.run = Math.min(known.run, draft.run);
        draft.rows = Math.min(known.rows - 1, draft.rows);
      } else if (isCheaperSubset(draft, known)) {
        draft.run = Math.max(known.run, draft.run);
        draft.rows = Math.max(known.rows + 1, draft.rows);
      }
    }
  }

  /**
   * Whether {@code small} serves fewer terms, all of which {@code large} serves too, or has fewer equalities on the same
   * index, and yet looks cheaper.
   */
  private static boolean isCheaperSubset(AccessPath small, AccessPath large) {
    if (small.run > large.run && small.rows > large.rows) {
      return false;
    }
    if (small.equalCount < large.equalCount
        && small.index == large.index
        && small.skipCount == 0
        && large.skipCount == 0) {
      return true;
    }
    if (small.terms.size() - small.skipCount >= large.terms.size() - large.skipCount) {
      return false;
    }
    if (large.skipCount > small.skipCount) {
      return false;
    }
    for (Term term : small.terms) {
      if (term != null && !large.terms.contains(term)) {
        return false;
      }
    }
    return !small.covering || large.covering;
  }
}

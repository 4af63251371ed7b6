"""Restless: which stories of promises may stand otherwise on one day than on another, found in columns.

A story that is not restless has the same statements on both days, and none of them happened between the two: there is
no need to work it out twice. That one is restless does not yet say that it stands otherwise.
"""

import numpy as np

from stateofplay.board.ledger import Ledger
from stateofplay.board.saying import Sayings
from stateofplay.record.column import Bools


def restless(before: Ledger, after: Ledger) -> Bools:
    """Of each story of `after` whether it may stand otherwise than in `before`, a ledger of the same record."""
    stirred = _stirred(before, after)
    documents = stirred & (before.sayings.worded | after.sayings.worded)
    in_documents = np.isin(after.sayings.documents, np.unique(after.sayings.documents[documents]))
    stirred |= in_documents & (before.sayings.deed | after.sayings.deed | after.sayings.commitment)
    # Where a commitment is gone, those that it held together may have come apart.
    of_old = np.zeros(len(stirred), np.bool_)
    of_old[before.stories.rows] = before.stories.any(stirred[before.stories.rows])[before.stories.story]
    found = after.stories.any((stirred | of_old)[after.stories.rows])
    story, way, matter = after.matters
    deeds = np.flatnonzero(stirred & (before.sayings.deed | after.sayings.deed))
    at, done = after.sayings.matters(deeds)
    many = int(max(matter.max(initial=0), done.max(initial=0))) + 1
    hit = np.isin(way * many + matter, after.sayings.ways[deeds][at] * many + done)
    found[story[hit]] = True
    return found


def _stirred(before: Ledger, after: Ledger) -> Bools:
    """Of each saying whether it counts on one of the days alone, or happened between them."""
    one, other = before.sayings, after.sayings
    differs: Bools = _counts(one) != _counts(other)
    differs |= one.placed != other.placed
    return differs | ((other.placed > before.day) & (other.placed <= after.day))


def _counts(sayings: Sayings) -> Bools:
    counts: Bools = sayings.commitment | sayings.deed | sayings.worded
    return counts

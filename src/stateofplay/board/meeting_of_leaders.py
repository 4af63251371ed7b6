"""A meeting of leaders, as words tell it: a summit, 首脳会談, 정상회담. Talks of ministers are none."""

import re
from functools import cache

from stateofplay.knowledge.fold import fold, lowered
from stateofplay.knowledge.spelling import LANGUAGES
from stateofplay.knowledge.table import rows


def tells_leaders(text: str, language: str) -> bool:
    """Whether words of `text`, in a language such as zh-Hant, tell a meeting of leaders.

    >>> tells_leaders("奈良的日韓峰會有很大機會成行", "zh-Hant")
    True
    """
    folder = language.partition("-")[0]
    return folder in LANGUAGES and _words(folder).search(lowered(fold(text, folder))) is not None


@cache
def _words(folder: str) -> re.Pattern[str]:
    table = rows("vocabulary", "languages", folder, "foretold.tsv")
    forms = [lowered(fold(row["form"], folder)) for row in table if row["value"] == "leaders"]
    return re.compile("|".join(rf"\b{re.escape(form)}s?\b" if form.isascii() else re.escape(form) for form in forms))

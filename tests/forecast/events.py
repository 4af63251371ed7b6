"""Made-up facts with a pattern: who answers whom is fixed, the rest is chance with a seed."""

import random

STATES = ("CHN", "JPN", "KOR", "PRK", "USA", "RUS")
TYPES = ("ACCUSE", "CONSULT", "REJECT", "AID")


def facts(days=60, each=6, seed=1, names=STATES):
    """Some facts a day; whoever is accused rejects on the day after."""
    chance = random.Random(seed)
    found, accused = [], []
    for day in range(1, days + 1):
        today = [(day, b, "REJECT", a) for a, b in accused]
        accused = []
        for _ in range(each):
            a, b = chance.sample(names, 2)
            kind = chance.choice(TYPES[:2])
            today.append((day, a, kind, b))
            accused += [(a, b)] if kind == "ACCUSE" else []
        found += today
    return sorted(set(found))

"""A briefing on a pair of actors: cited sentences composed from the board and the ledgers, in one language."""

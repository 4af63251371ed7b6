"""What a briefing tells, one module per section; each has `blocks`, which yields nothing but cited sentences."""

"""Documents become statements, each with its verbatim quote and the rule that made it."""

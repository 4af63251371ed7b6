"""Documents and statements, kept for ever, and the events that they tell. Nothing is overwritten."""

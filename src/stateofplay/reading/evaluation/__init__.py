"""How well a reader reads: its statements held against those that a person made by hand from the same text."""

"""The record folded up to a day: relations between states and actors, always computed, never edited."""

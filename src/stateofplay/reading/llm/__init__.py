"""A reader that asks a language model. What it says enters only with a quote that a program has found in the text."""

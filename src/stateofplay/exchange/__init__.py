"""Files of other systems, in and out: one module per format, streaming, and nothing lost on the way."""

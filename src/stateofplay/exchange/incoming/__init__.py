"""Files of event data into the record: one module per format; a row is kept, or reported by file and line."""

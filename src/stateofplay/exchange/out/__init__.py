"""Out: what the record says, as other systems read it; one module per format, and the same selection for all."""

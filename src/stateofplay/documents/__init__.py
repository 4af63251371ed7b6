"""Files, pages and feeds become documents: clean text that never loses its way back to the raw bytes."""

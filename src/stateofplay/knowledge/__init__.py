"""What is known before any document is read: names, persons, offices, event types. Facts are data, never code."""

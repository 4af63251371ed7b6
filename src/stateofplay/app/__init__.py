"""Thin doors to one desk: whatever a door shows, the desk was asked for it."""

"""The pages: one module for each noun, with its routes."""

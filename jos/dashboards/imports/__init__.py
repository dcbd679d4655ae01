"""Imports in the browser: one way for all kinds of files. What each does, its own app knows."""

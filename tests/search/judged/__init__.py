"""Queries that people ask of the demonstration library with what answers them, and how well the search does."""

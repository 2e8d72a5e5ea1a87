"""Queries that people ask of the demonstration library, with the pages that answer them, and how well the search does."""

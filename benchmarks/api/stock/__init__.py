"""Wagtail's API v2 and v3, mounted on our pages as its documentation says."""

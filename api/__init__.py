"""The public API: read-only, at /api/v1/. It stands on all other packages, and none of them knows it."""

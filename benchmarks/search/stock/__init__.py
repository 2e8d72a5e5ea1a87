"""A site as `wagtail start` makes it, with one page type, and a view that asks Elasticsearch without Wagtail."""

"""The resources of the library: its works and pages, told from the views that the site is made of."""

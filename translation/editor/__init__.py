"""The editor of translations: the texts of a page or entry side by side, in the structure of the page."""

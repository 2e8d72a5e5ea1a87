"""The text of the files that pages offer: read beside the request, kept, and searched as part of those pages."""

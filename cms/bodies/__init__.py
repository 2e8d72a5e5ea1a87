"""Bodies for programs: their blocks as data, as HTML and as Markdown, whatever they refer to read at once."""

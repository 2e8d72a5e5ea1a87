"""Drafts shown to people without an account: links, the front end in the editor, the pages of both."""

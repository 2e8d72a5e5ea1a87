"""Webhooks: the changes of the library, sent to programs of others as they are told."""

"""What the API costs, beside Wagtail's own."""

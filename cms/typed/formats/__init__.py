"""Where Django's own formats of a language would misread a date: Wagtail's filters and reports read by these."""

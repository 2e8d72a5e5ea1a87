"""What people type into forms, read as they write it: dates, numbers, countries; never guessed nor changed unseen."""

"""How long the desk takes with a library of any size."""

"""Keys: who has one may ask more often."""

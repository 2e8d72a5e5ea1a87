"""What a translator's steps cost here and with wagtail-localize as it comes."""

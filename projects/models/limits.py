"""The largest whole numbers that every database keeps; SQLite would take larger ones, or fail at them."""

from django.core.validators import MaxValueValidator

small_number = MaxValueValidator(32_767)
large_number = MaxValueValidator(2_147_483_647)

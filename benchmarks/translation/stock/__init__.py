"""A site as Wagtail's project template begins it, with wagtail-localize as its documentation sets it up."""

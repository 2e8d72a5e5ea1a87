"""What every page factory does: the page goes below its parent, in its parent's language."""

from __future__ import annotations

from typing import Any

import factory
from wagtail.models import Page


class PageFactory(factory.django.DjangoModelFactory):
    """A live page below `parent`; `translation_of` makes it another language of a page."""

    class Meta:
        abstract = True

    title: Any = factory.Sequence(lambda number: f"Page {number}")

    @classmethod
    def _create(cls, model_class: type[Page], *args: Any, **kwargs: Any) -> Page:
        parent = kwargs.pop("parent")
        source = kwargs.pop("translation_of", None)
        rows = {name: kwargs.pop(name) for name in list(kwargs) if isinstance(kwargs[name], list) and name != "body"}
        kwargs.setdefault("locale", parent.locale)
        if source is not None:
            kwargs |= {"translation_key": source.translation_key, "original_language": source.original_language}
            kwargs.setdefault("origin", "human")  # as a program says that makes a page without localize
        page = model_class(**kwargs)
        for name, several in rows.items():
            setattr(page, name, several)
        parent.add_child(instance=page)
        return page


def page_factory(model: type[Page], **defaults: Any) -> Any:
    """Return the factory of a page type: called, it makes a page of that type."""
    return factory.make_factory(model, FACTORY_CLASS=PageFactory, **defaults)

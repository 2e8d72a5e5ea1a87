"""The administration's forms as a browser sends them, and what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, querydict_from_html, streamfield
from wagtail.users.models import UserProfile

PUBLISH = {"action-publish": "action-publish"}


def signed_in(name: str = "admin", language: str = "") -> Client:
    """Return an administrator's browser; in a language where one is named."""
    client = Client()
    users = get_user_model()
    user = users.objects.filter(username=name).first() or users.objects.create_superuser(name)
    if language:
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    client.force_login(user)
    return client


def rows(*several: Mapping[str, Any]) -> dict[str, Any]:
    """Return new rows of an inline panel as the form sends them."""
    return dict(inline_formset([dict(row) for row in several]))


def body(*several: tuple[str, Any]) -> dict[str, Any]:
    """Return the blocks of a body as the form sends them."""
    return dict(streamfield(list(several)))


def add_address(model: type[Page], parent: Page, name: str = "add") -> str:
    """Return where a page of a type is made below `parent`, or previewed there before it is saved."""
    arguments = [model._meta.app_label, model._meta.model_name, parent.pk]
    return reverse(f"wagtailadmin_pages:{name}", args=arguments)


def edit_address(page: Page, name: str = "edit") -> str:
    """Return where a page is edited."""
    return reverse(f"wagtailadmin_pages:{name}", args=[page.pk])


def filled_in(client: Client, address: str, *, form: str = "page-edit-form", **changes: Any) -> dict[str, Any]:
    """Return what the form at an address would send, with changes; rows and bodies as `rows`, `body` give them."""
    sent = shown(client.get(address), form)
    changes.setdefault("body", body())
    for name in [name for name, value in changes.items() if isinstance(value, dict)]:
        sent = {key: value for key, value in sent.items() if not key.startswith(f"{name}-")}
    return sent | nested_form_data(changes)


def errors(response: Any) -> dict[str, str]:
    """Return what a form finds wrong by the name of the field, that of the whole page under ""."""
    form = response.context["form"]
    found = {"" if name == "__all__" else name: " ".join(said) for name, said in form.errors.items()}
    for relation, formset in getattr(form, "formsets", {}).items():
        for number, row in enumerate(formset.errors):
            found |= {f"{relation}-{number}-{name}": " ".join(said) for name, said in row.items()}
        if formset.non_form_errors():
            found[relation] = " ".join(formset.non_form_errors())
    return found


def block_errors(response: Any) -> dict[str, str]:
    """Return what a form finds wrong in a body by the path of the block, e.g. "1.anchor"."""
    (error,) = response.context["form"].errors["body"].as_data()
    return dict(_messages(error, ""))


def _messages(error: Any, path: str) -> Iterator[tuple[str, str]]:
    inner = getattr(error, "block_errors", None)
    if not inner:
        yield path, " ".join(error.messages)
        return
    for name, child in inner.items() if isinstance(inner, dict) else enumerate(inner):
        if child is not None:
            yield from _messages(child, f"{path}.{name}".lstrip("."))


def shown_errors(response: Any) -> list[str]:
    """Return the messages that an editor reads at the fields."""
    found = BeautifulSoup(response.content, "html.parser").select(".error-message")
    return [error.get_text(" ", strip=True) for error in found]


def shown(response: Any, form: str = "page-edit-form") -> dict[str, str]:
    """Return what a form would send as an answer shows it."""
    html = response.content.decode()
    sent = {key: value.removeprefix("\n") for key, value in querydict_from_html(html, form_id=form).items()}
    ticked = BeautifulSoup(html, "html.parser").select(f"#{form} input[type=checkbox][checked]")
    return sent | {str(box["name"]): str(box.get("value", "on")) for box in ticked}


def body_of(page: Any) -> dict[str, Any]:
    """Return the body of a page as its form sends it, under its name; nothing for a page without one."""
    if not hasattr(page, "body"):
        return {}
    blocks = [
        {
            "type": child.block_type,
            "value": _sent(child.block, child.value),
            "id": child.id,
            "deleted": "",
            "order": number,
        }
        for number, child in enumerate(page.body)
    ]
    return {"body": _counted(blocks)}


def _counted(several: list[Any]) -> dict[str, Any]:
    return {**{str(number): one for number, one in enumerate(several)}, "count": len(several)}


def _sent(block: Any, value: Any) -> Any:
    """Return the value of a block as its widgets send it."""
    if isinstance(block, TypedTableBlock):
        places = {
            f"cell-{row}-{column}": cell
            for row, cells in enumerate(value.row_data)
            for column, cell in enumerate(cells["values"])
        }
        columns = [
            {"type": head["block"].name, "heading": head["heading"], "order": number, "deleted": ""}
            for number, head in enumerate(value.columns)
        ]
        lines = [{"order": number, "deleted": ""} for number, _row in enumerate(value.row_data)]
        return {"caption": value.caption, "column": _counted(columns), "row": _counted(lines), **places}
    if isinstance(block, ImageBlock):
        return {"image": value.pk, "alt_text": value.contextual_alt_text} | (
            {"decorative": "on"} if value.decorative else {}
        )
    if isinstance(block, blocks.StructBlock):
        return {name: _sent(child, value.get(name)) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        children = value.bound_blocks
        return _counted(
            [
                {"value": _sent(block.child_block, child.value), "id": child.id, "deleted": "", "order": number}
                for number, child in enumerate(children)
            ]
        )
    if isinstance(block, blocks.RichTextBlock):
        return block.field.widget.format_value(value)
    if isinstance(block, blocks.ChooserBlock):
        return value.pk if value else ""
    return "" if value is None else value

"""What is searched: one document a page, its sections and keys, and the words of each language.

Written by `search.indexing` alone, in the transaction that saves the page. Whether a page is
public is never kept here.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from wagtail.models import Page


class SearchDocument(models.Model):
    """A page as the search shows it.

    `version` counts its changes; `fingerprint` tells whether the page's text differs from it;
    `analysis` is the version of the analysis that made its keys.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="search_document")
    language = models.CharField(max_length=5, db_index=True)
    title = models.TextField()
    summary = models.TextField(blank=True)
    date = models.DateField(null=True)
    version = models.PositiveBigIntegerField(default=1)
    fingerprint = models.CharField(max_length=32)
    analysis = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.language}: {self.title}"


class SearchSection(models.Model):
    """A part of a document that a result can link to; the page's start has an empty anchor."""

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="sections")
    number = models.PositiveSmallIntegerField()
    anchor = models.CharField(max_length=100, blank=True)
    heading = models.TextField(blank=True)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ("document", "number")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["document", "number"], name="one_section_a_number"),
        ]

    def __str__(self) -> str:
        return self.heading or self.anchor


class SearchKeys(models.Model):
    """The keys of a document by zone and kind, split at blanks: what every engine indexes."""

    document = models.OneToOneField(SearchDocument, on_delete=models.CASCADE, primary_key=True, related_name="keys")
    title_exact = models.TextField(blank=True)
    title_lemma = models.TextField(blank=True)
    title_stem = models.TextField(blank=True)
    summary_exact = models.TextField(blank=True)
    summary_lemma = models.TextField(blank=True)
    summary_stem = models.TextField(blank=True)
    heading_exact = models.TextField(blank=True)
    heading_lemma = models.TextField(blank=True)
    heading_stem = models.TextField(blank=True)
    text_exact = models.TextField(blank=True)
    text_lemma = models.TextField(blank=True)
    text_stem = models.TextField(blank=True)
    wholes = models.TextField(blank=True)
    parts = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.document_id)


class WordKind(models.TextChoices):
    """Whether a word stands so in a text, or is the dictionary form of one that does."""

    FORM = "form"
    LEMMA = "lemma"


class Word(models.Model):
    """A word of a language's vocabulary and the number of documents that have it.

    `folded` is the word without diacritics, `length` the number of its letters, `skeleton` its Latin
    skeleton (Bulgarian). `head` and `tail` are its first and last letters: a word with a typing error
    keeps one of the two.
    """

    language = models.CharField(max_length=5)
    kind = models.CharField(max_length=5, choices=WordKind.choices)
    form = models.CharField(max_length=64)
    folded = models.CharField(max_length=130)
    skeleton = models.CharField(max_length=130, blank=True)
    head = models.CharField(max_length=3)
    tail = models.CharField(max_length=3)
    length = models.PositiveSmallIntegerField()
    frequency = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["language", "form", "kind"], name="one_row_a_word"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["language", "folded"], name="word_folded"),
            models.Index(fields=["language", "skeleton"], name="word_skeleton"),
            models.Index(fields=["language", "head", "length"], name="word_head"),
            models.Index(fields=["language", "tail", "length"], name="word_tail"),
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.form}"

"""What is searched: one document a page, its sections and keys, and the words of each language.

Written by `search.documents.indexing` alone, in the transaction that saves the page. Whether a page is
public is never kept here.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cms.models import NumberedNote
from search.analysis import LANGUAGES
from search.analysis.typed_words import words_key
from search.files.models import FilePage, FileText, SearchFile  # noqa: F401  models of this application


class SearchDocument(models.Model):
    """A page as the search shows it.

    A document that `ages` ranks lower as years pass since its date; `importance` multiplies the rank. `version` counts
    the changes of the document. `fingerprint` tells whether the text of the page has changed since, `analysis` is the
    version of the analysis that made the keys. Sorted byte by byte, `title_key` gives the order of the alphabet of the
    document's language.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="search_document")
    language = models.CharField(max_length=5, db_index=True)
    title = models.TextField()
    title_key = models.BinaryField(default=b"")
    summary = models.TextField(blank=True)
    date = models.DateField(null=True)
    ages = models.BooleanField(default=False)
    importance = models.FloatField(default=1.0)
    version = models.PositiveBigIntegerField(default=1)
    fingerprint = models.CharField(max_length=32)
    analysis = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.language}: {self.title}"


class SearchSection(models.Model):
    """A section of a document that a result can link to; the anchor of the start of the page is empty."""

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
    """The keys of a document by zone and kind, parted by blanks: these are what every engine indexes."""

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


class TitleStart(models.Model):
    """A start of a title, or of one of its words; `search.documents.titles` tells what `place` and `key` are.

    Keys are bytes, which every database compares alike.
    """

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="title_starts")
    language = models.CharField(max_length=5)
    place = models.PositiveSmallIntegerField()
    key = models.BinaryField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["language", "place", "key", "document"], name="title_start_key"),
        ]

    def __str__(self) -> str:
        return bytes(self.key).decode(errors="replace")


class WordKind(models.TextChoices):
    """Whether a word occurs in this form in a text, or is the dictionary form of a word that occurs."""

    FORM = "form"
    LEMMA = "lemma"


class Word(models.Model):
    """A word of the vocabulary of a language; `frequency` is the number of documents that have it.

    `folded` is the word without diacritics, `length` the number of its letters, `skeleton` its skeleton in Latin
    letters (only Bulgarian has one). `head` and `tail` are its first and last letters: a typing error spares one of the
    two.
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


class BestBet(models.Model):
    """A page that staff want on top when somebody searches for these words, in the page's language."""

    words = models.CharField(
        _("words"),
        max_length=200,
        help_text=_("What people type. Their order and form do not matter; all other words of a search do."),
    )
    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")
    language = models.CharField(_("language"), max_length=5, editable=False)
    key = models.CharField(max_length=500, editable=False)

    panels: ClassVar[list[Any]] = [FieldPanel("words"), FieldPanel("page")]

    class Meta:
        verbose_name = _("best bet")
        verbose_name_plural = _("best bets")
        ordering = ("language", "words", "pk")
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["language", "key"], name="best_bet_key")]

    def __str__(self) -> str:
        return f"{self.words} → {self.page.title}"

    def clean(self) -> None:
        """Refuse words that nobody can search for, and what is there already, naming the field."""
        super().clean()
        if not self.page_id:
            return
        self._derive()
        if self.language not in LANGUAGES:
            raise ValidationError({"page": _("Choose a page in one of the languages of the library.")})
        if not self.key:
            raise ValidationError({"words": _("Type at least one word.")})
        same = BestBet.objects.filter(language=self.language, key=self.key, page=self.page_id).exclude(pk=self.pk)
        if same.exists():
            raise ValidationError({"words": _("This page is already the best bet for these words.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store with the words the key by which searches are compared with them."""
        self._derive()
        super().save(*args, **kwargs)

    def _derive(self) -> None:
        self.language = self.page.locale.language_code
        self.key = words_key(self.words, self.language) if self.language in LANGUAGES else ""


class SearchedText(models.Model):
    """How often a text was searched for on a day, and how often nothing was found; nothing tells who searched."""

    language = models.CharField(_("language"), max_length=5)
    text = models.CharField(_("text"), max_length=100)
    day = models.DateField(_("day"))
    times = models.PositiveIntegerField(_("times"), default=0)
    without_result = models.PositiveIntegerField(_("without result"), default=0)

    class Meta:
        verbose_name = _("searched text")
        verbose_name_plural = _("searched texts")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["day", "language", "text"], name="one_row_a_text_and_day"),
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.text}"


class SearchIndex(models.Model):
    """An index of Elasticsearch that was filled from this database.

    It is complete once searches were sent to it; `live_since` is when this was done last. Which index searches go to
    now is known to Elasticsearch alone, by its aliases.
    """

    name = models.CharField(max_length=120, unique=True)
    language = models.CharField(max_length=5)
    schema = models.CharField(max_length=8)
    is_complete = models.BooleanField(default=False)
    live_since = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["language", "schema"],
                condition=models.Q(is_complete=False),
                name="one_unfinished_index_a_language",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class IndexEntry(models.Model):
    """What an index has of a page, as far as is known. The worker sends what differs from what is public.

    An entry outlives its page, so `page` is a plain number. `document` and `version` are those of the SearchDocument
    that the index has; `document` is UNKNOWN while something is being sent. `number` is the last number under which
    something was sent: a higher number never has older content. A document that Elasticsearch refuses because of its
    content is tried again from `retry_at` on, a few times. Then it is parked until it has another version than
    `refused_version`.
    """

    ABSENT = 0
    UNKNOWN = -1

    index = models.ForeignKey(SearchIndex, on_delete=models.CASCADE, related_name="entries")
    page = models.PositiveBigIntegerField()
    document = models.BigIntegerField(default=ABSENT)
    version = models.PositiveBigIntegerField(default=0)
    number = models.PositiveBigIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    refused_version = models.PositiveBigIntegerField(default=0)
    refusal = models.TextField(blank=True)
    retry_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["index", "page"], name="one_entry_a_page_and_index"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["page"], condition=models.Q(document=-1), name="entry_on_its_way"),
        ]

    def __str__(self) -> str:
        return f"{self.index_id}: page {self.page}"


class SearchChange(NumberedNote):
    """A note that searches may find something else, without a change of what is public.

    A search document was written, the names of a concept, a best bet; or searches in Elasticsearch find what was sent.
    """


class ConceptName(models.Model):
    """A public name of a concept in one language; number 0 is the name that readers see.

    Each of four columns has the words of the name as a text names the concept by them: their `stems` and their `lemmas`
    (both after the code of the language, without words that are too common), the words without diacritics (`folded`),
    and their skeletons in Latin letters (`skeleton`, only Bulgarian has any).
    """

    concept = models.CharField(max_length=60)
    language = models.CharField(max_length=5)
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    is_proper = models.BooleanField()
    stems = models.CharField(max_length=600, db_index=True)
    lemmas = models.CharField(max_length=600, db_index=True)
    folded = models.CharField(max_length=600, db_index=True)
    skeleton = models.CharField(max_length=600, blank=True, db_index=True)

    class Meta:
        ordering = ("concept", "language", "number")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["concept", "language", "number"], name="one_row_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.text}"

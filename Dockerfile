# Vademecum in a container. compose.yaml starts it with PostgreSQL and Elasticsearch.
# Debian, not Alpine: the Polish dictionary (morfeusz2) has wheels for glibc only.
FROM python:3.11-slim-bookworm AS packages
WORKDIR /srv/vademecum
COPY requirements.txt .
RUN python -m venv /srv/venv
RUN /srv/venv/bin/python -m pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt

FROM python:3.11-slim-bookworm
ENV PATH=/srv/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONUTF8=1 \
    VAR_DIR=/var/lib/vademecum \
    STATIC_ROOT=/srv/static \
    DJANGO_SETTINGS_MODULE=cms.settings.production
RUN groupadd --gid 10001 vademecum && useradd --uid 10001 --gid vademecum --no-log-init \
    --home-dir /var/lib/vademecum --create-home --skel /dev/null --shell /usr/sbin/nologin vademecum \
    && install --directory --owner vademecum --group vademecum /var/lib/vademecum/media
COPY --from=packages /srv/venv /srv/venv
WORKDIR /srv/vademecum
COPY . .
# Production refuses to start without its variables; these are only there while files are collected.
RUN SECRET_KEY=only-while-building ALLOWED_HOSTS=localhost SITE_URL=https://localhost DATABASE_URL=sqlite:// \
    MEDIA_ROOT=/var/lib/vademecum/media EMAIL_URL=console:// DEFAULT_FROM_EMAIL=library@localhost \
    sh -c "python manage.py compile_catalogues && python manage.py collectstatic --no-input" \
    && python -m compileall -q api cms demo home projects publishing search translation
USER vademecum
VOLUME /var/lib/vademecum
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD ["python", "cms/management/healthcheck.py"]
CMD ["python", "manage.py", "serve", "--part", "web", "--host", "0.0.0.0"]

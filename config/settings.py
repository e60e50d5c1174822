"""Every setting of the site, read from the environment; docs/settings.md lists the variables.

The defaults are those of a public site behind HTTPS: ``start.py`` loosens for use on one's own
machine what has to be loosened, and nothing here guesses in which of the two it runs.
"""

from datetime import timedelta
from pathlib import Path

import dj_database_url
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env

from config import embedded, state

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()

STATE_DIR = env.path("STATE_DIR", default=state.folder(BASE_DIR))


def secret_key() -> str:
    """Return SECRET_KEY, or the key that start.py keeps for use on one's own machine."""
    kept = STATE_DIR / "secret_key"
    if key := env.str("SECRET_KEY", default=""):
        return key
    if kept.exists():
        return kept.read_text(encoding="ascii").strip()
    raise ImproperlyConfigured(
        "Set SECRET_KEY to 50 or more random characters; on your own machine, "
        "`python3 start.py` makes a key and keeps it."
    )


# --- Who may reach the site -----------------------------------------------------------------------

SECRET_KEY = secret_key()
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# False only where no proxy or certificate stands before the site, as on one's own machine.
HTTPS = env.bool("HTTPS", default=True)
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# The header in which a trusted proxy says "https", such as X-Forwarded-Proto. Anybody can send
# it: name it only when the proxy sets it on every request.
if proxy_header := env.str("PROXY_HTTPS_HEADER", default=""):
    SECURE_PROXY_SSL_HEADER = (f"HTTP_{proxy_header.upper().replace('-', '_')}", "https")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- The application ------------------------------------------------------------------------------

INSTALLED_APPS = [
    "config",
    "datasets",
    "timeline",
    "incidents",
    "actors",
    "sources",
    "ledger",
    "dates",
    "config.editing.apps.EditingConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "csp",
    "axes",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.guard.Guard",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    },
]

FORM_RENDERER = "config.written.Written"
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True

# Ten bad logins close an account to the address they came from, for a while.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_FAILURE_LIMIT = 10
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "admin/locked_out.html"
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "config.api.errors.answer_to",
    "URL_FORMAT_OVERRIDE": None,  # `format` is read, and refused, like any other parameter
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Aftermath",
    "DESCRIPTION": "A sourced, citable record of armed attacks and of what followed them.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "POSTPROCESSING_HOOKS": ["config.api.schema.add_components"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SWAGGER_UI_SETTINGS": {"deepLinking": True, "validatorUrl": None},
}

# --- The database ---------------------------------------------------------------------------------

# DATABASE_URL connects as the application's role, DATABASE_OWNER_URL as the role that owns the
# tables. With DATABASE_URL alone, one role does both. With neither, it is the embedded PostgreSQL.
if application_url := env.str("DATABASE_URL", default=""):
    owner_url = env.str("DATABASE_OWNER_URL", default="") or application_url
else:
    application_url, owner_url = embedded.addresses(BASE_DIR, "site")

# Which of the two this process is; manage.py says "owner" for what changes the schema.
DATABASE_ROLE = env.str("DATABASE_ROLE", default="application")

# Timeouts in milliseconds, 0 for none. manage.py turns off the first: a migration or an import
# may take its time, a page may not.
STATEMENT_TIMEOUT = env.int("STATEMENT_TIMEOUT", default=5_000)
LOCK_TIMEOUT = env.int("LOCK_TIMEOUT", default=30_000)
IDLE_IN_TRANSACTION_TIMEOUT = env.int("IDLE_IN_TRANSACTION_TIMEOUT", default=60_000)


def database(url: str) -> dict:
    """Return Django's settings for the database at the URL; see DATABASE_URL."""
    settings = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    limits = {
        "statement_timeout": STATEMENT_TIMEOUT,
        "lock_timeout": LOCK_TIMEOUT,
        "idle_in_transaction_session_timeout": IDLE_IN_TRANSACTION_TIMEOUT,
    }
    session = " ".join(f"-c {name}={value}" for name, value in limits.items())
    return settings | {
        "OPTIONS": {"connect_timeout": 5, "options": session} | settings.get("OPTIONS", {})
    }


DATABASES = {"default": database(owner_url if DATABASE_ROLE == "owner" else application_url)}

# Lists as files: how long one may take, in milliseconds, and how many a process writes at once.
EXPORT_TIMEOUT = env.int("EXPORT_TIMEOUT", default=300_000)
EXPORTS_AT_ONCE = env.int("EXPORTS_AT_ONCE", default=2)

# The role that a migration of the ledger forbids to change what is append-only; empty where one
# role does everything, and then only the triggers stand guard.
APP_ROLE = dj_database_url.parse(application_url)["USER"] if application_url != owner_url else ""

# --- Files ----------------------------------------------------------------------------------------

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = env.path("STATIC_ROOT", default=BASE_DIR / "staticfiles")

# Names that change with the content can be cached for ever, but exist only after collectstatic.
# Without them, files are served from where they are written.
STATIC_MANIFEST = env.bool("STATIC_MANIFEST", default=not DEBUG)
WHITENOISE_USE_FINDERS = not STATIC_MANIFEST
WHITENOISE_AUTOREFRESH = not STATIC_MANIFEST
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_MANIFEST
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# The first refuses files whose names cannot be read, which Django would drop.
FILE_UPLOAD_HANDLERS = [
    "config.uploads.ReadableNames",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Archived copies of sources, each under its sha256; outside every web root.
CAPTURES_DIR = env.path("CAPTURES_DIR", default=STATE_DIR / "captures")
CAPTURE_LARGEST = env.int("CAPTURE_LARGEST", default=50 * 1024 * 1024)

# Files of datasets that editors upload, each under its sha256; outside every web root, too.
IMPORTS_DIR = env.path("IMPORTS_DIR", default=STATE_DIR / "imports")
IMPORT_LARGEST = env.int("IMPORT_LARGEST", default=1024**3)

# --- Work beside the web server -------------------------------------------------------------------

# What takes longer than a page may is written down and done by `manage.py db_worker`.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Releases: dated files of what is public, never changed; outside every web root.
RELEASES_DIR = env.path("RELEASES_DIR", default=STATE_DIR / "releases")

# --- Logging --------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="WARNING")},
}

"""Settings, from the environment only. Every variable read here stands in .env.example."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from jos.accounts.sign_in_forms import ACCOUNT_FORMS, MFA_FORMS  # noqa: F401 (allauth reads them here)

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
if (BASE_DIR / ".env").exists():
    environ.Env.read_env(BASE_DIR / ".env")

# --- What kind of installation this is -------------------------------------------------------------------

DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=False)  # fictional data, said on every page, plain http on this machine
LOCAL = DEBUG or DEMO

CITY_NAME = env.str("CITY_NAME", default="Lindermonde" if DEMO else "")
CITY_CODE = env.str("CITY_CODE", default="")  # official, as sources of figures call the city as a whole
SUPPORT_EMAIL = env.str("SUPPORT_EMAIL", default="")
BASE_URL = env.str("BASE_URL", default="http://localhost:8000").rstrip("/")

_THIS_MACHINE = ["localhost", "127.0.0.1", "[::1]"]
_KNOWN_KEY = "only-for-development-and-the-demo-never-in-production"
SECRET_KEY = env.str("SECRET_KEY", default=_KNOWN_KEY if LOCAL else "")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=_THIS_MACHINE if LOCAL else [])
CSRF_TRUSTED_ORIGINS = [BASE_URL]

# Whoever answers to another name than this machine's is on a network, and starts safely or not at all.
if not ALLOWED_HOSTS or any("*" in host for host in ALLOWED_HOSTS):
    raise ImproperlyConfigured("ALLOWED_HOSTS: name the hosts this portal answers to; '*' is not one.")
if not LOCAL or set(ALLOWED_HOSTS) - set(_THIS_MACHINE):
    if DEBUG:
        raise ImproperlyConfigured("DEBUG: shows secrets to visitors; only for localhost.")
    if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5 or SECRET_KEY == _KNOWN_KEY:
        raise ImproperlyConfigured("SECRET_KEY: set a secret of at least 50 random characters.")
if not LOCAL and not BASE_URL.startswith("https://"):
    raise ImproperlyConfigured("BASE_URL: links in mails must start with https://.")

# --- Applications ----------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "simple_history",
    "jos",
    "jos.shared",
    "jos.accounts",
    "neighbourhoods",
    "organisations",
    "signals",
    "covenants",
    "jos.dashboards",
    "jos.public",
]

MIDDLEWARE = [
    "jos.shared.middleware.log_requests",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "jos.shared.middleware.refuse_too_much",
    "jos.shared.middleware.forget_unreadable_cookies",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "jos.shared.middleware.SignInFirst",
    "jos.shared.middleware.leave_no_trace",
    "jos.shared.middleware.refuse_unreadable_input",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "jos.accounts.middleware.SecondStepFirst",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "jos.urls"
WSGI_APPLICATION = "jos.wsgi.application"

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
                "jos.shared.context_processors.installation",
                "organisations.context_processors.working_for",
            ],
            "builtins": ["jos.shared.templatetags.jos"],
        },
    },
]
FORM_RENDERER = "jos.shared.forms.JosRenderer"

# --- Data ------------------------------------------------------------------------------------------------

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'jos.sqlite3'}")}
_database = DATABASES["default"]
_database["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", default=600)
_database["CONN_HEALTH_CHECKS"] = True
if _database["ENGINE"].endswith("sqlite3"):
    VAR_DIR.mkdir(exist_ok=True)
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",  # writers wait for each other instead of failing halfway
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The cache counts sign-in attempts, so every process must share it: the database by default, Redis by URL.
CACHES = {"default": env.cache_url("CACHE_URL", default="dbcache://cache")}
if CACHES["default"]["BACKEND"].endswith("DatabaseCache"):  # a full one forgets at random, counts included
    CACHES["default"].setdefault("OPTIONS", {}).setdefault("MAX_ENTRIES", 10_000)
# What may be a minute old is kept by each process for itself, which costs no question to anybody.
CACHES["process"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "process"}

FILE_UPLOAD_MAX_MB = env.int("FILE_UPLOAD_MAX_MB", default=20)
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # form text; files have their own limit
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# --- People ----------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "jos.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "jos.accounts.adapter.InvitationOnlyAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_CHANGE_EMAIL = True  # one address each; the old one stays until the new one is confirmed
ACCOUNT_DEFAULT_HTTP_PROTOCOL = BASE_URL.partition(":")[0]
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
INVITATION_DAYS = 7

# Who works for the city signs in with a second step. The demo has none, so that everybody can look around.
SECOND_FACTOR = env.bool("SECOND_FACTOR", default=not DEMO)
MFA_ADAPTER = "jos.accounts.adapter.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # the code before and the one after: people type slowly, and clocks differ
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = LOCAL
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody signs up here: an address to confirm is one somebody is changing to

# Staff of the city may sign in where they sign in for everything else.
OIDC_ISSUER = env.str("OIDC_ISSUER", default="").rstrip("/")
OIDC_CLIENT_ID = env.str("OIDC_CLIENT_ID", default="")
OIDC_CLIENT_SECRET = env.str("OIDC_CLIENT_SECRET", default="")
OIDC_NAME = env.str("OIDC_NAME", default=CITY_NAME)
_oidc = (OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, LOCAL or OIDC_ISSUER.startswith("https://"))
if OIDC_ISSUER and not all(_oidc):
    raise ImproperlyConfigured("OIDC_ISSUER: starts with https://, and needs the other OIDC_ settings as well.")
SOCIALACCOUNT_ADAPTER = "jos.accounts.adapter.CityAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_LOGIN_ON_GET = True  # after a form, form-action would refuse the way to the other host

# How many proxies of our own stand in front. 0: X-Forwarded-For and X-Forwarded-Proto are not believed.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- Mail and background work ----------------------------------------------------------------------------

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="JOS <jos@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# The demo and development have no worker: what is queued is done at once.
TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend" if LOCAL else "django_tasks_db.DatabaseBackend",
    }
}

# --- Languages and time ----------------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
_AVAILABLE_LANGUAGES = {"nl": _("Dutch"), "en": _("English")}
_languages = env.list("LANGUAGES", default=["nl", "en"])
if LANGUAGE_CODE not in _languages or not set(_languages) <= set(_AVAILABLE_LANGUAGES):
    raise ImproperlyConfigured(f"LANGUAGES: nl, and any of {', '.join(_AVAILABLE_LANGUAGES)}.")
LANGUAGES = [(code, _AVAILABLE_LANGUAGES[code]) for code in _languages]
LOCALE_PATHS = [BASE_DIR / "jos" / "locale"]
TIME_ZONE = "Europe/Brussels"

# --- Signals of young people -------------------------------------------------------------------------------

# Beside LANGUAGES, on the pages for young people only: a city may speak other languages to groups it must reach.
_MORE = {"tr": _("Turkish"), "ar": _("Arabic"), "fr": _("French"), "bg": _("Bulgarian"), "uk": _("Ukrainian")}
_languages = env.list("SIGNAL_LANGUAGES", default=list(_MORE) if DEMO else [])
if not set(_languages) <= set(_MORE):
    raise ImproperlyConfigured(f"SIGNAL_LANGUAGES: any of {', '.join(_MORE)}.")
SIGNAL_LANGUAGES = [*LANGUAGES, *((code, _MORE[code]) for code in _languages)]

HELP_LINES = env.json("HELP_LINES", default=[])  # none: those of Flanders, in signals/help_lines.py
SIGNAL_ANSWER_DAYS = env.int("SIGNAL_ANSWER_DAYS", default=10)  # working days until somebody answers
SIGNALS_PER_HOUR = env.int("SIGNALS_PER_HOUR", default=60)  # from one address, which a youth centre shares
SIGNAL_WORDS_MONTHS = env.int("SIGNAL_WORDS_MONTHS", default=24)  # how long words are kept, and photos
SIGNAL_PHOTO_MONTHS = env.int("SIGNAL_PHOTO_MONTHS", default=6)

# --- Files the browser gets ------------------------------------------------------------------------------

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "jos.shared.static_files.JosStaticFilesStorage",
    },
}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = DEBUG

# --- Headers ---------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "jos.shared.views.csrf_failure"
if not LOCAL:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^-/(live|ready)$"]  # probes inside the machine room speak http
    SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=60 * 60 * 24 * 365)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True

# --- Logs: one JSON object a line, never personal data -----------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "jos.shared.logs.JsonFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    # Django's own lines carry full paths and tracebacks carry values; ours say the same without them.
    "loggers": {"django.request": {"level": "ERROR"}, "django.server": {"handlers": [], "propagate": False}},
}

SIMPLE_HISTORY_REVERT_DISABLED = True  # history is read, never rewritten

"""All settings. What a person may set is read from the environment and documented in docs/operations/settings.md."""

from pathlib import Path
from typing import Any

from xiangyin.config.environment import choice, database, secret, text

BASE = Path(__file__).resolve().parents[2]
HOME = Path(text("XIANGYIN_HOME", default=str(BASE / "var"))).resolve()

SECRET_KEY = secret("SECRET_KEY", file=HOME / "keys" / "django.key")
SEALED_KEY_FILE = HOME / "keys" / "sealed.key"
DEBUG = False
ALLOWED_HOSTS = ["*"]  # an office PC is reached by any name its network gives it; see docs/operations/https.md
HTTPS = choice("HTTPS_ON", default=False)

INSTALLED_APPS = [
    "xiangyin.shared",
    "xiangyin.shared.web",
    "xiangyin.organization",
    "xiangyin.documents",
    "xiangyin.monitoring",
    "xiangyin.warning",
    "xiangyin.publication",
    "xiangyin.response",
    "xiangyin.recovery",
    "xiangyin.readiness",
    "xiangyin.accountability",
    "xiangyin.board",
    "xiangyin.config",
    "procrastinate.contrib.django",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "django_htmx",
    "axes",
]
FORM_RENDERER = "xiangyin.shared.web.renderer.Renderer"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "xiangyin.organization.views.officer_middleware.OfficerMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "xiangyin.config.urls"
WSGI_APPLICATION = "xiangyin.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "xiangyin.config.frame.frame",
            ],
        },
    },
]

DATABASES: dict[str, dict[str, Any]] = {
    "default": database("DATABASE_URL"),
    "owner": database("DATABASE_OWNER_URL"),
}
DATABASES["default"]["CONN_MAX_AGE"] = 600
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "organization.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "/login/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/login/"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "organization/locked.html"
AXES_USERNAME_FORM_FIELD = "username"
AXES_VERBOSE = False

SESSION_COOKIE_AGE = 12 * 3600  # one shift and the hand-over
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    },
}

LANGUAGE_CODE = "zh-hans"
LOCALE_PATHS = [BASE / "xiangyin" / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 600
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1 << 20

FEED_HOSTS = frozenset(text("FEED_HOSTS").replace(",", " ").split())  # inside hosts that may be read all the same

PROCRASTINATE_IMPORT_PATHS = ["xiangyin.config.schedule"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
SILENCED_SYSTEM_CHECKS = ["security.W003"]

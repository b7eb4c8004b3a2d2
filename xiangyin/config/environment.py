"""Readers of the environment. They fail loudly, and each secret may come from a file named in `<NAME>_FILE`."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

YES, NO = {"1", "yes", "on", "true"}, {"0", "no", "off", "false", ""}


class SettingInvalidError(ValueError):
    """A setting cannot be understood; the message names it."""


def text(name: str, *, default: str = "") -> str:
    """A text, from NAME or from the file that NAME_FILE names."""
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default)


def choice(name: str, *, default: bool) -> bool:
    """Yes or no."""
    word = text(name, default="1" if default else "0").strip().lower()
    if word not in YES | NO:
        raise SettingInvalidError(f"{name}={word!r}：请写 1 或 0。Write 1 or 0.")
    return word in YES


def secret(name: str, *, file: Path) -> str:
    """A secret, from the environment, else from a file that is made at first use (mode 0600)."""
    if given := text(name):
        return given
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as opened:
            opened.write(secrets.token_urlsafe(50))
    return file.read_text(encoding="ascii").strip()


def database(name: str) -> dict[str, Any]:
    """Django's settings of a `postgresql://` address; a missing one is found out at the first query."""
    address = urlsplit(text(name))
    if address.scheme not in ("", "postgresql", "postgres"):
        raise SettingInvalidError(f"{name}：只支持 postgresql:// 地址。Only postgresql:// addresses are supported.")
    query = dict(part.split("=", 1) for part in address.query.split("&") if "=" in part)
    host = unquote(query.get("host", "")) or unquote(address.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(address.path.lstrip("/")) or "xiangyin",
        "USER": unquote(address.username or ""),
        "PASSWORD": unquote(address.password or ""),
        "HOST": host,
        "PORT": str(address.port or query.get("port", "")),
        "OPTIONS": {"application_name": "xiangyin"},
    }

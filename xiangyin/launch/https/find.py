from collections.abc import Mapping
from pathlib import Path

from xiangyin.launch.home import Home
from xiangyin.launch.https.certificate import Certificate
from xiangyin.launch.refusal import Refusal


def find_certificate(environment: Mapping[str, str], home: Home) -> Certificate | None:
    """Give the certificate of HTTPS_CERT and HTTPS_KEY, or a self-made one for HTTPS=self, or None without HTTPS.

    :raises Refusal: the settings or the files do not fit together.
    """
    files, wish = _files(environment), environment.get("HTTPS") or ""
    if files:
        from xiangyin.launch.https import given  # only here: cryptography takes its time to load

        return given.certificate(*files, home)
    if not wish:
        return None
    if wish != "self":
        raise Refusal(f"HTTPS 只能是 self，现在是 {wish}。", "HTTPS can only be `self`.")
    from xiangyin.launch.https import self_made

    return self_made.certificate(home)


def _files(environment: Mapping[str, str]) -> tuple[Path, Path] | None:
    file, key = environment.get("HTTPS_CERT"), environment.get("HTTPS_KEY")
    if bool(file) != bool(key):
        raise Refusal("HTTPS_CERT 和 HTTPS_KEY 要一起给出。", "HTTPS_CERT and HTTPS_KEY belong together.")
    return (Path(file), Path(key)) if file and key else None

"""`make check`: everything that can be said of the code without running the suite, in under a minute."""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

PYTHON = sys.executable
TEMPLATES = ("git", "ls-files", "xiangyin/*.html")

CHECKS: dict[str, list[str]] = {
    "lint": [PYTHON, "-m", "ruff", "check", "--quiet", "."],
    "format": [PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."],
    "types": [PYTHON, "-m", "mypy", "xiangyin", "tools", "bench"],
    "imports": [PYTHON, "-c", "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())"],
    "templates": [PYTHON, "-m", "tools.templates"],
    "migrations": [PYTHON, "-m", "tools.migrations"],
    "translations": [PYTHON, "-m", "tools.translations", "--check"],
    "figures": [PYTHON, "-m", "tools.figures"],
}


def main() -> int:
    """Run every check, two at a time; print what each has to say; 1 if one of them failed."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="xiangyin-check-") as home, ThreadPoolExecutor(max_workers=2) as pool:
        environment = os.environ | {"XIANGYIN_HOME": home, "DJANGO_SETTINGS_MODULE": "xiangyin.config.settings"}
        done = list(pool.map(lambda name: _run(name, environment), CHECKS))
    print(f"{sum(done)} of {len(done)} checks passed in {time.monotonic() - began:.0f} s")
    return 0 if all(done) else 1


def _run(name: str, environment: dict[str, str]) -> bool:
    result = subprocess.run(CHECKS[name], env=environment, capture_output=True, text=True, check=False)
    said = (result.stdout + result.stderr).strip()
    print(f"{'ok  ' if result.returncode == 0 else 'FAIL'} {name}", f"\n{said}" if said else "", sep="", flush=True)
    return result.returncode == 0


if __name__ == "__main__":
    sys.exit(main())

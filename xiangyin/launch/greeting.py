import subprocess
import sys
from collections.abc import Mapping

from xiangyin.launch.home import CHECKOUT
from xiangyin.launch.website import Website

PATIENCE_S = 60.0


def greet(site: Website, environment: Mapping[str, str]) -> None:
    """Say where the pages are and what the configuration adds, such as the demonstration accounts."""
    print(f"乡音已启动：{site.address}\n  Xiangyin is running; stop it with Ctrl-C.", flush=True)
    if others := site.for_others():
        print(f"办公室里的其他电脑：{'  '.join(others)}", flush=True)
    if site.certificate:
        print(f"证书指纹（SHA-256）：\n  {site.certificate.fingerprint}", flush=True)
    print(_welcome(environment), end="", flush=True)


def _welcome(environment: Mapping[str, str]) -> str:
    """Ask in a process of its own: the supervisor stays small, and a fault there is no reason to stop."""
    command = [sys.executable, "-m", "xiangyin", "welcome"]
    try:
        done = subprocess.run(  # noqa: S603, PLW1510 - our own command; its status is read below
            command, cwd=CHECKOUT, env=dict(environment), capture_output=True, encoding="utf-8", timeout=PATIENCE_S
        )
    except subprocess.TimeoutExpired:
        return "（欢迎信息没有及时给出。）\n"
    return done.stdout if done.returncode == 0 else f"（欢迎信息出错：）\n{done.stderr[-2000:]}"

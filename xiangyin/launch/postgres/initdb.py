import shutil
from collections.abc import Mapping
from pathlib import Path

from xiangyin.launch.home import Home
from xiangyin.launch.postgres import configuration, passwords
from xiangyin.launch.postgres.account import run
from xiangyin.launch.postgres.place import Place
from xiangyin.launch.refusal import Refusal

OPTIONS = (
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",  # the order of texts must not change with the machine's C library
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
    "--auth=scram-sha-256",
    f"--username={passwords.SUPERUSER}",
)


def ensure_cluster(home: Home, place: Place, settings: Mapping[str, str]) -> None:
    """Make the cluster where there is none, under a temporary name: a kill on the way leaves no half cluster.

    :raises Refusal: initdb failed, the cluster belongs to another major version of PostgreSQL, or its passwords are
        gone.
    """
    if (place.data / "PG_VERSION").exists():
        _refuse_other_version(home, place)
        passwords.read(home)
        return
    unfinished = place.data.with_name(f"{place.data.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    secret = _password_file(home, place)
    try:
        options = ["--no-sync"] if settings.get("fsync") == "off" else []
        _initdb(place, place.own(unfinished), f"--pwfile={secret}", *options)
    finally:
        secret.unlink()
    unfinished.rename(place.data)
    configuration.include(place)


def _initdb(place: Place, folder: Path, *options: str) -> None:
    command = [place.programs.program("initdb"), "-D", str(folder), *OPTIONS, *options]
    done = run(place.account, command)
    if done.returncode:
        raise Refusal(f"建立数据库失败：\n{done.stdout.strip()}", "initdb failed; its own words are above.", status=1)


def _password_file(home: Home, place: Place) -> Path:
    """Beside the cluster, because the server's account cannot enter the folder of the keys."""
    file = place.data.with_name(f"{place.data.name}.password")
    file.touch(mode=0o600)
    file.write_text(passwords.create(home).postgres, encoding="ascii")
    return place.own(file)


def _refuse_other_version(home: Home, place: Place) -> None:
    found = int((place.data / "PG_VERSION").read_text(encoding="ascii"))
    ours = place.programs.major
    if found != ours:
        raise Refusal(
            f"数据库文件夹 {home.database} 是 PostgreSQL {found} 建立的，而现在安装的是 {ours}。数据没有动。请："
            "一、用旧版本的程序运行 python -m xiangyin dump；二、把这个文件夹改名；"
            "三、用新版本启动一次，停止后运行 python -m xiangyin restore --replace 备份文件。",
            f"The data folder belongs to PostgreSQL {found}, the programs are {ours}: dump with the old release, "
            "rename the folder, start the new release once, then restore.",
        )

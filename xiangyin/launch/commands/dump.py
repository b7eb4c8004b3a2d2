from argparse import ArgumentParser, Namespace

from xiangyin.launch.backup import dump_now


def configure(_: ArgumentParser) -> None:
    """Nothing to choose: XIANGYIN_DUMPS says where to."""


def run(_: Namespace) -> int:
    result = dump_now()
    if not result.ok:
        print(f"备份失败：{result.problem}\n  The dump failed. 上次成功：{result.last_good_at or '从未'}")
        return 1
    print(f"已备份：{result.file}（{result.size_bytes:,} 字节，{result.took_s:g} 秒）\n  Dumped and verified.")
    return 0

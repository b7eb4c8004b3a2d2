from argparse import ArgumentParser, Namespace
from pathlib import Path

from xiangyin.launch.backup.restore import restore_in_place, restore_into_empty
from xiangyin.launch.home import Home


def configure(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="备份文件 xiangyin-日期-时间.dump (a dump)")
    parser.add_argument(
        "--replace",
        dest="restore",
        action="store_const",
        const=restore_in_place,
        default=restore_into_empty,
        help="替换现有数据，会先自动备份 (replace what is there; it is dumped first)",
    )


def run(arguments: Namespace) -> int:
    arguments.restore(arguments.file, Home.of())
    print("已恢复。下次启动时会自动升级到当前版本；被封存的内容还需要同一天的 keys-日期 文件夹。\n  Restored.")
    return 0

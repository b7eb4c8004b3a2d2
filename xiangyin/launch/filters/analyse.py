"""`xiangyin analyse`: items in, judgements and matters out, with a state that the next run goes on from."""

import argparse
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from xiangyin.adapters.engine import models
from xiangyin.engine.analysis import matters, take_in
from xiangyin.engine.grading.ladder import DEFAULT
from xiangyin.engine.moments import CHINA
from xiangyin.engine.state import State, dump, empty, load
from xiangyin.engine.values import Item, Township
from xiangyin.launch.filters.collection import rare_collection
from xiangyin.launch.filters.items import item_from, judgement_line, matter_line
from xiangyin.launch.filters.jobs import readings
from xiangyin.launch.filters.lines import LineRefused, Rejects, add_rejects, line_of, objects, writing
from xiangyin.launch.filters.township import township_from

_BATCH = 512
_STATE = "engine.state"


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.description = "分析信息条目：去重、地点、主题、伤害、归并成事项，并给出建议级别"
    parser.add_argument("items", help="JSON Lines 文件，- 为标准输入")
    parser.add_argument("--township", type=Path, required=True, metavar="TOWNSHIP.json", help="辖区文件")
    parser.add_argument("--state", type=Path, metavar="DIR", help="状态目录；有则接着上次继续")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="并行进程数，只分担逐条处理")
    parser.add_argument("--items-out", required=True, metavar="FILE", help="每条信息的判断")
    parser.add_argument("--matters-out", required=True, metavar="FILE", help="全部事项")
    parser.add_argument("--now", type=datetime.fromisoformat, help="“现在”，默认取最近的合理发布时间")
    add_rejects(parser)


def run(arguments: argparse.Namespace) -> int:
    """Analyse all items; return 0, or 3 if a line could not be read."""
    here = township(arguments.township)
    rejects = Rejects(arguments.rejects)
    state = _known(arguments.state)
    with writing(arguments.items_out) as out, rare_collection():
        for found in readings(_batches(arguments.items, rejects), here, jobs=arguments.jobs):
            state, batch = take_in(state, found, models=models.load())
            out.writelines(line_of(judgement_line(one)) for one in batch.judgements)
    _tell(state, arguments)
    if arguments.state:
        keep(state, arguments.state)
    return rejects.close()


def _batches(source: str, rejects: Rejects) -> Iterator[list[Item]]:
    batch: list[Item] = []
    for number, said in objects(source, rejects):
        try:
            batch.append(item_from(said))
        except LineRefused as refused:
            rejects.add(number, str(refused))
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _tell(state: State, arguments: argparse.Namespace) -> None:
    now = arguments.now
    if now is not None and now.tzinfo is None:
        now = now.replace(tzinfo=CHINA)
    with writing(arguments.matters_out) as out:
        for matter in matters(state, models=models.load(), ladder=DEFAULT, now=now):
            out.write(line_of(matter_line(matter)))


def _known(folder: Path | None) -> State:
    if folder is None or not (folder / _STATE).exists():
        return empty()
    return load((folder / _STATE).read_bytes())


def keep(state: State, folder: Path) -> None:
    """Write the state so that a crash leaves the old one whole."""
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f"{_STATE}.new"
    fresh.write_bytes(dump(state))
    fresh.replace(folder / _STATE)


def township(path: Path) -> Township:
    """Return the township of a file."""
    return township_from(json.loads(path.read_text("utf-8-sig")))

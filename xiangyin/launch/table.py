"""Every command: its name, the module that has it, what it does. Nothing is imported before it is asked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """`module` has `configure(parser)` and `run(arguments) -> int`; without `summary` it is not shown in the help."""

    module: str
    summary: str = ""


_OWN = "xiangyin.launch.commands"
_ENGINE = "xiangyin.launch.filters"

COMMANDS = {
    "run": Row(f"{_OWN}.run", "启动全部：数据库、网页、时钟、后台 (start everything)"),
    "serve": Row(f"{_OWN}.run", "同 run (the same as run)"),
    "migrate": Row(f"{_OWN}.migrate", "把数据库升级到当前版本 (bring the database up to date)"),
    "dump": Row(f"{_OWN}.dump", "立即备份数据库和密钥 (back up now)"),
    "restore": Row(f"{_OWN}.restore", "从备份文件恢复 (restore a backup)"),
    "ledger": Row(f"{_OWN}.ledger", "校验台账 (verify the ledger)"),
    "import": Row(f"{_OWN}.import_file", "导入 CSV、Excel 或 JSON 行文件 (import a file of items)"),
    "analyse": Row(f"{_ENGINE}.analyse", "分析信息条目，不用数据库 (the engine, without a database)"),
    "mask": Row(f"{_ENGINE}.mask", "遮盖个人信息 (mask personal data)"),
    "resolve": Row(f"{_ENGINE}.resolve", "地名对应到代码 (names of places to codes)"),
    "forecast": Row(f"{_ENGINE}.forecast", "预测热度 (forecast heat)"),
    "forecast-spread": Row(f"{_ENGINE}.forecast_spread", "预测传播 (forecast spread)"),
    "prepare": Row(f"{_OWN}.prepare"),
    "clock": Row(f"{_OWN}.clock"),
    "worker": Row(f"{_OWN}.worker"),
    "web": Row(f"{_OWN}.web"),
    "welcome": Row(f"{_OWN}.welcome"),
}
"""The public ones first, in the order of the help."""

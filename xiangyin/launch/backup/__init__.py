from xiangyin.launch.backup.dump import dump_now as dump_now
from xiangyin.launch.backup.result import DumpResult as DumpResult
from xiangyin.launch.backup.result import last_result as last_result

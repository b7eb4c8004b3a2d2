"""The middle of `run`: the database is there, now the processes around it."""

import time

from xiangyin.launch.answering import wait_until_it_answers
from xiangyin.launch.database import Database
from xiangyin.launch.greeting import greet
from xiangyin.launch.home import Home
from xiangyin.launch.keeper import keep
from xiangyin.launch.orders import WEB, lasting_orders, prepare_order
from xiangyin.launch.processes.once import run_once
from xiangyin.launch.processes.parent import starter_was_killed
from xiangyin.launch.processes.supervisor import Supervisor
from xiangyin.launch.website import Website

LOOK_S = 0.2


def attend(home: Home, site: Website, database: Database) -> None:
    """Migrate, start the children, say where the pages are, and keep everything alive until interrupted.

    :raises Refusal: the migration fails, or the web server does not come up.
    """
    print("正在启动；第一次要建立数据库，需要十几秒。\n  Starting; the first time takes some seconds more.", flush=True)
    run_once(prepare_order(home, site, database))
    orders = lasting_orders(home, site, database)
    supervisor = Supervisor(home, orders)
    with supervisor.running():
        if orders[0].name == WEB:
            wait_until_it_answers(site, supervisor)
            greet(site, orders[0].environment)
        print(f"数据 {home.root}，备份 {home.dumps}，日志 {home.logs}", flush=True)
        _attend(supervisor, database)


def _attend(supervisor: Supervisor, database: Database) -> None:
    keep_database = keep(database.server)
    while not starter_was_killed():
        keep_database()
        supervisor.look_after()
        time.sleep(LOOK_S)
    raise KeyboardInterrupt

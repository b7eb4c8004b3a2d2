import http.client
import ssl
import time

from xiangyin.launch.processes.supervisor import Supervisor
from xiangyin.launch.refusal import Refusal
from xiangyin.launch.website import EVERYWHERE, LOOPBACK, Website

TRIES = 3
LOOK_S = 0.05
PROBE = "/robots.txt"  # a page that costs nothing; any answer will do


def wait_until_it_answers(site: Website, supervisor: Supervisor) -> None:
    """Wait for the first answer of the web server, the first of the supervisor's posts.

    :raises Refusal: it died several times before; its last words are in the message.
    """
    web = supervisor.posts[0]
    while not _answers(site):
        if web.patience.deaths >= TRIES:
            raise Refusal(
                f"网页服务启动不了，日志 {web.order.log} 的最后几行：\n{web.order.last_words()}",
                "The web server does not start; its last words are above.",
                status=1,
            )
        supervisor.look_after()
        time.sleep(LOOK_S)


def _answers(site: Website) -> bool:
    connection = _connection(site)
    try:
        connection.request("GET", PROBE)
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


def _connection(site: Website) -> http.client.HTTPConnection:
    host = LOOPBACK if site.host == EVERYWHERE else site.host
    if site.certificate is None:
        return http.client.HTTPConnection(host, site.port, timeout=5)
    trusting = ssl.create_default_context()  # we ask ourselves whether we are up; the name in it is another
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    return http.client.HTTPSConnection(host, site.port, timeout=5, context=trusting)

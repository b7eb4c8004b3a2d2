from xiangyin.launch.processes.child import Child, Order
from xiangyin.launch.refusal import Refusal

STOP_S = 10.0


def run_once(order: Order) -> None:
    """Run a child to its end; an interrupt ends it too.

    :raises Refusal: it failed; its last words are in the message.
    """
    order.log.unlink(missing_ok=True)
    child = Child(order)
    try:
        status = child.wait()
    finally:
        child.end(STOP_S)
    if status:
        raise Refusal(
            f"{order.name} 没有成功（{status}），日志 {order.log} 的最后几行：\n{order.last_words()}",
            f"{order.name} failed; its last words are above.",
            status=1,
        )

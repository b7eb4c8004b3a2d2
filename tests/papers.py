"""Papers through the hands that they have to pass."""

from xiangyin.documents.models import Document
from xiangyin.documents.rules.document import DOCUMENT_STEPS
from xiangyin.monitoring.models import Event
from xiangyin.publication.rules.papers import paper_of_event


def drafted(town, event: Event, kind: str = "statement") -> Document:
    return town.open(DOCUMENT_STEPS, "draft", paper_of_event(event), "孙宣传", kind=kind, title="情况通报")


def written(*fact: str) -> dict[str, object]:
    return {"title": "关于学生不适的情况通报", "facts": [list(fact)], "publicity": "open"}


def issued_statement(town, event: Event) -> Document:
    """A statement through every hand, to the public."""
    paper = drafted(town, event)
    fact = ("11月24日中午，柳湾小学10名学生用餐后不适，均已送医。", "镇卫生院")
    return signed(town, town.take(DOCUMENT_STEPS, paper.pk, "edit", "孙宣传", **written(*fact)))


def issued_report(town, event: Event, kind: str = "first_report") -> Document:
    """A report to the county, approved by one leader and issued by the director."""
    paper = town.open(DOCUMENT_STEPS, "draft", paper_of_event(event), "李值班", kind=kind, title="关于学生不适的报告")
    words = {"title": "关于学生不适的报告", "body": "学生均已送医，原因正在查。", "publicity": "on_request"}
    town.take(DOCUMENT_STEPS, paper.pk, "edit", "李值班", **words)
    town.take(DOCUMENT_STEPS, paper.pk, "submit", "李值班")
    town.take(DOCUMENT_STEPS, paper.pk, "approve", "吴副组长")
    return town.take(DOCUMENT_STEPS, paper.pk, "issue", "周主任")


def written_review(review: Document) -> dict[str, object]:
    """A machine's draft with its gaps filled in."""
    body = review.body.replace("（请填写）", "发现早，处置快；食堂进货须逐批登记。")
    return {"title": review.title, "body": body, "publicity": "on_request"}


def signed(town, paper: Document) -> Document:
    """Through every hand, to the public."""
    approved(town, paper)
    return town.take(DOCUMENT_STEPS, paper.pk, "issue", "钱发言", consent="县委宣传部值班室同意，12:40 电话")


def approved(town, paper: Document) -> Document:
    if not paper.body:
        town.take(DOCUMENT_STEPS, paper.pk, "edit", "孙宣传", **written("正在调查。", "办公室"))
    town.take(DOCUMENT_STEPS, paper.pk, "submit", "孙宣传")
    town.take(DOCUMENT_STEPS, paper.pk, "review", "林宣传")
    return town.take(DOCUMENT_STEPS, paper.pk, "approve", "郑组长")

"""What people of the test township say, and the machine that reads it."""

from tests.people import Town
from xiangyin.monitoring.models import Item
from xiangyin.monitoring.operations.analysis.run import analyse_place
from xiangyin.monitoring.operations.keep_item import new_item

SICK = ("柳湾小学午饭后十名学生呕吐", "柳湾小学有孩子吃坏肚子，已经十个人吐了送卫生院")
WATER = ("石桥村停水三天没人管", "石桥村已经停水三天了，打电话没人管")


def said(town: Town, *texts: str, channel: str = "hotline", history: bool = False) -> list[Item]:
    items = []
    for text in texts:
        town.later(1)
        item = new_item(
            jurisdiction_id=town.place.id, channel=channel, origin="test", title="", text=text, source="热线",
            published_at=town.now, now=town.now, is_history=history,
        )  # fmt: skip
        item.save(force_insert=True)
        items.append(item)
    return items


def analyse(town: Town) -> int:
    return analyse_place(town.place.id, clock=lambda: town.now)

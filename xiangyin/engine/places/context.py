"""What stands before and behind a name tells whether it is our place, another's, or no place at all."""

import re

_CLAUSE = re.compile(r"[，。！？；：,.!?;:\s、（(]")
_OTHER_KIND = re.compile(
    r"(?:县城|县|区(?!域)|市(?!场)|省|州|镇|乡(?!亲|镇|村)|街道|路(?!口|边|上|灯|面)|大道|国道|高速|街(?!上|道|坊|头))"
)
_GOODS = re.compile(
    r"(?:汽车|轿车|卡车|牌|保险|银行|证券|超市|书店|集团|股份|药业|啤酒|茶叶|水泥厂股|电影|电视剧|小说|面(?:条|馆|加)?|花(?:叶|盆|苗)?(?!园)|菜(?:谱|籽)|图[》卷]|渠景区|海鲜|分手|共处|谈判|相处|共饮|鞋|乐队|系列|新款|板(?:材|面)?)"
)
_SPEAKS = re.compile(r"(?:说|称|表示|同志|先生|女士|老师|书记|主任|今日发表|发表|出席|会见|获|主演|饰|摄)")
_TITLED = re.compile(r"(?:特首|书记|主任|记者|歌手|演员|总裁|教授|老师|同志|作者|导演|选手|队员|姓名|叫)$")
_UNIT = re.compile(r"([\u4e00-\u9fff]{1,5}?(?:县|区|市|省|州|盟|旗|镇|乡|街道))(?:的|里|那边|境内)?$")
_NO_UNIT = re.compile(
    r"(?:小区|社区|地区|景区|园区|辖区|灾区|山区|片区|库区|校区|林区|本区|全县|我县|本县|本市|全市|我市|该镇|本镇|我镇|全镇|们镇|咱镇|乡镇|集镇|场镇|夜市|超市|门市|上市|城市|菜市|本乡|家乡|老乡|下乡|到县|在县|去县|往县|在镇|到镇|去镇|在市|到市|在区)$"
)
_AT_TOWN = re.compile(r"(?:县城|城区|市区|省城|州城|县里)(?:的)?$")


def clause_before(text: str, start: int) -> str:
    """Return what stands before a place of the text within its clause (at most 14 characters).

    >>> clause_before("今天，白沙县新华镇拉来", 6)
    '白沙县'
    """
    piece = text[max(0, start - 14) : start]
    breaks = list(_CLAUSE.finditer(piece))
    return piece[breaks[-1].end() :] if breaks else piece


def another_unit(before: str, own: frozenset[str]) -> str | None:
    """Return the unit named right before that is not one of ours, or None.

    >>> another_unit("云溪县柳溪镇", frozenset({"云溪县"})), another_unit("在云溪县", frozenset({"云溪县"}))
    ('柳溪镇', None)
    """
    if _AT_TOWN.search(before):
        return before[-2:]
    if _NO_UNIT.search(before):
        return None
    found = _UNIT.search(before)
    if not found:
        return None
    unit = found.group(1)
    return None if any(unit.endswith(name) for name in own if len(name) > 1) else _last_unit(unit)


def _last_unit(unit: str) -> str:
    return re.sub(r"^.*[县区市省州盟](?=[\u4e00-\u9fff])", "", unit)


def is_other_kind(behind: str) -> bool:
    """Say whether the words behind a name make it a unit or a road of that name.

    >>> is_other_kind("区化工"), is_other_kind("街上那家")
    (True, False)
    """
    return bool(_OTHER_KIND.match(behind))


_COUNTED = re.compile(r"[一这那几两每某半](?:棵|株|座|条|道|处|尊|栋)$|(?:棵|株|座)$")
_UNDER = re.compile(r"(?:乘凉|躲雨|避雨|歇脚|歇凉|休息|下棋|聊天|玩耍|打牌|睡觉|拍照|合影)")


def is_no_place(before: str, behind: str) -> bool:
    """Say whether the words around a bare name make it goods, a firm, a work, a person or a plain thing.

    >>> is_no_place("", "保险一季度"), is_no_place("香港特首", "超今日发表"), is_no_place("", "昨晚下冰雹")
    (True, True, False)
    >>> is_no_place("一座", "断了"), is_no_place("在", "乘凉")
    (True, True)
    """
    if _GOODS.match(behind) or before.endswith("《") or _COUNTED.search(before) or _UNDER.match(behind):
        return True
    return bool(_TITLED.search(before) or _SPEAKS.match(behind))


_MAKES_VILLAGE = re.compile(
    r"(?:[一二三四五六七八九十\d]{1,2}(?:组|队|社)|村|大队|那边|这边|那里|这里)"
    r"|[、和与跟及][\u4e00-\u9fff、]{1,10}?(?:两村|三村|四村|几个村|等村|两个村|村)"
)


def makes_village(behind: str) -> bool:
    """Say whether the words behind a bare name make it a village: a group's number, "和…两村".

    >>> makes_village("三组的路"), makes_village("、团结两村"), makes_village("共处")
    (True, True, False)
    """
    return bool(_MAKES_VILLAGE.match(behind))

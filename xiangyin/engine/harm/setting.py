"""Sentences whose numbers are no harm of this event: denials, rumours put right, the past, drills, stories."""

import re

_NONE_HURT = re.compile(
    r"(?:无|没有|未|暂无|尚无|没|未有|并无|未见|均无)(?:造成|发现|出现|发生|接到|收到|产生)?(?:任何)?(?:人员?|群众|游客|学生|师生|居民|村民)?(?:的)?"
    r"(?:[\u4e00-\u9fff]{0,4}和人员)?(?:伤亡|死伤|受伤|受到任何伤害|受到伤害)(?![^,，。]{0,14}(?:报告|报道|消息|的?情况报))"
    r"|(?:没|未)(?:有)?(?:伤到|砸到|伤着|撞到)人|没有?人(?:员)?(?:受伤|伤亡)|人(?:都)?没事|均(?:安全|平安)|无一?人(?:伤亡|受伤)"
)
_NONE_DEAD = re.compile(
    r"(?:无|没有|未|暂无|尚无|未有)(?:造成|发现|出现)?(?:任何)?(?:人员?)?死亡(?![^,，。]{0,8}(?:报告|报道|消息))"
)
_UNTRUE = re.compile(
    r"不属实|不实|谣言|辟谣|并非事实|系误传|不是真的|纯属虚构|虚假信息|与事实不符|并未发生|未经证实|没有此事|子虚乌有|编造"
)
_CLAIMED = re.compile(r"网传|网上传|传言|网络传播|传闻|有人称|所谓|网帖|朋友圈流传|视频称")
_PAST = re.compile(
    r"去年|前年|往年|近年来?|近[\d一二三四五六七八九十]{1,3}年|历年|历史上|当年|曾经?(?!称)|年前|此前.{0,8}(?:发生|起)|上次|以来(?!,截至)|自去年|上一次|19[0-9]{2}年|每年|全年|周年|纪念|同期"
)
_UNREAL = re.compile(
    r"演练|演习|模拟|拉练|彩排|剧组|群众演员|取景|拍戏|拍摄.{0,6}(?:剧|电影|片)|电视剧|网剧|电影里|小说里|游戏里|剧本|剧情|剧里|戏里|段子|愚人节|桌游|剧本杀|抗战题材|情景剧|小品"
)
_NATURAL = re.compile(r"享年|寿终|无疾而终|安详|讣告|仙逝|老死|因病(?:去世|逝世|医治无效)|年事已高|喜丧|追悼")
_JOKE = re.compile(
    r"(?:笑|累|热|饿|困|气|急|烦|臭|吓|堵|忙|冷|渴|馋|美|香|爱|乐|羡慕|尴尬|无聊|丑|吵|苦)死|死了都|该死|死机|死路|死角|跳楼价|杀疯|炸裂|死磕|打死(?:我|也)|要死要活|死活|死党|拼死"
)


def denies(text: str) -> bool:
    """Say whether a folded sentence says that nobody came to harm.

    >>> denies("火灾没有造成人员伤亡"), denies("造成3人死亡")
    (True, False)
    """
    return bool(_NONE_HURT.search(text))


def denies_deaths(text: str) -> bool:
    """Say whether a folded sentence says that nobody died.

    >>> denies_deaths("尚未出现人员死亡的情况")
    True
    """
    return bool(_NONE_DEAD.search(text))


def is_put_right(text: str) -> bool:
    """Say whether a sentence quotes a claim in order to say that it is untrue or unproven.

    >>> is_put_right("网传“3人死亡”不属实")
    True
    """
    return bool(_UNTRUE.search(text))


def is_claim(text: str) -> bool:
    """Say whether a clause introduces what others claim.

    >>> is_claim("网传三人死亡")
    True
    """
    return bool(_CLAIMED.search(text))


def is_past(text: str, year: int | None) -> bool:
    """Say whether a sentence tells of another time than the report's (its year, when known).

    >>> is_past("2010年2月的强震造成超过500人死亡", 2014), is_past("2010年2月1日的强震", 2010)
    (True, False)
    """
    if _PAST.search(text):
        return True
    years = [int(y) for y in re.findall(r"(?<!\d)((?:19|20)\d\d)年", text)]
    return bool(year and years and all(y < year for y in years))


def is_unreal(text: str) -> bool:
    """Say whether a text is a drill, a story or a play.

    >>> is_unreal("今天举行消防演练，模拟3人受伤"), is_unreal("3人受伤")
    (True, False)
    """
    return bool(_UNREAL.search(text))


def is_natural(text: str) -> bool:
    """Say whether a death is one of age or illness told as such.

    >>> is_natural("享年98岁，无疾而终")
    True
    """
    return bool(_NATURAL.search(text))


def is_figure_of_speech(text: str) -> bool:
    """Say whether a text uses death as a figure of speech.

    >>> is_figure_of_speech("堵死了，急死人"), is_figure_of_speech("压死人")
    (True, False)
    """
    return bool(_JOKE.search(text))

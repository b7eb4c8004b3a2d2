"""A statement with a red head and an internal form without one."""

from datetime import datetime, timedelta

from xiangyin.shared.web.pieces import Correction, Paper, Signature, Statement

TEXT = (
    "11月23日12时40分左右，镇中心小学部分学生午饭后出现呕吐。截至11月24日2时30分，11名学生在镇卫生院就诊，均无生命危险，家长已到院陪护。",
    "学校食堂已停止供餐，当日食材和留样已封存，送县疾控中心检测，预计24日18时前有结果。结果出来后两小时内公布。",
    "家长可拨打镇政府值班电话询问，24小时有人接听。其他情况正在核实，核实一项公布一项。",
)


def statement(now: datetime) -> Paper:
    return Paper(
        title="关于镇中心小学部分学生身体不适的情况通报",
        paragraphs=TEXT,
        red_head="青禾坪镇人民政府文件",
        number="青政通〔2026〕7号",
        to="各村（社区），镇直各单位",
        organ="青禾坪镇人民政府",
        date="2026年11月24日",
        publicity="此件公开发布",
        attachments=("就诊学生人数分时表", "食材来源清单"),
        signatures=(Signature("陈发言", "新闻发言人", now - timedelta(minutes=3), "签署记录"),),
        digest="5a0f1c8e77b2d94c03e6a1f8b54d20c9e1f7a6630b8d4e925c7f11d0a83b6e42",
        place_of_paper="党政办 2 号柜，2026 年通报卷第 7 件",
    )


def internal_form() -> Paper:
    return Paper(
        title="电话记录单",
        paragraphs=(
            "02时13分，镇中心小学来电：午饭后6名学生呕吐，已送镇卫生院。",
            "处理：已请卫生院核对人数，报带班领导周主任。",
        ),
        number="〔2026〕值第 118 号",
        organ="记录人：李值班",
        date="2026年11月24日 02:19",
    )


def public_statement(now: datetime) -> Statement:
    return Statement(
        title="关于镇中心小学部分学生身体不适的情况通报",
        organ="青禾坪镇人民政府",
        issued_at=now - timedelta(minutes=3),
        paragraphs=TEXT[:2],
        url="#",
        corrections=(Correction(now - timedelta(minutes=1), "就诊学生为 12 人。", "11名学生在镇卫生院就诊"),),
    )

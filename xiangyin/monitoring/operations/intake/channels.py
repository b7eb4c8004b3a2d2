"""The channel that an export's word means."""

from xiangyin.monitoring.terms import Channel

# In this order: “微信公众号文章” is WeChat before it is news.
WORDS: tuple[tuple[Channel, tuple[str, ...]], ...] = (
    (Channel.SUPERIOR, ("上级", "交办", "转办", "督办")),
    (Channel.HOTLINE, ("12345", "热线", "市长信箱", "书记信箱", "留言", "工单", "网上问政", "问政")),
    (Channel.WEIBO, ("微博",)),
    (Channel.WECHAT, ("微信", "公众号")),
    (Channel.VIDEO, ("视频", "抖音", "快手", "哔哩", "b站", "直播")),
    (Channel.FORUM, ("论坛", "贴吧", "社区", "知乎", "小红书", "问答", "博客")),
    (Channel.VISIT, ("来访", "上访", "信访", "接访")),
    (Channel.PHONE, ("电话", "来电")),
    (Channel.RADIO, ("广播", "电视", "电台")),
    (Channel.PRINT, ("报纸", "报刊", "平媒", "杂志", "纸媒")),
    (Channel.NEWS, ("新闻", "网媒", "网站", "资讯", "客户端", "媒体", "app", "头条")),
)


def read_channel(word: str, *, otherwise: str) -> str:
    """The channel of the engine's contract; `otherwise` where the word is empty, `other` where it is unknown.

    >>> read_channel("微信公众号", otherwise="news"), read_channel("weibo", otherwise="news")
    ('wechat', 'weibo')
    """
    plain = word.strip().lower()
    if not plain:
        return otherwise
    if plain in Channel:
        return plain
    return next((str(channel) for channel, words in WORDS if any(each in plain for each in words)), str(Channel.OTHER))

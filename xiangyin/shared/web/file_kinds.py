"""What a file is by its first bytes. What a browser said of it when it was handed in counts for nothing."""

# Pictures and PDF can be shown in place; neither can act in the name of who looks at it, as HTML and SVG could.
_SHOWN = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


def shown_as(head: bytes) -> str:
    """The media type in which a browser may show the file in place, or nothing: then it is for the disk only.

    >>> shown_as(b"%PDF-1.7"), shown_as(b"<svg onload=...>"), shown_as(b"RIFF....WEBPVP8 ")
    ('application/pdf', '', 'image/webp')
    """
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    return next((media_type for mark, media_type in _SHOWN if head.startswith(mark)), "")

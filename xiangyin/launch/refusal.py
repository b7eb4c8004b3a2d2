class Refusal(Exception):  # noqa: N818 - the word of the glossary: what a person is told, not a defect
    """Something cannot be started or done; says what, why and what helps, for the person at the terminal.

    The Chinese sentence comes first, a short English one after it. The command prints both and exits with `status`.
    """

    def __init__(self, chinese: str, english: str, *, status: int = 2) -> None:
        super().__init__(f"{chinese}\n  {english}")
        self.status = status

"""What `read` says when bytes are no text."""


class Unreadable(Exception):
    """The sentence is for an editor; `offset` is the byte at which reading failed, where there is one."""

    def __init__(self, message: str, offset: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset

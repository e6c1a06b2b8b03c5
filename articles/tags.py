"""How a line of tags is read and shown: 劳模、安全生产, 职工书屋."""

import re
from collections.abc import Iterable

from taggit.models import Tag

_SEPARATORS = re.compile("[,，、;；\n\r]")
_MAX_LENGTH = Tag._meta.get_field("name").max_length


def split_tags(line: str) -> list[str]:
    """The names in `line`, each once, in its order. A space is part of a name."""
    names = dict.fromkeys(name for part in _SEPARATORS.split(line or "") if (name := part.strip()))
    if any(len(name) > _MAX_LENGTH for name in names):
        raise ValueError(f"a tag is longer than {_MAX_LENGTH} characters")
    return list(names)


def join_tags(tags: Iterable) -> str:
    return "、".join(tag.name for tag in tags)

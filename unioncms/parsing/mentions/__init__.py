"""Every mention of a person, body, title and place in a text of any register: what `manage.py recognise` writes.

It stands on the finders of naming/, which read bulletins, and adds what agency news, web news and biographies need:
bodies and people that nothing but the news itself names, and titles with all that belongs to them.
"""

from unioncms.parsing.mentions.finding import find_mentions

__all__ = ["find_mentions"]

"""A piece of news that begins with this text, and who holds which posts by it."""

from unioncms.parsing import parse, read


def parsed(text):
    return parse(read(f"把账算明白\n\n9月9日，{text}\n".encode(), "page.txt"))


def posts(text):
    return {
        person.name: [(post.organisation, post.title) for post in person.posts]
        for person in parsed(text).people
    }

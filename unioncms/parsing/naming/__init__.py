"""Who and what a text names: people and their posts, bodies, places, days and events. It knows no page.

`recognising` has the order of it all. Sentences (`passages`) go through finders, a sentence at a time; what they find
is gathered, and a body gets its whole name only when the last sentence is read. The folders, each of which imports none
but those above it:

    places/   the divisions of China, those that a page alone tells of, and the place that an article speaks from
    names/    names of people in a sentence
    bodies/   bodies in a sentence, as it prints them (names/ and bodies/ know nothing of each other)
    wholes/   the bodies of a document: whole names, one body each     市总工会 → 衡阳市总工会
    posts/    what a sentence says people are; the people of a document with their posts
    events/   occasions that a sentence tells of; the events of a document (events/ knows nothing of posts/)
    dates     days in running text, and the year of a page that prints none

The doors: `finding` in names/, bodies/, posts/ and events/ reads a sentence; wholes/bodies, posts/people and
events/gathering gather a document. The other modules know one thing each that these ask.
"""

"""Who and what a text names: people and their posts, bodies, places, days and events. It knows no page.

`recognising` has the order of it all. Sentences (`passages`) go through finders, a sentence at a time; what they find
is gathered, and a body gets its whole name only when the last sentence is read. The folders, each of which imports none
but those above it:

    places/   the divisions of China, those that a page alone tells of, and the place that an article speaks from
    names/    names of people in a sentence
    bodies/   bodies in a sentence, as it prints them                  names/ and bodies/ know nothing of each other
    wholes/   the bodies of a document: whole names, one body each     市总工会 → 衡阳市总工会
    posts/    what a sentence says people are; the people of a document with their posts
    events/   occasions in a sentence (on names/ and bodies/, not on posts/); the events of a document
    dates     days in running text, and the year of a page that prints none

In names/, bodies/, posts/ and events/ the door is `finding`; the other modules there know one thing each that it asks.
"""

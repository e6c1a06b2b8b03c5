"""Occasions that a sentence tells of. `finding` asks each way that leads to one; `telling` is what they all ask of a
sentence, `organisers` who holds an occasion. `gathering` makes the events of a document of them, `told_once` one event
of what is told twice."""

"""Bodies in a sentence, as it prints them. `finding` goes by their endings, `beginnings` and `heads` say where their
names begin, `parts_behind` and `shared_endings` what belongs to them behind; the others have ways of their own."""

"""Bodies in a sentence, as it prints them. `finding` goes by their endings, `beginnings` says where their names begin
(with `reach`, how far they may, and `heads`, what may open them), `parts_behind` and `shared_endings` what belongs to
them behind; the others find bodies in ways of their own. `not_bodies` says what is none."""

"""Names of people in a sentence. `finding` weighs candidates: what they are made of (`characters`, by the lists of
`grammar`) and what stands around them (`neighbours`, `slots`). Names without a Chinese surname, and rows that are
nothing but names, have modules of their own; `not_people` takes out what looks like a name and is none."""

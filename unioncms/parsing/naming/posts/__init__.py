"""What people are. `titles` finds titles of office, `finding` ties them to names and bodies (`chains`, `offices`), and
`people` gathers the people of a document; `authors` reads what stands beside a byline."""

"""What people are. `titles` finds titles of office and `trades` what somebody works as; `finding` ties them to names
and bodies (`chains`, `offices`; `onwards` reads on from a verb), `changes` tells who came into office and who left it.
`people` gathers the people of a document; `authors` reads what stands beside a byline."""

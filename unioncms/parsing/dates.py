"""Dates in running text, at the precision it gives: 6月27日 with the page's year → 2017-06-27."""

"""Places: the listed divisions of China (`areas`), those of a page (`page`, with those that only what they govern tells
of, `governed`), and the place that an article speaks from (`evidence`)."""

"""The divisions of China, those that a page alone tells of, and the place that an article speaks from."""

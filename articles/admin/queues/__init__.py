"""The queues of the bulletin: names that wait, doubtful and damaged passages, appointments."""

from articles.admin.queues import appointments, marks, names, records

__all__ = ["appointments", "marks", "names", "records"]

"""The queues of the bulletin: names that wait or are nearly the same, doubtful and damaged passages, appointments."""

from articles.admin.queues import appointments, marks, names, near, records

__all__ = ["appointments", "marks", "names", "near", "records"]

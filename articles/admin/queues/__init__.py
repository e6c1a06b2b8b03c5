"""The queues of the bulletin: names that wait or are nearly the same, doubtful and damaged passages, appointments,
what a newer parse says otherwise."""

from articles.admin.queues import appointments, marks, names, near, proposals, records

__all__ = ["appointments", "marks", "names", "near", "proposals", "records"]

"""Which static files of the apps are served."""

from django.contrib.staticfiles.finders import AppDirectoriesFinder

__all__ = ["AppDirectoriesFinder"]

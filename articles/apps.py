from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "稿件与原文"

    def ready(self):
        import articles.following  # noqa: F401

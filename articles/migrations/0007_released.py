"""What readers are given of an article: so far they were shown the row itself, whatever was released last."""

from django.db import migrations, models

FIELDS = (
    "headline",
    "kicker",
    "subheadline",
    "editors_note",
    "genre",
    "source_credit",
    "is_incomplete",
    "published_on",
    "part",
    "contributions",
    "figures",
)


def take_last_releases(apps, schema_editor):
    Article = apps.get_model("articles", "Article")
    ArticleRevision = apps.get_model("articles", "ArticleRevision")
    for article in Article.objects.filter(status="published").only("pk").iterator():
        last = ArticleRevision.objects.filter(article=article).order_by("-number").first()
        if last:
            Article.objects.filter(pk=article.pk).update(
                released={name: last.content[name] for name in FIELDS}, released_body=last.content["body"]
            )


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0006_source_join_words'),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='released',
            field=models.JSONField(blank=True, editable=False, null=True, verbose_name='读者所见'),
        ),
        migrations.AddField(
            model_name='article',
            name='released_body',
            field=models.TextField(blank=True, default='', editable=False, verbose_name='读者所见正文'),
        ),
        migrations.RunPython(take_last_releases, migrations.RunPython.noop),
    ]

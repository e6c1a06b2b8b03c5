import django.db.models.deletion
from django.db import migrations, models

# Where each database keeps the keys of entries; another one has nothing made for it.
MAKING = {
    'sqlite': [
        "CREATE VIRTUAL TABLE articles_searchkeys"
        " USING fts5(keys, detail=none, columnsize=0, tokenize='ascii')",
    ],
    'postgresql': [
        'ALTER TABLE articles_searchentry ADD COLUMN keys tsvector',
        'CREATE INDEX articles_searchentry_keys ON articles_searchentry USING gin (keys)',
    ],
}
UNMAKING = {
    'sqlite': ['DROP TABLE articles_searchkeys'],
    'postgresql': ['DROP INDEX articles_searchentry_keys', 'ALTER TABLE articles_searchentry DROP COLUMN keys'],
}


def make_keys(apps, schema_editor):
    for statement in MAKING[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def unmake_keys(apps, schema_editor):
    for statement in UNMAKING[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0015_corrections'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='search_entry', serialize=False, to='articles.article', verbose_name='稿件')),
                ('headline', models.TextField(verbose_name='标题')),
                ('text', models.TextField(verbose_name='全文')),
                ('plain', models.TextField(verbose_name='正文')),
                ('genre', models.CharField(choices=[('news', '消息'), ('feature', '通讯'), ('essay', '言论'), ('roundup', '笔谈'), ('preface', '卷首语'), ('digest', '文摘'), ('photo', '图片'), ('notice', '启事'), ('listing', '资料')], max_length=10, verbose_name='体裁')),
                ('day', models.DateField(db_index=True, null=True, verbose_name='日期')),
            ],
            options={
                'verbose_name': '检索条目',
                'verbose_name_plural': '检索条目',
            },
        ),
        migrations.RunPython(make_keys, unmake_keys),
    ]

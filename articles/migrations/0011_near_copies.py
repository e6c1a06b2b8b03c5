import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0010_hidden_contributions'),
    ]

    operations = [
        migrations.CreateModel(
            name='NearCopy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, verbose_name='姓名')),
                ('other', models.CharField(max_length=60, verbose_name='另一写法')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='near_copies', to='articles.sourcedocument', verbose_name='原文')),
            ],
            options={
                'verbose_name': '近似姓名',
                'verbose_name_plural': '近似姓名',
                'ordering': ['name', 'other', 'pk'],
                'constraints': [models.UniqueConstraint(models.F('source'), models.F('name'), models.F('other'), name='near_copy_once')],
            },
        ),
    ]

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0012_daily_reads'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Reparse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content', models.JSONField(default=dict, verbose_name='新解析的值')),
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reparse', to='articles.article', verbose_name='稿件')),
            ],
            options={
                'verbose_name': '重新解析',
                'verbose_name_plural': '重新解析',
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.CharField(max_length=16, verbose_name='部分')),
                ('key', models.CharField(max_length=64, verbose_name='标识')),
                ('number', models.PositiveIntegerField(default=0, verbose_name='顺序')),
                ('before', models.JSONField(null=True, verbose_name='现在')),
                ('after', models.JSONField(null=True, verbose_name='改为')),
                ('is_beside_edit', models.BooleanField(default=False, help_text='编辑改过同一处;采纳会换掉编辑的改动。', verbose_name='编辑改过')),
                ('state', models.CharField(choices=[('waiting', '待处理'), ('taken', '采纳'), ('left', '不采纳')], db_index=True, default='waiting', max_length=8, verbose_name='处理')),
                ('undo', models.JSONField(editable=False, null=True, verbose_name='撤销所需')),
                ('decided_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='处理时间')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='提出时间')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='articles.article', verbose_name='稿件')),
                ('decided_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposals_decided', to=settings.AUTH_USER_MODEL, verbose_name='处理人')),
            ],
            options={
                'verbose_name': '重新解析的差异',
                'verbose_name_plural': '重新解析的差异',
                'ordering': ['article', 'number', 'pk'],
                'constraints': [models.UniqueConstraint(models.F('article'), models.F('part'), models.F('key'), name='proposal_once'), models.CheckConstraint(condition=models.Q(('state', 'waiting'), ('decided_at__isnull', False), _connector='OR'), name='proposal_decided_when')],
            },
        ),
    ]

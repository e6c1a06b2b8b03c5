import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('people', '0003_seen_in_post'),
    ]

    operations = [
        migrations.CreateModel(
            name='MergeRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('merge', '合并'), ('split', '拆出')], max_length=5, verbose_name='类别')),
                ('from_key', models.PositiveBigIntegerField(verbose_name='原记录编号')),
                ('from_label', models.CharField(max_length=200, verbose_name='原记录')),
                ('to_key', models.PositiveBigIntegerField(verbose_name='归入记录编号')),
                ('to_label', models.CharField(max_length=200, verbose_name='归入')),
                ('current_key', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='旧网址现在指向')),
                ('moved_count', models.PositiveIntegerField(default=0, verbose_name='移动条数')),
                ('reason', models.CharField(max_length=200, verbose_name='理由')),
                ('journal', models.JSONField(default=list, verbose_name='改动明细')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='操作时间')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='撤销时间')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contenttypes.contenttype', verbose_name='记录类型')),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merges', to=settings.AUTH_USER_MODEL, verbose_name='操作人')),
                ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merges_undone', to=settings.AUTH_USER_MODEL, verbose_name='撤销人')),
            ],
            options={
                'verbose_name': '合并与拆分',
                'verbose_name_plural': '合并与拆分',
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['content_type', 'to_key'], name='merge_by_kept')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('kind', 'merge'), ('undone_at__isnull', True)), fields=('content_type', 'from_key'), name='merged_once'), models.CheckConstraint(condition=models.Q(models.Q(('undone_at__isnull', True), ('undone_by__isnull', True)), models.Q(('undone_at__isnull', False), ('undone_by__isnull', False)), _connector='OR'), name='merge_undone_by_somebody')],
            },
        ),
    ]

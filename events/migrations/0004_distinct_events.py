import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0003_inferred_participants'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DistinctEvents',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decided_at', models.DateTimeField(auto_now_add=True, verbose_name='决定时间')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='决定人')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='distinct_from_back', to='events.event', verbose_name='另一活动')),
                ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='distinct_from', to='events.event', verbose_name='活动')),
            ],
            options={
                'verbose_name': '已分清的活动',
                'verbose_name_plural': '已分清的活动',
                'constraints': [models.UniqueConstraint(models.F('record'), models.F('other'), name='distinct_events_once'), models.CheckConstraint(condition=models.Q(('record', models.F('other')), _negated=True), name='distinct_events_are_two')],
            },
        ),
    ]

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0004_merge_record'),
    ]

    operations = [
        migrations.CreateModel(
            name='DistinctOrganisations',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decided_at', models.DateTimeField(auto_now_add=True, verbose_name='决定时间')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='决定人')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='distinct_from_back', to='people.organisation', verbose_name='另一单位')),
                ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='distinct_from', to='people.organisation', verbose_name='单位')),
            ],
            options={
                'verbose_name': '已分清的单位',
                'verbose_name_plural': '已分清的单位',
                'constraints': [models.UniqueConstraint(models.F('record'), models.F('other'), name='distinct_organisations_once'), models.CheckConstraint(condition=models.Q(('record', models.F('other')), _negated=True), name='distinct_organisations_are_two')],
            },
        ),
        migrations.CreateModel(
            name='DistinctPeople',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decided_at', models.DateTimeField(auto_now_add=True, verbose_name='决定时间')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='决定人')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='distinct_from_back', to='people.person', verbose_name='另一人物')),
                ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='distinct_from', to='people.person', verbose_name='人物')),
            ],
            options={
                'verbose_name': '已分清的人物',
                'verbose_name_plural': '已分清的人物',
                'constraints': [models.UniqueConstraint(models.F('record'), models.F('other'), name='distinct_people_once'), models.CheckConstraint(condition=models.Q(('record', models.F('other')), _negated=True), name='distinct_people_are_two')],
            },
        ),
        migrations.CreateModel(
            name='SharedSeat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decided_at', models.DateTimeField(auto_now_add=True, verbose_name='决定时间')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='决定人')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shared_seats_back', to='people.person', verbose_name='另一人物')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shared_seats', to='people.post', verbose_name='职务')),
                ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shared_seats', to='people.person', verbose_name='人物')),
            ],
            options={
                'verbose_name': '已核对的同时任职',
                'verbose_name_plural': '已核对的同时任职',
                'constraints': [models.UniqueConstraint(models.F('post'), models.F('record'), models.F('other'), name='shared_seat_once'), models.CheckConstraint(condition=models.Q(('record', models.F('other')), _negated=True), name='shared_seat_are_two')],
            },
        ),
    ]

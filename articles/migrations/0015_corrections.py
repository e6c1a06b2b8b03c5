import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0014_site_and_front_page'),
    ]

    operations = [
        migrations.AddField(
            model_name='intake',
            name='corrects',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='articles.sourcedocument', verbose_name='更正的原文'),
        ),
        migrations.AddField(
            model_name='sourcedocument',
            name='corrects',
            field=models.ForeignKey(blank=True, editable=False, help_text='更正之后,原来那份的稿件都归到这一份。', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='corrections', to='articles.sourcedocument', verbose_name='更正的原文'),
        ),
    ]

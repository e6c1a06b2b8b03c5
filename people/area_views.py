"""Public pages of areas: the tree, and of one place its bodies and what is reported of them."""

from django.views.generic import DetailView, TemplateView

from people.areas import area_tree, bodies_in
from people.models import Area, Organisation
from people.on_day import asked_day
from people.reading import articles_naming_any, as_cards
from people.tenures import tenures_on
from unioncms.collation import pinyin_key
from unioncms.paging import page_of


class AreaListView(TemplateView):
    template_name = "people/area_list.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(places=area_tree(), **kwargs)


class AreaView(DetailView):
    template_name = "people/area.html"
    queryset = Area.objects.public().select_related("parent__parent")

    def get_context_data(self, **kwargs):
        area = self.object
        names = list(bodies_in(area).order_by().values_list("pk", "name"))
        keys = [key for key, _ in sorted(names, key=lambda row: (pinyin_key(row[1]), row[0]))]
        bodies = page_of(self.request, keys, 60, "bodies")
        records = Organisation.objects.in_bulk(list(bodies.object_list))
        asked, day = asked_day(self.request)
        order = {key: number for number, key in enumerate(keys)}
        in_office = tenures_on(keys, day) if day else []
        return super().get_context_data(
            asked_on=asked,
            on=day,
            in_office=sorted(in_office, key=lambda tenure: order[tenure.post.organisation_id]),
            above=[each for each in (area.parent and area.parent.parent, area.parent) if each],
            inside=list(Area.objects.public().filter(parent=area)),
            bodies=bodies,
            records=[records[key] for key in bodies.object_list],
            articles=page_of(
                self.request, as_cards(articles_naming_any(keys).newest_first()), 20, "articles"
            ),
            **kwargs,
        )

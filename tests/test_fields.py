"""Imprecise dates: what is read, what is stored, what the database refuses."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from people.models import Appointment, Organisation, Person, Post
from unioncms.fields import ImpreciseDate, ImpreciseDateFormField, Precision, imprecise_date_form


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31), Precision.YEAR),
        ("2018年", date(2018, 1, 1), date(2018, 12, 31), Precision.YEAR),
        ("2018-06", date(2018, 6, 1), date(2018, 6, 30), Precision.MONTH),
        ("2018年6月", date(2018, 6, 1), date(2018, 6, 30), Precision.MONTH),
        ("2024.2", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2018-06-01", date(2018, 6, 1), date(2018, 6, 1), Precision.DAY),
        ("2018/6/1", date(2018, 6, 1), date(2018, 6, 1), Precision.DAY),
        (" 2018年6月1日 ", date(2018, 6, 1), date(2018, 6, 1), Precision.DAY),
        ("2018-06-01..2019-02", date(2018, 6, 1), date(2019, 2, 28), Precision.RANGE),
        ("2018年6月1日至2019年2月28日之间", date(2018, 6, 1), date(2019, 2, 28), Precision.RANGE),
        ("2018-06-01至2018-06-01", date(2018, 6, 1), date(2018, 6, 1), Precision.DAY),
    ],
)
def test_reads_a_day_a_month_a_year_or_some_time_between(text, earliest, latest, precision):
    assert ImpreciseDate.parse(text) == ImpreciseDate(earliest, latest, precision)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "去年",
        "18-06-01",
        "2018-13",
        "2018-02-30",
        "2018-00",
        "6月1日",
        "2018-06-01-01",
        "二〇一八年",
        "2019..2018",
        "2018..",
    ],
)
def test_refuses_what_is_no_date(text):
    with pytest.raises(ValueError, match=r".+"):
        ImpreciseDate.parse(text)


@pytest.mark.parametrize(
    ("text", "iso", "shown"),
    [
        ("2018", "2018", "2018年"),
        ("2018年6月", "2018-06", "2018年6月"),
        ("2018/6/1", "2018-06-01", "2018年6月1日"),
        ("2018-06-01..2019-02-28", "2018-06-01..2019-02-28", "2018年6月1日至2019年2月28日之间"),
    ],
)
def test_is_written_at_the_precision_known(text, iso, shown):
    assert ImpreciseDate.parse(text).isoformat() == iso
    assert str(ImpreciseDate.parse(text)) == shown


def test_a_model_takes_a_date_as_text_as_value_or_none():
    june = ImpreciseDate.parse("2018-06")
    assert Person(name="林岸", born_on="2018-06").born_on == june
    assert Person(name="林岸", born_on=june).born_on == june
    assert Person(name="林岸", born_on=None).born_on is None
    assert Person(name="林岸").born_on is None


@pytest.mark.django_db
def test_a_date_is_stored_and_cleared():
    person = Person.objects.create(name="林岸", born_on="1970-05")
    person.refresh_from_db()
    assert str(person.born_on) == "1970年5月"
    person.born_on = None
    person.save()
    person.refresh_from_db()
    assert (person.born_on, person.born_on_precision) == (None, "")


@pytest.mark.django_db
def test_get_or_create_takes_a_date_among_its_defaults():
    person, made = Person.objects.get_or_create(name="林岸", defaults={"born_on": "1970"})
    assert made
    assert person.born_on_latest == date(1970, 12, 31)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "columns",
    [
        {"born_on_earliest": date(1970, 1, 1)},
        {"born_on_latest": date(1970, 1, 1)},
        {"born_on_precision": Precision.DAY},
        {"born_on_earliest": date(1970, 1, 1), "born_on_latest": date(1970, 1, 1)},
        {
            "born_on_earliest": date(1970, 1, 2),
            "born_on_latest": date(1970, 1, 1),
            "born_on_precision": Precision.DAY,
        },
        {
            "born_on_earliest": date(1970, 1, 1),
            "born_on_latest": date(1970, 1, 1),
            "born_on_precision": "hour",
        },
    ],
    ids=[
        "earliest alone",
        "latest alone",
        "precision alone",
        "no precision",
        "backwards",
        "unknown precision",
    ],
)
def test_the_database_refuses_half_a_date(columns):
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(name="林岸", **columns)


@pytest.mark.django_db
def test_dates_of_different_precision_sort_by_their_earliest_day():
    for text in ("2019-03-02", "2019", "2018-12", "2019-03"):
        Person.objects.create(name=text, born_on=text)
    names = Person.objects.order_by("born_on_earliest", "-born_on_latest").values_list("name", flat=True)
    assert list(names) == ["2018-12", "2019", "2019-03", "2019-03-02"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "in_office"),
    [
        (date(2017, 12, 31), False),
        (date(2018, 1, 1), True),
        (date(2019, 6, 15), True),
        (date(2020, 6, 30), True),
        (date(2020, 7, 1), False),
    ],
)
def test_in_office_on_a_day_is_two_comparisons(day, in_office):
    union = Organisation.objects.create(name="岚山市总工会")
    Appointment.objects.create(
        person=Person.objects.create(name="林岸"),
        post=Post.objects.create(organisation=union, title="主席"),
        started_on="2018",
        ended_on="2020-06",
    )
    assert Appointment.objects.on(day).exists() is in_office


def test_a_form_field_reads_a_date_and_says_what_it_wants():
    field = ImpreciseDateFormField(required=False)
    assert field.clean("2018-06") == ImpreciseDate.parse("2018-06")
    assert field.clean("") is None
    with pytest.raises(ValidationError, match="请填年份、年月或年月日"):
        field.clean("六月")


def test_a_form_field_tells_a_changed_date_from_the_same_one():
    field = ImpreciseDateFormField(required=False)
    june = ImpreciseDate.parse("2018-06")
    assert field.prepare_value(june) == "2018-06"
    assert not field.has_changed(june, "2018-06 ")
    assert field.has_changed(june, "2018")
    assert not field.has_changed(None, "")


@pytest.mark.django_db
def test_a_record_form_has_one_input_for_a_date():
    form_class = imprecise_date_form(Person)

    class PersonForm(form_class):
        class Meta:
            model = Person
            fields = ["name"]

    person = PersonForm({"name": "林岸", "born_on": "1970-05", "died_on": ""}).save()
    person.refresh_from_db()
    assert str(person.born_on) == "1970年5月"
    assert person.died_on is None
    assert PersonForm(instance=person).initial["born_on"] == person.born_on

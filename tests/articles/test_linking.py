"""Names in a text become links when it is rendered. Needs no database: mentions are made, not stored."""

import pytest

from articles.linking import link_body, link_captions, link_text
from articles.models import Mention
from people.models import Organisation, Person
from unioncms.richtext import sanitise

HAI = Person(pk=1, name="林海生")
CITY = Organisation(pk=2, name="云州市总工会")
COUNTY = Organisation(pk=3, name="云县总工会")


def mention(record, text="", occurrence=0, state="matched", **values):
    kind = record._meta.model_name
    return Mention(
        kind=kind, text=text or record.name, occurrence=occurrence, state=state, **{kind: record}, **values
    )


def linked(text, record):
    return f'<a href="{record.get_absolute_url()}">{text}</a>'


def test_a_name_becomes_a_link_to_its_record():
    html = link_body("<p>主席林海生到会。</p>", [mention(HAI)])

    assert html == f"<p>主席{linked('林海生', HAI)}到会。</p>"


def test_a_name_is_linked_once_a_section():
    body = "<p>林海生。林海生。</p><h2>二</h2><p>林海生。林海生。</p>"
    html = link_body(body, [mention(HAI, occurrence=number) for number in range(4)])

    link = linked("林海生", HAI)
    assert html == f"<p>{link}。林海生。</p><h2>二</h2><p>{link}。林海生。</p>"


def test_a_smaller_heading_begins_no_section():
    html = link_body("<p>林海生。</p><h3>小</h3><p>林海生。</p>", [mention(HAI), mention(HAI, occurrence=1)])

    assert html.count("<a ") == 1


def test_two_names_of_one_record_count_as_one():
    html = link_body("<p>云州市总工会和市总工会。</p>", [mention(CITY), mention(CITY, "市总工会", 1)])

    assert html == f"<p>{linked('云州市总工会', CITY)}和市总工会。</p>"


def test_the_occurrence_says_which_words_are_meant():
    """The first 市总工会 is part of 县市总工会 and means another body."""
    html = link_body("<p>各县市总工会听取市总工会意见。</p>", [mention(CITY, "市总工会", 1)])

    assert html == f"<p>各县市总工会听取{linked('市总工会', CITY)}意见。</p>"


def test_an_earlier_text_than_the_counted_one_is_linked_by_what_is_around():
    """Readers are given the last release; an editor has since put a paragraph before the one that was counted."""
    released = "<p>县里的市总工会没有去。</p><p>会上,市总工会讲了话。</p>"
    row = mention(CITY, "市总工会", 2, before="没有去。\n会上,", after="讲了话。")
    html = link_body(released, [row])
    assert html == f"<p>县里的市总工会没有去。</p><p>会上,{linked('市总工会', CITY)}讲了话。</p>"


def test_words_around_that_stand_nowhere_leave_the_count():
    """A mask has changed what is around."""
    row = mention(CITY, "市总工会", 1, before="雷明对", after="说。")
    html = link_body("<p>市总工会。雷某对市总工会说。</p>", [row])
    assert html == f"<p>市总工会。雷某对{linked('市总工会', CITY)}说。</p>"


@pytest.mark.parametrize("state", ["matched", "unmatched", "ambiguous"])
def test_a_longer_name_keeps_its_place_whatever_became_of_it(state):
    longer = mention(COUNTY, "云县市总工会", state=state)
    html = link_body("<p>云县市总工会</p>", [mention(CITY, "市总工会"), longer])

    assert linked("市总工会", CITY) not in html
    assert (linked("云县市总工会", COUNTY) in html) is (state == "matched")


@pytest.mark.parametrize("state", ["unmatched", "ambiguous", "lost", "rejected"])
def test_only_matched_names_are_linked(state):
    assert link_body("<p>林海生</p>", [mention(HAI, state=state)]) == "<p>林海生</p>"


def test_a_rejected_name_keeps_no_place():
    html = link_body(
        "<p>云县市总工会</p>", [mention(CITY, "市总工会"), mention(COUNTY, "云县市总工会", state="rejected")]
    )

    assert linked("市总工会", CITY) in html


@pytest.mark.parametrize(
    "body",
    [
        "<h2>林海生</h2>",
        "<h3>访<em>林海生</em></h3>",
        '<p><a href="https://example.org/" rel="noopener nofollow">林海生</a></p>',
    ],
)
def test_headings_and_links_stay_as_they_are(body):
    assert link_body(body, [mention(HAI)]) == body


def test_a_name_passed_over_in_a_heading_is_linked_below_it():
    html = link_body("<h2>林海生</h2><p>林海生</p>", [mention(HAI), mention(HAI, occurrence=1)])

    assert html == f"<h2>林海生</h2><p>{linked('林海生', HAI)}</p>"


def test_a_name_that_runs_over_a_tag_stays_as_it_is():
    body = "<p><strong>林</strong>海生</p>"

    assert link_body(body, [mention(HAI)]) == body


def test_an_occurrence_that_is_gone_is_passed_over():
    assert link_body("<p>林海生</p>", [mention(HAI, occurrence=3)]) == "<p>林海生</p>"


def test_the_dateline_is_a_word_of_its_own():
    paper = Organisation(pk=9, name="云州工人报")

    assert link_body("<p>本报讯 今天</p>", [mention(paper, "本报")]) == "<p>本报讯 今天</p>"


def test_text_that_looks_like_markup_stays_text():
    body = "<p>&lt;script&gt;林海生&lt;/script&gt; A&amp;B</p>"

    assert link_body(body, [mention(HAI)]) == body.replace("林海生", linked("林海生", HAI))


def test_a_name_with_markup_in_it_is_escaped():
    odd = Organisation(pk=4, name="A<b>&C")
    html = link_body("<p>A&lt;b&gt;&amp;C公司</p>", [mention(odd)])

    assert html == f"<p>{linked('A&lt;b&gt;&amp;C', odd)}公司</p>"


def test_what_an_unclean_body_holds_is_sanitised_first():
    html = link_body('<p onclick="x()">林海生<script>x()</script></p>', [mention(HAI)])

    assert html == f"<p>{linked('林海生', HAI)}</p>"


def test_the_sanitiser_leaves_the_result_alone():
    body = "<h2>一</h2><p>林海生&amp;<strong>云州市总工会</strong><br>x</p><ul><li>林海生</li></ul><hr>"
    html = link_body(body, [mention(HAI), mention(CITY)])

    assert sanitise(html).replace(' rel="noopener nofollow"', "") == html


def test_plain_text_becomes_a_paragraph_a_line():
    html = link_text("林海生<到会。\n编者", [mention(HAI)])

    assert html == f"<p>{linked('林海生', HAI)}&lt;到会。</p><p>编者</p>"


def test_occurrences_count_through_all_captions():
    first, second = link_captions(["林海生讲话", "林海生<颁奖"], [mention(HAI, occurrence=1)])

    assert (first, second) == ("林海生讲话", f"{linked('林海生', HAI)}&lt;颁奖")

"""The events of a document, from the occasions that its sentences tell of: one for what several tell of, and what the
headline of a piece of news names on the only day that the piece speaks of."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from unioncms.parsing.document import Article, Event, Person
from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.dates import Clock, FoundDate
from unioncms.parsing.naming.events.announced import named_after_series
from unioncms.parsing.naming.events.finding import find_occasions
from unioncms.parsing.naming.events.headlines import named_by_headline
from unioncms.parsing.naming.events.on_the_way import FIRST_SESSION
from unioncms.parsing.naming.events.organisers import Organisers
from unioncms.parsing.naming.events.telling import Occasion
from unioncms.parsing.naming.events.told_once import told_once
from unioncms.parsing.naming.events.visits import NEXT
from unioncms.parsing.naming.names.name import Name
from unioncms.parsing.naming.passages import Field, Sentence
from unioncms.parsing.naming.wholes.bodies import Bodies

# 活动由 …主办, 本次大赛由 … 承办
HOLDS = re.compile(r"(?:据悉|据了解)?[，,]?(?:本[次届]|此次|这次|该)?[\u3400-\u9fff]{2,12}?由")
# 在三楼会议室召开|表彰会; 在|助学金发放仪式|上
HELD = re.compile(
    r"(?:在[^，。“”]{2,14}?)?(?:组织)?(?:召开|举行|举办)了?(?P<name>[^，。]{2,30}(?<![工协社])[会赛])"
    r"|在(?P<at>[^，。]{4,40}(?:[会赛]|仪式))上"
)
HOPED = ("将极大", "将进一步", "将有力", "必将", "极大", "力争")  # what is said of it is no event
# 一、活动时间：|6月1日至…, 二、征集时间|
TIME = re.compile(
    r"(?:[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.．])?(?!报名|截|投稿|申报|公[示布]|领取|咨询)"
    r"[\u3400-\u9fff]{0,6}时间(?:[和、及]?地点)?[：:。]?[ 　]*"
)
HOSTS = re.compile("主办|承办|举办|联办|合办")
# 八届一次全委会议: no body but the union that the article is about
SESSION_ALONE = re.compile(
    r"(?:工会)?[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}次(?:全委|常委)"
)
# 经审委一次会议: the union's committee of that name
COMMITTEE_ALONE = re.compile(
    "(?P<name>经费审查委员会|经审委|女职工委员会)(?:第?[一二三四五六七八九十]{1,3}[届次])+(?:全体|全委)?会议?"
)
# 会后，代表们参观了…: on the day of what was told of before
FOLLOWS = re.compile("(?:[会赛]后|[会赛]前|(?:仪式|活动|会议|大会|座谈会|比赛)结束后)")
DEPARTMENT = re.compile(r"(?<=总工会)[\u3400-\u9fff]{2,8}[部室]$")  # its head visits for the union
OF_ALL = re.compile(r"全(?P<level>[省市县区州旗])[\u3400-\u9fff]{0,4}工会")  # 全省工会女职工工作会议
LONGEST_POST = 16  # characters before the name
GOES = ("到", "向", "赴", "来到", "前往", "捐", "领", "逝世", "同志")
VISITS = re.compile("慰问|看望|走访|调研|检查|观摩|考察")
FOUNDED = re.compile(r"(?:正式|挂牌|揭牌)?成立(?:大会|仪式)?$|[揭挂]牌(?:仪式)?$")
HEADLINES = ("headline", "subheadline")


class Events:
    """Gathers what sentences tell of, then answers which events that makes."""

    def __init__(self, articles: Sequence[Article], published_on: str | None, publication: str | None):
        self.articles, self.publication = articles, publication
        self.occasions: list[tuple[int, Occasion]] = []  # each with its article
        self.clocks = [Clock(published_on) for _ in articles]
        self.days: list[dict[str, int]] = [
            {} for _ in articles
        ]  # that each article speaks of, with the block that does first
        self.timed: dict[int, str] = {}  # the day that a notice puts behind 时间：
        self._timed: int | None = None  # the notice whose last sentence was no more than 时间。
        self._field: Field | None = None
        # where the last sentence stood, and its day if it told of nothing else
        self._before: tuple[Field, str | None] | None = None

    def read(self, sentence: Sentence, names: list[Name], mentions: list[Mention]) -> None:
        """To be called for every sentence, in order; `names` are the likely ones."""
        field, clock = sentence.field, self.clocks[sentence.field.article]
        if field is not self._field:
            self._field = field
            clock.turn()
        dates = list(clock.find(sentence.text))
        for date in dates:
            if len(date.iso or "") == len("2024-05-01"):
                self.days[field.article].setdefault(date.iso, field.block)
        if field.name == "kicker":
            return
        article = self.articles[field.article]
        if article.genre == "notice":
            self._read_time(sentence, dates)
        found = find_occasions(sentence, names, mentions, dates, article.genre)
        if not dates and self._before and self._before[0] is field:
            day = self._before[1]
            found = [each if each.date or each.is_deed else replace(each, date=day) for each in found]
        if not dates and FOLLOWS.match(sentence.text):
            last_day = self._last_day(field.article)
            found = [each if each.date else replace(each, date=last_day) for each in found]
        elif not dates and found and NEXT.match(sentence.text) and found[0].is_deed:
            found = [self._with_last(field.article, each) for each in found]
        days_told = [date for date in dates if date.is_day and date.iso]
        is_scene = all(each.is_lead for each in found)  # 9日清晨，门口排起了长队。这是 …
        self._before = field, (days_told[-1].iso if days_told and is_scene else None)
        last = self.occasions[-1][1] if self.occasions and self.occasions[-1][0] == field.article else None
        if not found and last:
            self.occasions[-1] = field.article, _with_organisers(last, sentence, mentions)
        for occasion in found:
            if occasion.name.startswith(HOPED):
                continue
            held = HELD.fullmatch(occasion.name)
            occasion = replace(occasion, name=held["name"] or held["at"]) if held else occasion
            if (named := named_after_series(occasion, last)) is not None:
                self.occasions.append((field.article, named_by_headline(named, article.headline)))

    def _read_time(self, sentence: Sentence, dates: list[FoundDate]) -> None:
        """活动时间：6月1日至9月30日, in one sentence or two: the day of what the notice tells of."""
        label = TIME.match(sentence.text)
        begin = label.end() if label else 0
        if (
            (label or self._timed == sentence.field.article)
            and dates
            and dates[0].start == begin
            and dates[0].iso
        ):
            self.timed.setdefault(sentence.field.article, dates[0].iso)
        self._timed = sentence.field.article if label and begin == len(sentence.text) else None

    def _with_last(self, article: int, visit: Occasion) -> Occasion:
        """慰问组又赶到码头，看望了装卸工: on the day and by whom the visit before was made."""
        last = next((each for number, each in reversed(self.occasions) if number == article), None)
        if last is None:
            return visit
        return replace(
            visit, date=visit.date or last.date, organisers=visit.organisers or last.organisers, is_next=True
        )

    def _last_day(self, article: int) -> str | None:
        """Of what the article told of last."""
        days = (each.date for number, each in reversed(self.occasions) if number == article)
        return next(days, None)

    def events(self, bodies: Bodies, people: Collection[Person]) -> tuple[Event, ...]:
        """One event for what several sentences tell of; `people` are those of the document."""
        known = {person.name: _union_of(person) for person in people}
        events: dict[str, Event] = {}
        deeds: dict[int, Occasion] = {}  # the first of each article: what a headline tells of
        for article, each in self.occasions:
            if each.is_deed:
                deeds.setdefault(article, each)
        for article, occasion in self._told():
            below = deeds.get(article, occasion) if occasion.is_headline else occasion
            is_of_headline = occasion.passage.field in HEADLINES
            timed = self.timed.get(article, "")
            event = Event(
                self._name(occasion, article, bodies),
                (timed if timed.startswith(occasion.date or "") else occasion.date)
                or (self._only_day(article) if is_of_headline else None)
                or below.date,
                occasion.place or below.place,
                tuple(dict.fromkeys(self._holders(occasion, article, bodies, known))),
                tuple(name for name in dict.fromkeys((*occasion.people, *below.people)) if name in known),
                article,
                occasion.passage,
            )
            first = events.setdefault(occasion.name, event)
            if not first.date and event.date and first.article == article:
                events[occasion.name] = event
        return tuple(told_once(events.values()))

    def _name(self, occasion: Occasion, article: int, bodies: Bodies) -> str:
        """一次全委会 → 云州市总工会一次全委会"""
        union = bodies.unions.main(article) if FIRST_SESSION.fullmatch(occasion.name) else None
        return (union or "") + occasion.name

    def _told(self) -> Iterator[tuple[int, Occasion]]:
        """Without what other occasions of the article leave no room for: one deed a day, and what a headline names only
        where nothing below has a name."""
        named_on = {(article, each.date) for article, each in self.occasions if not each.is_deed}
        named = {
            article
            for article, each in self.occasions
            if not (each.is_headline or each.is_lead or each.is_deed or each.is_plain or each.is_ahead)
        }
        # what a notice announces below has a name of its own, too
        named |= {
            article
            for article, each in self.occasions
            if self.articles[article].genre == "notice" and not each.is_headline
        }
        headed = {article for article, each in self.occasions if each.is_headline} - named
        below: dict[int, str | None] = {}  # the day of what a headline tells of
        for article, each in self.occasions:
            if each.is_deed and article in headed:
                below.setdefault(article, each.date)
        days_of_deeds: set[tuple[int, str]] = set()
        for article, occasion in self.occasions:
            if occasion.is_headline and article not in headed:
                continue
            is_told = occasion.date in (None, below.get(article))
            if (occasion.is_lead or occasion.is_deed) and article in headed and is_told:
                continue
            day = (article, occasion.date)
            if occasion.is_lead:
                if day in named_on:
                    continue
            elif occasion.is_deed and occasion.date and not occasion.is_next:
                if day in days_of_deeds:
                    continue
                days_of_deeds.add(day)
            yield article, occasion

    def _holders(
        self, occasion: Occasion, article: int, bodies: Bodies, unions: Mapping[str, str | None]
    ) -> Iterator[str]:
        """Those that it names, behind those that it calls its own: 本会, 本刊; of a visit the union of the visitor."""
        if occasion.is_by_us and (union := bodies.unions.main(article)):
            yield union
        if occasion.is_by_paper and self.publication:
            yield self.publication
        is_visit = occasion.is_deed and not occasion.organisers and VISITS.search(occasion.name)
        visitor = unions.get(occasion.people[0]) if is_visit and occasion.people else None
        if occasion.is_by_paper and self.publication and not occasion.organisers:
            return
        yield from [visitor] if visitor else _holders(occasion, article, bodies)

    def _only_day(self, article: int) -> str | None:
        """Of a piece of news: the only day, or that with which it opens."""
        day, block = next(iter(self.days[article].items()), (None, 0))
        is_plain = len(self.days[article]) == 1 or not block
        return day if is_plain and self.articles[article].genre == "news" else None


def _with_organisers(occasion: Occasion, sentence: Sentence, mentions: list[Mention]) -> Occasion:
    """活动由市总工会主办: who held what the sentence before told of."""
    if "由" not in sentence.text or not HOLDS.match(sentence.text):
        return occasion
    announced = Organisers(sentence.text, mentions).announced()
    if occasion.organisers and not HOSTS.search(sentence.text):
        return occasion  # 活动由权益部牵头: who holds it was said before
    return replace(occasion, organisers=announced) if announced else occasion


def _holders(occasion: Occasion, article: int, bodies: Bodies) -> list[str]:
    """Whole names of those who hold it; the union of the article, where its text reports and names nobody."""
    is_session = SESSION_ALONE.match(occasion.name) or FIRST_SESSION.fullmatch(occasion.name)
    is_ours = occasion.is_reported or is_session is not None
    holders = [name for body in occasion.organisers if (name := _whole(body, occasion, article, bodies))]
    is_ours = is_ours and not (occasion.organisers and not holders)
    if occasion.is_deed:
        holders = [DEPARTMENT.sub("", name) for name in holders]
        is_ours = is_ours and VISITS.search(occasion.name) is not None  # what others do on a day is theirs
        if _is_of_a_person(occasion):
            holders, is_ours = [], False
    if not holders and (committee := COMMITTEE_ALONE.fullmatch(occasion.name)):
        union = bodies.unions.main(article)
        return [union + committee["name"].replace("经审委", "经费审查委员会")] if union else []
    if not holders and (of := OF_ALL.match(occasion.name)):
        holders = list(filter(None, [bodies.whole(f"{of['level']}总工会", article)]))
    if not holders and is_ours and (main := bodies.unions.main(article)):
        holders = [main]
    if FOUNDED.search(occasion.name):
        holders = [name for name in holders if not _founds(occasion.name, name)]
    return holders


def _whole(body: Mention, occasion: Occasion, article: int, bodies: Bodies) -> str | None:
    """Of a bare 公司 the company that the article tells of, or None."""
    whole = bodies.whole(body.text, article, occasion.passage)
    if not body.is_part or whole not in (None, body.text):
        return whole or body.text
    return bodies.only_one_ending(body.text, article)


def _union_of(person: Person) -> str | None:
    return next((post.organisation for post in person.posts if post.organisation.endswith("工会")), None)


def _is_of_a_person(occasion: Occasion) -> bool:
    """梅若华到夜校旁听 is no event of the union of the article, 梅若华到矿上慰问 is."""
    if VISITS.search(occasion.name):
        return False
    before, person, behind = next(
        (parts for name in occasion.people if (parts := occasion.name.partition(name))[1]), ("", "", "")
    )
    return bool(person) and len(before) < LONGEST_POST and behind.startswith(GOES)


def _founds(name: str, body: str) -> bool:
    """茶业工会联合会成立大会: what is founded holds no meeting yet."""
    founded = FOUNDED.split(name)[0]
    return founded.endswith(("会", "公司", "中心", "站")) and body.endswith(founded[-6:])

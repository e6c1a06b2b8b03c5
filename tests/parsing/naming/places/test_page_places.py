"""Which places a page has beside those that are listed by their names in full."""

import pytest

from unioncms.parsing.naming.places.page import Places


@pytest.mark.parametrize(
    ("text", "name", "is_place"),
    [
        ("木垒县工会办班。", "木垒县", True),  # 木垒哈萨克自治县
        ("代表到泸县县城，泸县县城很大。", "泸县县", False),
        ("龙马潭区开会，龙马潭区办班。", "马潭区", False),
        ("凤梧区开会，凤梧区办班。", "凤梧区", True),
    ],
)
def test_places_of_a_page(text, name, is_place):
    assert (name in Places(text).names) == is_place

"""The register that documents lead to depends on the set of them, never on the order."""

import os
import random
from itertools import permutations
from pathlib import Path

import pytest

from tests.articles.registering import prepare_folder, registers

pytestmark = pytest.mark.django_db
REFERENCE = os.environ.get("UNIONCMS_REFERENCE", "")
ORDERS = 12


@pytest.mark.skipif(not REFERENCE, reason="UNIONCMS_REFERENCE names no folder of real documents")
def test_twelve_orders_of_the_real_documents_lead_to_one_register():
    every = list(permutations(prepare_folder(Path(REFERENCE) / "seeds")))
    first, *others = registers(random.Random(4).sample(every, ORDERS))
    assert len(first["people"]) > 50
    assert all(other == first for other in others)


def test_the_specimens_lead_to_one_register():
    documents = prepare_folder(Path(__file__).parents[2] / "seeds")
    orders = [tuple(documents), tuple(reversed(documents)), tuple(documents[5:] + documents[:5])]
    first, *others = registers(orders)
    assert len(first["people"]) > 20
    assert all(other == first for other in others)

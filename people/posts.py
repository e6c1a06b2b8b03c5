"""Posts that one person holds at a time."""

import re

_SEATS = (
    "主席|书记|主任|部长|局长|会长|院长|校长|市长|省长|县长|区长|州长|旗长|镇长|乡长|村长|厅长|署长|处长|科长|所长|"
    "站长|行长|社长|台长|馆长|厂长|矿长|队长|总编辑|总编|秘书长|理事长|董事长|监事长|总经理|总裁|总工程师|委员长|总理|检察长"
)
SINGLE_SEAT = f"(?:{_SEATS})$"
SHARED = "副|助理|委员(?!会|长)|名誉|荣誉|顾问|候任|兼职|挂职|原|前"


def is_single_seat(title: str) -> bool:
    """主席, 党组书记: one holder at a time; 副主席 and 名誉会长 are held by several."""
    return bool(re.search(SINGLE_SEAT, title)) and not re.search(SHARED, title)

#!/usr/bin/env python3
"""sample/parties.csv: providers and buyers. Every firm is made up; 示例 (sample) in the name says so.

A credit code has the right check characters (GB 32100-2015 and, in its places 9 to 17, GB 11714) but names a district
that does not exist (…99), so that it can be no real firm's. Staff, revenue and assets are the inputs of the size
standard of 2011 (MIIT and others, no. 300); `syn_size` is what that standard makes of them.
"""

import made_up
import tables

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

HEADER = [
    "party", "role", "credit_code", "zh", "en", "zone", "area_code", "sector", "staff", "revenue_yuan", "assets_yuan",
    "founded_on", "syn_size",
]

# party | zone | area code | name | founded on | staff | revenue, 万 yuan | assets, 万 yuan
PROVIDERS = """
beichen|cn-bj|110199|北辰|Beichen|2016-03-18|1450|182000|640000
changhe|cn-sh|310199|长河|Changhe|2014-09-02|2380|415000|1210000
nanling|cn-gd|440399|南岭|Nanling|2017-05-26|960|98000|420000
shuxi|cn-sc|510199|蜀西|Shuxi|2018-11-07|410|36000|150000
saibei|cn-nm|150199|塞北|Saibei|2019-04-15|330|41000|260000
qianshan|cn-gz|520199|黔山|Qianshan|2020-08-20|270|22000|140000
longyuan|cn-gs|621099|陇原|Longyuan|2021-06-01|120|9000|88000
helan|cn-nx|640599|贺兰|Helan|2020-12-10|140|11000|95000
"""

# zone | area code | city
CITIES = [
    ("cn-bj", "110199", "北京", "Beijing"), ("cn-sh", "310199", "上海", "Shanghai"),
    ("cn-zj", "330199", "杭州", "Hangzhou"), ("cn-gd", "440399", "深圳", "Shenzhen"),
    ("cn-gd", "440199", "广州", "Guangzhou"), ("cn-js", "320199", "南京", "Nanjing"),
    ("cn-sc", "510199", "成都", "Chengdu"), ("cn-cq", "500199", "重庆", "Chongqing"),
    ("cn-gx", "450199", "南宁", "Nanning"), ("cn-ha", "410199", "郑州", "Zhengzhou"),
]
STEMS = [
    ("青禾", "Qinghe"), ("云岫", "Yunxiu"), ("启明", "Qiming"), ("和光", "Heguang"), ("远图", "Yuantu"),
    ("知微", "Zhiwei"), ("万象", "Wanxiang"), ("听澜", "Tinglan"), ("行简", "Xingjian"), ("观澜", "Guanlan"),
]

# sector of the standard | zh, en of the trade | (large, medium, small, micro) as (staff, revenue 万, assets 万)
SECTORS = [
    ("software", "软件", "Software", [(420, 15000, 9000), (160, 3200, 2600), (38, 620, 480), (7, 60, 45)]),
    ("industry", "智造", "Manufacturing", [(1300, 62000, 51000), (420, 8200, 9100), (85, 1500, 1300), (14, 260, 210)]),
    ("information", "信息", "Information", [(2400, 130000, 99000), (240, 4600, 3900), (26, 310, 250), (6, 70, 60)]),
    ("other", "科研服务", "Research", [(360, 9000, 7000), (130, 2600, 2200), (32, 540, 400), (6, 80, 50)]),
]

# sector → (small or medium if below either), (medium if at least both), (small if at least both): (staff, 万 revenue).
# None: the standard does not look at it. Source: MIIT and others 2011 no. 300.
STANDARD = {
    "industry": ((1000, 40000), (300, 2000), (20, 300)),
    "software": ((300, 10000), (100, 1000), (10, 50)),
    "information": ((2000, 100000), (100, 1000), (10, 100)),
    "other": ((300, None), (100, None), (10, None)),
}


def credit_code(area: str, name: str) -> str:
    """91 (a firm, registered by market supervision), area, organisation code, check character."""
    body = "MA" + "".join(ALPHABET[made_up.pick(f"{name}/{place}", 31)] for place in range(6))
    values = [int(sign, 36) for sign in body]
    rest = (11 - sum(value * weight for value, weight in zip(values, BODY_WEIGHTS)) % 11) % 11
    head = "91" + area + body + ("X" if rest == 10 else str(rest))
    total = sum(ALPHABET.index(sign) * weight for sign, weight in zip(head, CODE_WEIGHTS))
    return head + ALPHABET[(31 - total % 31) % 31]


def size(sector: str, staff: int, revenue: int) -> str:
    """The class by the standard of 2011; revenue in 万 yuan."""
    upper, medium, small = STANDARD[sector]

    def reaches(floor):
        return staff >= floor[0] and (floor[1] is None or revenue >= floor[1])

    if reaches(upper):
        return "large"
    return "medium" if reaches(medium) else "small" if reaches(small) else "micro"


def provider(line: str):
    party, zone, area, zh, en, founded, staff, revenue, assets = line.split("|")
    people, income = int(staff), int(revenue)
    return [
        party, "provider", credit_code(area, party), f"示例{zh}算力有限公司", f"Sample {en} Compute Ltd", zone, area,
        "information", people, income * 10000, int(assets) * 10000, founded, size("information", people, income),
    ]


def buyer(number: int):
    """40 small and medium firms, then 2 large ones that no voucher for small firms may admit."""
    party = f"buyer-{number:02d}"
    zone, area, city_zh, city_en = CITIES[number % len(CITIES)]
    stem_zh, stem_en = STEMS[(number * 7 + number // 10) % len(STEMS)]
    sector, trade_zh, trade_en, scales = SECTORS[number // 3 % len(SECTORS)]
    scale = 0 if number > 40 else 1 + made_up.pick(f"{party}/scale", 3)
    staff, revenue, assets = [
        value * (90 + made_up.pick(f"{party}/{place}", 31)) // 100 + 1 for place, value in enumerate(scales[scale])
    ]
    founded = "%d-%02d-%02d" % (
        2010 + made_up.pick(f"{party}/year", 16), 1 + made_up.pick(f"{party}/month", 12),
        1 + made_up.pick(f"{party}/day", 28),
    )
    return [
        party, "buyer", credit_code(area, party), f"示例{stem_zh}（{city_zh}）{trade_zh}有限公司",
        f"Sample {stem_en} ({city_en}) {trade_en} Ltd", zone, area, sector, staff, revenue * 10000, assets * 10000,
        founded, size(sector, staff, revenue),
    ]


def parties():
    return [provider(line) for line in PROVIDERS.strip().splitlines()] + [buyer(number) for number in range(1, 43)]


def main() -> None:
    tables.write("parties.csv", HEADER, parties())


if __name__ == "__main__":
    main()

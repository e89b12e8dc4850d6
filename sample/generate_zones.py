#!/usr/bin/env python3
"""sample/zones.csv and sample/links.csv: nation, hubs, provinces and clusters, and what lies between them.

Facts: the eight hubs and ten clusters of the national plan (NDRC and others, 2022-02-17); coordinates of provincial
capitals and cluster sites in micro-degrees (pyecharts 2.1.0, datasets/city_coordinates.json).
Estimate: one way = 2.0 ms + great-circle km x 1.5 (route) x 4.9 us/km, computed here, on a sphere of 6,371.0088 km.
Made up: every tariff, and the main cluster of a hub that has two.
"""

import decimal

import made_up
import tables

decimal.getcontext().prec = 40
D = decimal.Decimal
PI = D("3.141592653589793238462643383279502884197")
RADIUS_KM = D("6371.0088")

# code | main cluster (made up where there are two) | side | zh | en
HUBS = """
BTH|ZJK|demand|京津冀枢纽|Beijing-Tianjin-Hebei
YRD|YRDD|demand|长三角枢纽|Yangtze River Delta
GBA|SG|demand|粤港澳大湾区枢纽|Guangdong-Hong Kong-Macao Greater Bay Area
CY|TF|demand|成渝枢纽|Chengdu-Chongqing
IM|HL|supply|内蒙古枢纽|Inner Mongolia
GZ|GA|supply|贵州枢纽|Guizhou
GS|QY|supply|甘肃枢纽|Gansu
NX|ZW|supply|宁夏枢纽|Ningxia
"""

# code | hub | zh | en | longitude | latitude
CLUSTERS = """
ZJK|BTH|张家口集群|Zhangjiakou|115520000|40400000
YRDD|YRD|长三角生态绿色一体化发展示范区集群|Yangtze Delta green demonstration zone|121120000|31150000
WH|YRD|芜湖集群|Wuhu|118380000|31370000
SG|GBA|韶关集群|Shaoguan|113620000|24840000
TF|CY|天府集群|Tianfu|103920000|30580000
CQ|CY|重庆集群|Chongqing|106400000|29800000
HL|IM|和林格尔集群|Horinger|111820000|40380000
GA|GZ|贵安集群|Gui'an|106250000|26420000
QY|GS|庆阳集群|Qingyang|107630000|35730000
ZW|NX|中卫集群|Zhongwei|105180000|37520000
"""

# code (GB/T 2260, ISO 3166-2) | hub, blank: in none | zh | en | longitude | latitude of the capital
PROVINCES = """
CN-BJ|BTH|北京|Beijing|116407526|39904030
CN-TJ|BTH|天津|Tianjin|117200983|39084158
CN-HE|BTH|河北|Hebei|114480000|38030000
CN-SX||山西|Shanxi|112530000|37870000
CN-NM|IM|内蒙古|Inner Mongolia|111650000|40820000
CN-LN||辽宁|Liaoning|123380000|41800000
CN-JL||吉林|Jilin|125350000|43880000
CN-HL||黑龙江|Heilongjiang|126630000|45750000
CN-SH|YRD|上海|Shanghai|121473701|31230416
CN-JS|YRD|江苏|Jiangsu|118780000|32040000
CN-ZJ|YRD|浙江|Zhejiang|120190000|30260000
CN-AH|YRD|安徽|Anhui|117270000|31860000
CN-FJ||福建|Fujian|119300000|26080000
CN-JX||江西|Jiangxi|115890000|28680000
CN-SD||山东|Shandong|117000000|36650000
CN-HA||河南|Henan|113650000|34760000
CN-HB||湖北|Hubei|114310000|30520000
CN-HN||湖南|Hunan|113000000|28210000
CN-GD|GBA|广东|Guangdong|113230000|23160000
CN-GX||广西|Guangxi|108330000|22840000
CN-HI||海南|Hainan|110350000|20020000
CN-CQ|CY|重庆|Chongqing|106551556|29563009
CN-SC|CY|四川|Sichuan|104060000|30670000
CN-GZ|GZ|贵州|Guizhou|106710000|26570000
CN-YN||云南|Yunnan|102730000|25040000
CN-XZ||西藏|Tibet|91110000|29970000
CN-SN||陕西|Shaanxi|108950000|34270000
CN-GS|GS|甘肃|Gansu|103730000|36030000
CN-QH||青海|Qinghai|101740000|36560000
CN-NX|NX|宁夏|Ningxia|106270000|38470000
CN-XJ||新疆|Xinjiang|87680000|43770000
"""

ZONE_HEADER = [
    "zone", "code", "level", "parent", "zh", "en", "lon_micro_degrees", "lat_micro_degrees", "side",
    "syn_main_cluster", "source",
]
LINK_HEADER = [
    "from_zone", "to_zone", "great_circle_m", "one_way_us", "syn_tariff_kind", "syn_tariff_micro_yuan_per_unit_hour",
    "source",
]
PLAN = "NDRC plan 2022-02-17"
PLACES = "pyecharts 2.1.0 city coordinates"
MODEL = "estimate: 2.0 ms + km x 1.5 x 4.9 us; tariff made up"


def fields(text):
    return [line.split("|") for line in text.strip().splitlines()]


def sine(angle):
    """Taylor series; the angle is within half a turn."""
    term = total = angle
    step = 1
    while abs(term) > D("1e-36"):
        term = -term * angle * angle / ((step + 1) * (step + 2))
        total += term
        step += 2
    return total


def cosine(angle):
    return sine(PI / 2 - angle)


def arcsine(value):
    """Newton's method on the sine, from a start on the right branch; 0 <= value < 1."""
    angle = value
    for _ in range(12):
        angle += (value - sine(angle)) / cosine(angle)
    return angle


def great_circle_metres(a, b):
    """Haversine, to the metre. In decimal arithmetic, so that every machine writes the same file."""
    (lon_a, lat_a), (lon_b, lat_b) = [tuple(D(part) / 1000000 * PI / 180 for part in place) for place in (a, b)]
    across = sine((lat_b - lat_a) / 2) ** 2 + cosine(lat_a) * cosine(lat_b) * sine((lon_b - lon_a) / 2) ** 2
    return int((2 * RADIUS_KM * arcsine(across.sqrt()) * 1000).to_integral_value(decimal.ROUND_HALF_EVEN))


def one_way_us(metres: int) -> int:
    """2.0 ms + km x 1.5 x 4.9 us = 2000 us + metres x 735 / 100000."""
    return 2000 + made_up.half_even(metres * 735, 100000)


def tariff(side: str, same_hub: bool, metres: int):
    """Made up. Inside a hub nothing; to a western cluster a charge by distance, which the buyer pays; to another
    eastern hub a policy tariff, which only ranks (the plan moves load to the west)."""
    if same_hub:
        return "charge", 0
    if side == "supply":
        return "charge", 10000 + made_up.half_even(metres * 30, 1000)
    return "policy", 200000


def zones():
    rows = [["cn", "CN", "nation", "", "中国", "China", "", "", "", "", PLAN]]
    for code, main, side, zh, en in fields(HUBS):
        rows.append([code.lower(), code, "hub", "cn", zh, en, "", "", side, main.lower(), PLAN])
    for code, hub, zh, en, lon, lat in fields(PROVINCES):
        rows.append([code.lower(), code, "province", (hub or "cn").lower(), zh, en, lon, lat, "", "", PLACES])
    for code, hub, zh, en, lon, lat in fields(CLUSTERS):
        rows.append([code.lower(), code, "cluster", hub.lower(), zh, en, lon, lat, "", "", f"{PLAN}; {PLACES}"])
    return rows


def links():
    """Each pair once; the way back is the same. Provinces to clusters, then clusters to clusters."""
    sides = {code: side for code, _, side, _, _ in fields(HUBS)}
    rows = []
    clusters = fields(CLUSTERS)
    pairs = [(province, cluster) for province in fields(PROVINCES) for cluster in clusters]
    pairs += [(clusters[i], clusters[j]) for i in range(len(clusters)) for j in range(i + 1, len(clusters))]
    for start, end in pairs:
        metres = great_circle_metres((start[4], start[5]), (end[4], end[5]))
        kind, amount = tariff(sides[end[1]], start[1] == end[1], metres)
        rows.append([start[0].lower(), end[0].lower(), metres, one_way_us(metres), kind, amount, MODEL])
    return rows


def main() -> None:
    tables.write("zones.csv", ZONE_HEADER, zones())
    tables.write("links.csv", LINK_HEADER, links())


if __name__ == "__main__":
    main()

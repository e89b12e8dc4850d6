#!/usr/bin/env python3
"""sample/offers.csv: what eight made-up providers list in the eight hubs, at prices that rest on real ones.

Facts are the ANCHORS: single published prices, each with its source and date. Made up are who lists what, where, in
what size and stock (`syn_qty`), vCPU and memory beside a card, the factor on an anchor (`syn_factor` in price_src;
where there is none, the price is the anchor's), and the prices of chips for which no published price was found
(`syn_price` in price_src): those follow the A800 anchor by dense rate, times a made-up ratio.
Money in integers: micro-yuan an hour, 1 USD = 7.20 yuan, rounded half to even once at the end.
"""

import generate_chips
import made_up
import tables

HEADER = [
    "offer_id", "source", "provider", "region", "zone", "hub", "instance_type", "chip", "gpu_milli", "gpu_mem_bytes",
    "vcpu_milli", "mem_bytes", "billing", "min_term_s", "interruptible", "price_fen_per_hour", "price_mfen_per_hour",
    "price_tiers", "price_src", "currency_src", "observed_on", "fp16_flops", "syn_qty",
]

SOURCES = {
    "T": ("Tencent Cloud CVM list, chen56/qcloud-price 162b20e", "2022-05-20"),
    "A": ("AWS China list, aws/karpenter-provider-aws 1d92708", "2024-11-06"),
    "G": ("gpurentalprices.com (CC BY 4.0), adriannutiu/gpu-rental-prices ae6435a", "2026-08-22"),
    "H": ("huggingface.co brian8808/gpu-price-index", "2026-11-25"),
}

# key | chip, blank: CPU only | billing | micro-units of currency an hour for one card (CPU: one instance) | currency
# | source | what the source calls it
ANCHORS = """
t4|nvidia-t4|on_demand|8680000|CNY|T|GN7.2XLARGE32
t4-month|nvidia-t4|reserved|3424658|CNY|T|GN7.2XLARGE32, 2500 a month of 730 h
t4-aws|nvidia-t4|on_demand|5223000|CNY|A|g4dn.xlarge
p40|nvidia-p40|on_demand|15090000|CNY|T|GN8.LARGE56
v100-16|nvidia-v100-16|on_demand|36078000|CNY|A|p3.2xlarge
v100-32|nvidia-v100-32|on_demand|18040000|CNY|T|GN10X.2XLARGE40
v100-32-month|nvidia-v100-32|reserved|7109589|CNY|T|GN10X.2XLARGE40, 5190 a month of 730 h
a100-40|nvidia-a100-40|on_demand|28640000|CNY|T|GT4.4XLARGE96
a100-40-month|nvidia-a100-40|reserved|18832877|CNY|T|GT4.4XLARGE96, 13748 a month of 730 h
a10g|nvidia-a10g|on_demand|9513890|CNY|A|g5.xlarge
a10|nvidia-a10|on_demand|1000000|USD|G|OVH a10
a30|nvidia-a30|on_demand|350000|USD|G|Massed Compute a30
l4|nvidia-l4|on_demand|490000|USD|G|RunPod l4 secure
l40s|nvidia-l40s|on_demand|1350000|USD|G|Nebius l40s
l40s-spot|nvidia-l40s|spot|790000|USD|G|RunPod l40s community
a6000|nvidia-a6000|on_demand|500000|USD|G|Hyperstack rtx-a6000
rtx-4090|nvidia-rtx-4090|on_demand|740000|USD|G|RunPod rtx-4090 secure
rtx-4090-spot|nvidia-rtx-4090|spot|340000|USD|G|RunPod rtx-4090 community
a100-80|nvidia-a100-80|on_demand|1590000|USD|G|RunPod a100-sxm-80 secure
a100-80-spot|nvidia-a100-80|spot|1390000|USD|G|RunPod a100-sxm-80 community
mi300x|amd-mi300x|on_demand|2390000|USD|G|RunPod mi300x secure
a800|nvidia-a800-80|on_demand|5150000|CNY|H|A800 80GB, lowest
h20|nvidia-h20|on_demand|7500000|CNY|H|H20 96GB, lowest
c6i|| on_demand|2957470|CNY|A|c6i.2xlarge, 8 vCPU 16 GiB
c6g|| on_demand|2344100|CNY|A|c6g.2xlarge, 8 vCPU 16 GiB
"""

# chip without a published price | made-up ratio of its price for the dense rate to the A800's, in thousandths
UNPRICED = [
    ("huawei-ascend-910b", 860), ("huawei-ascend-910b4", 830), ("huawei-ascend-310p3", 900),
    ("cambricon-mlu370-x8", 880), ("cambricon-mlu370-s4", 870), ("hygon-dcu-k100-ai", 840),
    ("hygon-dcu-k100", 820), ("metax-c500", 850), ("mthreads-s4000", 890), ("kunlun-p800", 810),
    ("iluvatar-bi-v150", 800),
]

# provider | made-up price level in thousandths | sites | anchors and unpriced chips that it lists
PROVIDERS = [
    ("beichen", 1000, ["ZJK", "HL", "YRDD"],
     ["t4", "t4-month", "v100-32", "v100-32-month", "a100-40", "a800", "h20", "huawei-ascend-910b", "c6i"]),
    ("changhe", 1010, ["YRDD", "WH", "ZW"],
     ["t4-aws", "v100-16", "a10g", "a100-40-month", "a800", "l40s", "mi300x", "huawei-ascend-910b4", "c6i", "c6g"]),
    ("nanling", 990, ["SG", "GA", "TF"],
     ["a10", "l4", "l40s", "l40s-spot", "rtx-4090", "rtx-4090-spot", "h20", "huawei-ascend-310p3", "mthreads-s4000"]),
    ("shuxi", 970, ["TF", "CQ"],
     ["t4", "p40", "a30", "a6000", "rtx-4090", "hygon-dcu-k100-ai", "hygon-dcu-k100", "metax-c500", "c6g"]),
    ("saibei", 930, ["HL", "ZJK"],
     ["a100-80", "a100-80-spot", "a800", "h20", "huawei-ascend-910b", "cambricon-mlu370-x8", "cambricon-mlu370-s4"]),
    ("qianshan", 940, ["GA", "SG"],
     ["t4", "a10", "l40s", "huawei-ascend-910b", "huawei-ascend-310p3", "kunlun-p800", "iluvatar-bi-v150"]),
    ("longyuan", 900, ["QY"],
     ["a800", "h20", "a100-80", "huawei-ascend-910b", "huawei-ascend-910b4", "hygon-dcu-k100-ai", "kunlun-p800",
      "metax-c500", "c6g"]),
    ("helan", 910, ["ZW", "QY"],
     ["v100-32", "a30", "a6000", "rtx-4090", "a800", "cambricon-mlu370-x8", "huawei-ascend-910b", "metax-c500"]),
]

# cluster | hub | city
SITES = {
    "ZJK": ("BTH", "张家口"), "YRDD": ("YRD", "上海"), "WH": ("YRD", "芜湖"), "SG": ("GBA", "韶关"),
    "TF": ("CY", "成都"), "CQ": ("CY", "重庆"), "HL": ("IM", "呼和浩特"), "GA": ("GZ", "贵安"),
    "QY": ("GS", "庆阳"), "ZW": ("NX", "中卫"),
}

CARDS = [1, 2, 4, 8]
CPU_SIZES = [1, 2, 4]
MONTH_SECONDS = 730 * 3600
YUAN_FEN_PER_USD = 720


def micro_yuan(amount: int, currency: str) -> int:
    """Exact: every anchor is a whole number of micro-units."""
    return amount if currency == "CNY" else made_up.half_even(amount * YUAN_FEN_PER_USD, 100)


def price_of(key: str):
    """chip, billing, micro-yuan a card-hour, where from, currency, date."""
    for line in ANCHORS.strip().splitlines():
        name, chip, billing, amount, currency, source, called = [part.strip() for part in line.split("|")]
        if name == key:
            title, date = SOURCES[source]
            whole, part = divmod(int(amount), 1000000)
            figure = f"{whole}.{part:06d}".rstrip("0").rstrip(".")
            return chip, billing, micro_yuan(int(amount), currency), f"{figure} [{called}; {title}]", currency, date
    return unpriced(key)


def unpriced(chip: str):
    ratio = dict(UNPRICED)[chip]
    rates = {name: int(row[5]) for name, row in generate_chips.chips().items() if row[5]}
    _, _, base, _, _, date = price_of("a800")
    amount = made_up.half_even(base * rates[chip] * ratio, rates["nvidia-a800-80"] * 1000)
    told = f"syn_price {ratio}/1000 of the A800 anchor by dense rate [no published price found]"
    return chip, "on_demand", amount, told, "CNY", date


def factor_of(level: int, name: str) -> int:
    """Thousandths; one offer in four stands at its anchor's own price."""
    if made_up.pick(f"{name}/exact", 4) == 0:
        return 1000
    return level + made_up.pick(f"{name}/factor", 41) - 20


def beside(name: str, chip: str, cards: int):
    """Made up: vCPU in thousandths and memory in bytes of the whole instance."""
    if not chip:
        return cards * 8000, cards * (16 << 30)
    cores = made_up.choose(f"{name}/cores", [8, 12, 16])
    return cards * cores * 1000, cards * cores * (8 << 30)


def offer(number: int, provider: str, level: int, site: str, key: str, cards: int):
    chip, billing, amount, told, currency, date = price_of(key)
    name = f"{provider}/{site}/{key}/{cards}"
    factor = factor_of(level, name)
    # half-even once: micro-yuan an hour to thousandths of a fen
    thousandths = made_up.half_even(amount * cards * factor, 10000)
    vcpu, memory = beside(name, chip, cards)
    hub, city = SITES[site]
    _, _, _, _, _, rate, card_memory, _, _ = generate_chips.chips()[chip] if chip else [""] * 9
    return [
        f"sample-{number:05d}", "sample", provider, city, site, hub, f"{provider}.{key}.{cards}", chip,
        cards * 1000 if chip else 0, card_memory, vcpu, memory, billing, MONTH_SECONDS if billing == "reserved" else 0,
        1 if billing == "spot" else 0, max(1, made_up.half_even(thousandths, 1000)), thousandths, "",
        told if factor == 1000 else f"{told}; syn_factor {factor}/1000", currency, date,
        int(rate) * 10**9 * cards if rate else "", 1 + made_up.pick(f"{name}/stock", 64),
    ]


def offers():
    rows = []
    for provider, level, sites, keys in PROVIDERS:
        for site in sites:
            for key in keys:
                sizes = CPU_SIZES if key in ("c6i", "c6g") else CARDS
                for cards in sizes:
                    rows.append(offer(len(rows) + 1, provider, level, site, key, cards))
    return rows


def main() -> None:
    tables.write("offers.csv", HEADER, offers())


if __name__ == "__main__":
    main()

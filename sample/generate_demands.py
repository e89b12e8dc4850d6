#!/usr/bin/env python3
"""sample/demands.csv: 2,000 demands of the sample's buyers over thirty days. All of it is made up.

A limit is the median on-demand price in sample/offers.csv of the cheapest accepted chip (or of 8 vCPU), for the cards
asked for, times a made-up 0.75 to 1.60: some cannot be filled.
"""

import statistics

import generate_offers
import generate_parties
import generate_zones
import made_up
import tables

HEADER = [
    "demand_id", "source", "tenant_id", "syn_tenant", "submit_s", "duration_s", "limit_s", "gpu_milli", "chips_ok",
    "vcpu_milli", "mem_bytes", "qos", "status_src", "deadline_s", "value_curve", "syn_province",
    "syn_limit_fen_per_hour", "syn_chips_ok", "syn_max_one_way_ms",
]

COUNT = 2000
THIRTY_DAYS = 30 * 86400

# What firms ask for: accepted chips, blank for any; none: CPU only.
WISHES = [
    "nvidia-t4|nvidia-l4|nvidia-a10|huawei-ascend-310p3", "nvidia-rtx-4090|nvidia-l40s|nvidia-a6000",
    "nvidia-a100-40|nvidia-a100-80|nvidia-a800-80|huawei-ascend-910b", "nvidia-a800-80", "nvidia-h20|huawei-ascend-910b",
    "huawei-ascend-910b|huawei-ascend-910b4|cambricon-mlu370-x8", "hygon-dcu-k100-ai|metax-c500|kunlun-p800",
    "nvidia-v100-32|nvidia-v100-16", "nvidia-a10|nvidia-a10g|nvidia-a30", "amd-mi300x|nvidia-a100-80",
    "", "none", "none",
]
HOURS = [1, 2, 4, 8, 12, 24, 48, 72, 168]
CARDS = [1, 1, 1, 2, 2, 4, 8]


def medians():
    """chip, or blank for CPU only → median thousandths of a fen an hour, of one card or of one 8-vCPU instance."""
    prices = {}
    for row in generate_offers.offers():
        chip, cards, vcpu, billing, price = row[7], row[8] // 1000, row[10], row[12], row[16]
        if billing == "on_demand":
            prices.setdefault(chip, []).append(price // (cards or vcpu // 8000))
    return {chip: statistics.median_low(found) for chip, found in prices.items()}


def limit_of(name: str, wish: str, units: int, prices) -> int:
    accepted = [""] if wish == "none" else wish.split("|") if wish else [chip for chip in prices if chip]
    cheapest = min(prices[chip] for chip in accepted)
    return max(1, made_up.half_even(cheapest * units * (75 + made_up.pick(f"{name}/limit", 86)), 100 * 1000))


def demand(number: int, submit: int, buyers, provinces, prices):
    name = f"sample-demand-{number:04d}"
    buyer = made_up.choose(f"{name}/buyer", buyers)
    wish = made_up.choose(f"{name}/wish", WISHES)
    units = made_up.choose(f"{name}/units", CARDS)
    duration = made_up.choose(f"{name}/hours", HOURS) * 3600
    reach = made_up.choose(f"{name}/reach", ["", "", 5, 10, 20])
    cards = 0 if wish == "none" else units
    chips = "" if wish == "none" else wish
    return [
        name, "sample", "", buyer[0], submit, duration, "", cards * 1000, chips, units * 8000, units * (16 << 30),
        "LS" if reach == 5 else "BE", "", submit + 3 * duration, "", provinces[buyer[5]],
        limit_of(name, wish, units, prices), chips, reach,
    ]


def demands():
    buyers = [row for row in generate_parties.parties() if row[1] == "buyer"]
    provinces = {row[0]: row[4] for row in generate_zones.zones() if row[2] == "province"}
    prices = medians()
    submits = sorted(made_up.pick(f"sample-demand-{number:04d}/submit", THIRTY_DAYS) for number in range(COUNT))
    return [demand(number, submit, buyers, provinces, prices) for number, submit in enumerate(submits, 1)]


def main() -> None:
    tables.write("demands.csv", HEADER, demands())


if __name__ == "__main__":
    main()

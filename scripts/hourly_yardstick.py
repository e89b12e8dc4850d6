#!/usr/bin/env python3
"""Asks HiGHS for the linear bound of a batch whose demands have windows of their own.

usage: hourly_yardstick.py FILE HOURS SECONDS

The windows, capacities and asks by hour are those of `suanli bench clear FILE --hours HOURS`: both sides draw them from
their numbers by `mixed`. Least fills do not count in a linear bound. Printed, as JSON: the bound, whether it was proven
in SECONDS, and seconds of processor time.
"""
import json
import sys
import time

import highspy
import numpy

from mip_yardstick import read, solve


def mixed(numbers, salt):
    """SplitMix64's finaliser over number × 16 + salt, as numbers below 2³¹."""
    z = (numpy.asarray(numbers, numpy.uint64) * numpy.uint64(16) + numpy.uint64(salt + 1)) * numpy.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
    return ((z ^ (z >> numpy.uint64(31))) >> numpy.uint64(33)).astype(numpy.int64)


def windows(demands, hours):
    """One in four lasts up to 6 hours, two up to 24, one up to 72; none longer than there are."""
    numbers = numpy.arange(demands)
    most = numpy.minimum(numpy.array([6, 24, 24, 72])[mixed(numbers, 0) % 4], hours)
    lengths = 1 + mixed(numbers, 1) % most
    starts = mixed(numbers, 2) % (hours - lengths + 1)
    return starts, starts + lengths


def by_hour(capacity, ask, hours):
    """From an hour of its own on, an offer has half; one in five has a day's half without; by day, half ask more."""
    numbers, clock = numpy.arange(len(capacity))[:, None], numpy.arange(hours)[None, :]
    step, dark = mixed(numbers, 3) % hours, mixed(numbers, 5) % hours
    free = numpy.where(clock >= step, (capacity[:, None] + 1) // 2, capacity[:, None])
    free = numpy.where((mixed(numbers, 4) % 5 == 0) & (clock >= dark) & (clock < dark + 12), 0, free)
    dearer = numpy.where(mixed(numbers, 6) % 2 == 0, mixed(numbers, 7) % 16, 0)
    by_day = (clock % 24 >= 8) & (clock % 24 < 22)
    return free, ask[:, None] + numpy.where(by_day, dearer, 0)


def model(path, hours):
    """Maximise welfare: a row an offer and hour, a row a demand."""
    (capacity, ask, quantity, limit), starts, (heads, tariffs) = read(path)
    begin, end = windows(len(quantity), hours)
    free, asks = by_hour(capacity.astype(numpy.int64), ask.astype(numpy.int64), hours)
    sums = numpy.concatenate([numpy.zeros((len(ask), 1), numpy.int64), numpy.cumsum(asks, axis=1)], axis=1)
    owners = numpy.repeat(numpy.arange(len(quantity)), numpy.diff(starts))
    length = (end - begin)[owners]
    gain = (limit[owners].astype(numpy.int64) - tariffs) * length - (sums[heads, end[owners]] - sums[heads, begin[owners]])
    kept = gain > 0
    heads, owners, gain, length = heads[kept], owners[kept], gain[kept], length[kept]
    rows = len(capacity) * hours
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(gain), rows + len(quantity)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_, lp.col_lower_ = gain.astype(float), numpy.zeros(len(gain))
    lp.col_upper_ = numpy.full(len(gain), highspy.kHighsInf)
    lp.row_lower_ = numpy.full(lp.num_row_, -highspy.kHighsInf)
    lp.row_upper_ = numpy.concatenate([free.reshape(-1), quantity]).astype(float)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = numpy.concatenate([[0], numpy.cumsum(length + 1)])
    index = [numpy.append(head * hours + numpy.arange(begin[owner], end[owner]), rows + owner)
             for head, owner in zip(heads, owners)]
    lp.a_matrix_.index_ = numpy.concatenate(index).astype(numpy.int32)
    lp.a_matrix_.value_ = numpy.ones(len(lp.a_matrix_.index_))
    return lp


def main():
    path, hours, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    lp = model(path, hours)
    begin = time.process_time()
    status, found = solve(lp, seconds)
    print(json.dumps({"status": status, "bound": found.objective_function_value,
                      "seconds": time.process_time() - begin}))


if __name__ == "__main__":
    main()

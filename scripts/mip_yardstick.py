#!/usr/bin/env python3
"""Asks HiGHS for the best allocation of a batch in which some demands are filled whole or not at all.

usage: mip_yardstick.py FILE PERCENT SECONDS

Demand n is all-or-none where ((n * 2654435761 mod 2**32) >> 16) * 100 < PERCENT * 2**16, as `suanli bench clear
--all-or-none-percent` chooses. Printed, as JSON: the welfare that HiGHS found, the best bound that it proved in
SECONDS each for the program and its relaxation, in which every demand may be filled in part, the optimum of that, and
seconds of processor time.
"""
import json
import sys
import time

import highspy
import numpy


def read(path):
    with open(path, "rb") as file:
        assert file.read(8) == b"ALOC0001"
        offers, demands, arcs = numpy.fromfile(file, numpy.int64, 3)
        sides = [numpy.fromfile(file, numpy.int32, count) for count in (offers, offers, demands, demands)]
        starts = numpy.fromfile(file, numpy.int64, demands + 1)
        return sides, starts, [numpy.fromfile(file, numpy.int32, arcs) for _ in range(2)]


def all_or_none(demands, percent):
    mixed = (numpy.arange(demands, dtype=numpy.uint64) * 2654435761 % 2**32) >> 16
    return mixed * 100 < percent * 2**16


def model(path, percent):
    """Maximise welfare: a row an offer, a row a demand; a demand that is all-or-none has a column of 0 or 1 besides."""
    (capacity, ask, quantity, limit), starts, (heads, tariffs) = read(path)
    owners = numpy.repeat(numpy.arange(len(quantity)), numpy.diff(starts))
    gain = limit[owners].astype(numpy.int64) - ask[heads] - tariffs
    # Nobody pays more than the limit, not even for a part.
    kept = gain >= 0
    heads, owners, gain = heads[kept], owners[kept], gain[kept]
    whole = numpy.flatnonzero(all_or_none(len(quantity), percent))
    flows, offers = len(gain), len(capacity)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = flows + len(whole), offers + len(quantity)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_ = numpy.concatenate([gain, numpy.zeros(len(whole))]).astype(float)
    lp.col_lower_ = numpy.zeros(lp.num_col_)
    lp.col_upper_ = numpy.concatenate([numpy.minimum(capacity[heads], quantity[owners]), numpy.ones(len(whole))])
    is_whole = numpy.zeros(len(quantity), bool)
    is_whole[whole] = True
    floor = numpy.where(is_whole, 0.0, -highspy.kHighsInf)
    lp.row_lower_ = numpy.concatenate([numpy.full(offers, -highspy.kHighsInf), floor])
    lp.row_upper_ = numpy.concatenate([capacity, numpy.where(is_whole, 0, quantity)]).astype(float)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = numpy.concatenate([2 * numpy.arange(flows), 2 * flows + numpy.arange(len(whole) + 1)])
    index = numpy.empty(2 * flows, numpy.int32)
    index[0::2], index[1::2] = heads, offers + owners
    lp.a_matrix_.index_ = numpy.concatenate([index, offers + whole]).astype(numpy.int32)
    lp.a_matrix_.value_ = numpy.concatenate([numpy.ones(2 * flows), -quantity[whole].astype(float)])
    return lp, flows


def solve(lp, seconds):
    solver = highspy.Highs()
    for name, value in (("output_flag", False), ("time_limit", seconds), ("threads", 1), ("mip_rel_gap", 0.0)):
        solver.setOptionValue(name, value)
    solver.passModel(lp)
    solver.run()
    return solver.modelStatusToString(solver.getModelStatus()), solver.getInfo()


def main():
    path, percent, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    lp, flows = model(path, percent)
    relaxed, relaxation = solve(lp, seconds)
    kinds = [highspy.HighsVarType.kContinuous] * flows + [highspy.HighsVarType.kInteger] * (lp.num_col_ - flows)
    lp.integrality_ = kinds
    begin = time.process_time()
    status, found = solve(lp, seconds)
    # Ended early, the search may not have come to the bound that the relaxation is.
    bounds = [found.mip_dual_bound] + [relaxation.objective_function_value] * (relaxed == "Optimal")
    print(json.dumps({
        "status": status, "welfare": found.objective_function_value, "bound": min(bounds),
        "relaxation": relaxation.objective_function_value, "seconds": time.process_time() - begin}))


if __name__ == "__main__":
    main()

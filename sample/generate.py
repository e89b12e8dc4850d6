#!/usr/bin/env python3
"""Writes every table of the sample; with --check, compares them with the committed files instead."""

import generate_chips
import generate_demands
import generate_offers
import generate_parties
import generate_zones

for generator in (generate_chips, generate_zones, generate_parties, generate_offers, generate_demands):
    generator.main()

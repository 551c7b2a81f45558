"""Recounts the hotspots of a run from the register's own file, with nothing but Python and the definitions in docs.

usage: recount.py ACCIDENTS.csv PROJECT.gpkg

Which accidents a hotspot answers for is the only thing taken from the project. Prints what differs and a last line with
the number of hotspots and figures held against each other; ends with 1 when something differs.
"""
import csv
import math
import sqlite3
import sys
from collections import defaultdict

REACH = 250.0
LENT = 50.0  # accidents that a coarser stratum lends (docs/methods/shrinkage.md)
OUTCOMES = {"Dodelijk": "fatal", "Letsel": "injury", "Uitsluitend materiele schade": "damage_only"}
WEIGHTS = {"fatal": 5.0, "injury": 3.0, "damage_only": 0.5}
# The register's words; a party that its list has no word for stands in the free text beside it.
TWO_WHEELS = {"Fiets", "e-bike", "FATBIKE"}
MOPEDS = {"Bromfiets", "Snorfiets", "Brommobiel", "SPEED PEDELEC", "SPEEDPEDELEC", "E-STEP", "MMBS"}


def bisect(function, low, high):
    for _ in range(200):
        middle = (low + high) / 2
        if function(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def positive_mean_of_poisson(mean):
    return mean / (1 - math.exp(-mean))


def poisson_tail(count, mean):
    """P(X >= count | X >= 1), by adding up probabilities from the far end."""
    terms = [math.exp(-mean + k * math.log(mean) - math.lgamma(k + 1)) for k in range(count, count + 200)]
    return min(1.0, math.fsum(reversed(terms)) / (1 - math.exp(-mean)))


def gamma_tail(mean, variance, threshold):
    """P(rate > threshold) for a Gamma with this mean and variance, by Simpson's rule on its density."""
    rate = mean / variance
    shape = mean * rate
    end = max(threshold, mean) + 40 * math.sqrt(variance) + 40 / rate
    steps = 20000
    width = (end - threshold) / steps
    log_front = shape * math.log(rate) - math.lgamma(shape)

    def density(x):
        return math.exp(log_front + (shape - 1) * math.log(x) - rate * x)

    total = density(threshold) + density(end)
    total += math.fsum((4 if i % 2 else 2) * density(threshold + i * width) for i in range(1, steps))
    return total * width / 3


class Kind:
    """Moments of the counts of one stratum, drawn to those of the coarser one, and what follows from them."""

    def __init__(self, counts, parent_mean, parent_pairs):
        accidents = sum(counts)
        pairs = sum(x * (x - 1) for x in counts)
        self.mean = (accidents + LENT) / (len(counts) + LENT / parent_mean)
        self.pairs = (pairs + LENT * parent_pairs) / (accidents + LENT)
        self.usual = bisect(lambda m: positive_mean_of_poisson(m) - self.mean, 1e-9, self.mean)
        # A negative binomial of one and more: mean (1 + k) = pairs, mean / (1 - P(0)) = mean of the counts.
        def too_low(m):
            k = self.pairs / m - 1
            none = math.exp(-m) if k < 1e-9 else (1 + k * m) ** (-1 / k)
            return m / (1 - none) - self.mean
        # Where no mean fits, the limit of small means is taken.
        if too_low(self.pairs * 1e-6) > 0:
            self.prior_mean = self.pairs * 1e-6
        elif too_low(self.pairs) <= 0:
            self.prior_mean = self.pairs
        else:
            self.prior_mean = bisect(too_low, self.pairs * 1e-6, self.pairs)
        self.k = self.pairs / self.prior_mean - 1

    def believed(self, count):
        own = 1 / (1 + self.k * self.prior_mean)
        mean = own * self.prior_mean + (1 - own) * count
        return mean, (1 - own) * mean


def read_accidents(path, municipalities):
    with open(path, encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["gemeente"] in municipalities]
    rows.sort(key=lambda row: row["verkeersongeval_nummer"])
    return rows


def key_of(row):
    for column, kind in (("junctie_id", "junction"), ("wegvak_id", "section"), ("hectometer", "hectometre")):
        if row[column]:
            return kind, (row["straatnaam"] if kind == "hectometre" else "", row[column])
    return "point", (row["x_rd"], row["y_rd"])


def stratum_of(row, kind):
    return (kind, row["maximum_snelheid"], row["bebouwde_kom"][:3], row["wegbeheerder"])


def sites_of(rows):
    sites = defaultdict(list)
    for row in rows:
        level = row["niveau_koppelen"]
        if row["wegbeheerder"] != "Rijk" and ("exact" in level or "kruispunt" in level):
            sites[(row["gemeente"], key_of(row))].append(row)
    return sites


def levels_of(sites):
    """Estimate, variance, usual and q per site."""
    depths = [lambda s: (), lambda s: s[:1], lambda s: s[:2], lambda s: s]
    strata = {where: stratum_of(rows[0], where[1][0]) for where, rows in sites.items()}
    kinds = [{}, {}, {}, {}]
    for depth, coarse in enumerate(depths):
        counts = defaultdict(list)
        for where, rows in sites.items():
            counts[coarse(strata[where])].append(len(rows))
        for stratum, seen in counts.items():
            parent = kinds[depth - 1][depths[depth - 1](stratum + ("",) * (4 - len(stratum)))] if depth else None
            kinds[depth][stratum] = Kind(seen, parent.mean if parent else 1.2, parent.pairs if parent else 0.5)
    levels, p_values = {}, []
    for where, rows in sites.items():
        kind = kinds[3][strata[where]]
        mean, variance = kind.believed(len(rows))
        levels[where] = [mean, variance, kind.usual, 1.0]
        p_values.append((1.0 if len(rows) == 1 else poisson_tail(len(rows), kind.usual), where))
    p_values.sort(key=lambda pair: pair[0])
    least = 1.0
    for rank in range(len(p_values), 0, -1):
        p, where = p_values[rank - 1]
        least = min(least, p * len(p_values) / rank)
        levels[where][3] = least
    return levels


def main(accidents_path, project_path):
    project = sqlite3.connect(f"file:{project_path}?mode=ro", uri=True)
    project.row_factory = sqlite3.Row
    municipalities = {row["name"] for row in project.execute("SELECT name FROM municipalities")}
    rows = read_accidents(accidents_path, municipalities)
    by_number = {row["verkeersongeval_nummer"]: row for row in rows}
    sites = sites_of(rows)
    levels = levels_of(sites)

    answering = defaultdict(list)
    for row in project.execute("SELECT number, hotspot_id FROM accidents WHERE hotspot_id IS NOT NULL"):
        answering[row["hotspot_id"]].append(by_number[row["number"]])

    wrong, held = [], 0

    def hold(hotspot, figure, theirs, ours, margin=1e-6):
        nonlocal held
        held += 1
        same = theirs == ours if ours is None or theirs is None else abs(theirs - ours) <= margin
        if not same:
            wrong.append(f"{hotspot}: {figure} is {theirs}, recounted {ours}")

    count = 0
    for spot in project.execute("SELECT * FROM hotspots"):
        count += 1
        name, mine = spot["hotspot_id"], answering[spot["hotspot_id"]]
        outcomes = [OUTCOMES[row["verkeersongeval_afloop"]] for row in mine]
        hold(name, "accidents", spot["accidents"], len(mine))
        for outcome in WEIGHTS:
            hold(name, outcome, spot[outcome], outcomes.count(outcome))
        hold(name, "weighted", spot["weighted"], sum(WEIGHTS[o] for o in outcomes))
        light = [row["lichtgesteldheid"] for row in mine if row["lichtgesteldheid"]]
        hold(name, "dark_share", spot["dark_share"], light.count("Duisternis") / len(light) if light else None)
        alcohol = [row["indicatie_alcohol"] for row in mine]
        hold(name, "alcohol_share", spot["alcohol_share"], alcohol.count("Ja") / len(mine) if mine else None)

        def parties(row):
            return {row[f"partij_{i}_objecttype"] or row[f"partij_{i}_objecttype_overig"] for i in (1, 2)}

        if "with_bicycle" in spot.keys():
            hold(name, "with_bicycle", spot["with_bicycle"], sum(bool(parties(row) & TWO_WHEELS) for row in mine))
            hold(name, "with_pedestrian", spot["with_pedestrian"],
                 sum("Voetganger" in parties(row) for row in mine))
            hold(name, "with_moped", spot["with_moped"], sum(bool(parties(row) & MOPEDS) for row in mine))

        here = {(row["gemeente"], key_of(row)) for row in mine}
        together = [levels[where] for where in here]
        mean, variance = sum(l[0] for l in together), sum(l[1] for l in together)
        usual = sum(l[2] for l in together)
        hold(name, "expected", spot["expected"], mean)
        hold(name, "excess", spot["excess"], mean - usual)
        hold(name, "prob_above", spot["prob_above"], gamma_tail(mean, variance, usual) if mean > 0 else 0.0, 1e-5)
        hold(name, "q_value", spot["q_value"], min((l[3] for l in together), default=1.0))
        if "expected_low" in spot.keys() and spot["expected_low"] is not None and mean > 0:
            hold(name, "chance below the interval", 0.025, 1 - gamma_tail(mean, variance, spot["expected_low"]), 1e-3)
            hold(name, "chance above the interval", 0.025, gamma_tail(mean, variance, spot["expected_high"]), 1e-3)
        for where in here:
            hold(name, f"accidents at {where}", sum(1 for row in mine if (row["gemeente"], key_of(row)) == where),
                 len(sites[where]))

        points = {(float(row["x_rd"]), float(row["y_rd"])) for row in mine}
        held += 3
        if any(math.dist(p, (spot["x"], spot["y"])) > REACH + 1e-6 for p in points):
            wrong.append(f"{name}: an accident lies beyond {REACH} m")
        if any(row["wegbeheerder"] == "Rijk" for row in mine) or spot["road_manager"] == "national":
            wrong.append(f"{name}: a motorway is no place for a municipal check")
        if any("exact" not in row["niveau_koppelen"] and "kruispunt" not in row["niveau_koppelen"] for row in mine):
            wrong.append(f"{name}: an accident of which only the street is known is counted")
        if not mine and not spot["complaints"]:
            wrong.append(f"{name}: there is nothing at this place")
        if mine:
            span = max(math.dist(p, q) for p in points | {(spot["x"], spot["y"])} for q in points)
            hold(name, "length_m", spot["length_m"], span, 0.01)

    for line in wrong[:30]:
        print(line)
    print(f"{count} hotspots, {held} figures, {len(wrong)} differ")
    return 1 if wrong or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))

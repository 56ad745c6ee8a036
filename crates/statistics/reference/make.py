"""Writes values.json: what other packages say, for the tests of this crate to compare with.

    python3 -m venv venv
    venv/bin/pip install numpy==2.4.6 pandas==2.3.3 scipy==1.17.1 statsmodels==0.15.0 \
        lifelines==0.30.3 pymannkendall==1.4.3
    venv/bin/python crates/statistics/reference/make.py

Shares and their differences are statsmodels', means, correlations and scores SciPy's, trends pymannkendall's
(with SciPy's exact p of Kendall's tau for few values without ties), survival lifelines'. Every
survival is also held against statsmodels' here, and an error ends the run where the two differ.
"""

import json
import math
import platform
from importlib.metadata import version
from pathlib import Path

import numpy
import pymannkendall
import statsmodels.api
from lifelines import KaplanMeierFitter
from lifelines.datasets import load_waltons
from scipy import stats
from statsmodels.duration.survfunc import SurvfuncRight
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

LEVELS = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999]
PACKAGES = ["numpy", "pandas", "scipy", "statsmodels", "lifelines", "pymannkendall"]


def number(value):
    """A number that JSON knows, or nothing."""
    value = float(value)
    return value if math.isfinite(value) else None


def shares():
    pairs = [(8, 10), (0, 10), (10, 10), (0, 1), (1, 1), (1, 2), (3, 7), (29, 30), (81, 263), (15, 148),
             (0, 20), (1, 1_000_000), (500_000, 1_000_000), (123_456_789, 9_876_543_210)]
    cases = []
    for count, of in pairs:
        for level in LEVELS:
            low, high = proportion_confint(count, of, alpha=1 - level, method="wilson")
            cases.append({"count": count, "of": of, "level": level, "low": float(low), "high": float(high)})
    return cases


def share_differences():
    pairs = [((56, 70), (48, 80)), ((9, 10), (3, 10)), ((6, 7), (2, 7)), ((5, 56), (0, 29)), ((0, 10), (0, 20)),
             ((0, 10), (0, 10)), ((10, 10), (0, 20)), ((10, 10), (0, 10)), ((1, 1), (0, 1)), ((30, 1000), (51, 1200)),
             ((400_000, 1_000_000), (1, 3))]
    cases = []
    for first, second in pairs:
        for level in (0.8, 0.95, 0.99):
            low, high = confint_proportions_2indep(
                *first, *second, compare="diff", method="newcomb", alpha=1 - level)
            cases.append({"first": first, "second": second, "level": level,
                          "value": first[0] / first[1] - second[0] / second[1],
                          "low": float(low), "high": float(high)})
    return cases


# The extra hours of sleep of two groups of ten (Student 1908), and rows made to be difficult.
SLEEP = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
OTHER_SLEEP = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]


def rows_of_numbers():
    generator = numpy.random.default_rng(1908)
    return {
        "sleep": SLEEP,
        "other sleep": OTHER_SLEEP,
        "two": [1.0, 2.0],
        "three": [3.0, 3.0, 4.0],
        "ties": [1.0, 1.0, 1.0, 5.0, 5.0, 5.0, 5.0],
        "far from nought": [1e6 + 1, 1e6 + 2, 1e6 + 4, 1e6 + 8],
        "small": [1e-9, 2e-9, 5e-9, 3e-9, 8e-9],
        "one of many": [0.0] * 39 + [1.0],
        "hundred and ninety": [round(float(x), 6) for x in generator.normal(4, 1, 190)],
        "three hundred": [round(float(x), 6) for x in generator.exponential(3, 300)],
    }


def means():
    cases = []
    for name, values in rows_of_numbers().items():
        mean, deviation = numpy.mean(values), numpy.std(values, ddof=1)
        for level in LEVELS:
            low, high = stats.t.interval(level, len(values) - 1, loc=mean, scale=stats.sem(values))
            cases.append({"row": name, "level": level, "mean": float(mean), "deviation": float(deviation),
                          "low": float(low), "high": float(high)})
    return cases


def mean_differences():
    rows = rows_of_numbers()
    pairs = [("sleep", "other sleep"), ("two", "three"), ("two", "sleep"), ("ties", "other sleep"),
             ("far from nought", "ties"), ("small", "one of many"), ("hundred and ninety", "three hundred"),
             ("three hundred", "one of many"), ("sleep", "sleep"), ("two", "three hundred")]
    cases = []
    for first, second in pairs:
        for level in (0.8, 0.95, 0.999):
            result = stats.ttest_ind(rows[first], rows[second], equal_var=False)
            interval = result.confidence_interval(level)
            cases.append({"first": first, "second": second, "level": level,
                          "value": float(numpy.mean(rows[first]) - numpy.mean(rows[second])),
                          "p": float(result.pvalue), "low": float(interval.low), "high": float(interval.high)})
    return cases


def correlations():
    """Whole rows, and a row of ones and noughts: whether one chose something, against what else one can."""
    generator = numpy.random.default_rng(1921)
    able = [round(float(x), 6) for x in generator.normal(0, 1, 40)]
    chosen = [float(x > 0.2) for x in able[:36]] + [1.0, 0.0, 1.0, 0.0]
    pairs = [(SLEEP, OTHER_SLEEP), ([1.0, 2.0, 3.0, 5.0], [2.0, 1.0, 5.0, 4.0]), (able, chosen),
             (able, [1.0 - x for x in chosen]), (able, [float(x) for x in generator.integers(0, 2, 40)])]
    cases = []
    for one, other in pairs:
        result = stats.pearsonr(one, other)
        for level in LEVELS:
            low, high = result.confidence_interval(level)
            cases.append({"pairs": list(zip(one, other)), "level": level, "value": float(result.statistic),
                          "low": float(low), "high": float(high)})
    return cases


def tails():
    """Student's quantile and tail, where a mean of so many numbers would be too long to write down."""
    cases = []
    for freedoms in [1, 1.5, 2, 3, 7.25, 29, 100, 199, 199.9, 200, 201.5, 500, 1000, 12_345.6, 1e6, 1e12]:
        for level in [0.01, 0.1, *LEVELS, 0.999999]:
            distance = float(stats.t.isf((1 - level) / 2, freedoms))
            cases.append({"freedoms": freedoms, "level": level, "distance": distance,
                          "tail": float(2 * stats.t.sf(distance, freedoms))})
    return cases


def scores():
    """A score is the mean of 1, 0 and -1, whose standard error SciPy knows; the ends are cut to the scale."""
    counts = [(6, 3, 1), (1, 0, 1), (1, 1, 0), (0, 1, 1), (50, 30, 20), (3, 90, 7), (0, 5, 45), (99, 0, 1), (1, 1, 1),
              (40_000, 30_000, 30_000)]
    cases = []
    for promoters, passives, detractors in counts:
        answers = numpy.repeat([1.0, 0.0, -1.0], [promoters, passives, detractors])
        value, error = 100 * answers.mean(), 100 * stats.sem(answers, ddof=0)
        for level in LEVELS:
            low, high = stats.norm.interval(level, loc=value, scale=error)
            cases.append({"promoters": promoters, "passives": passives, "detractors": detractors, "level": level,
                          "value": float(value), "error": float(error),
                          "low": float(max(low, -100)), "high": float(min(high, 100))})
    return cases


def trends():
    generator = numpy.random.default_rng(1945)
    nile = statsmodels.api.datasets.nile.load_pandas().data["volume"].tolist()
    rows = {
        "Nile 1871-1970 (ties)": nile,
        "Nile, first ten (ties)": nile[:10],
        "six rising": [1, 2, 3, 4, 5, 6],
        "six nearly rising": [1, 3, 2, 4, 5, 6],
        "seven falling": [9, 8, 6, 5, 3, 2, 1.5],
        "eight without a trend": [3, 8, 1, 6, 2, 7, 4, 5],
        "score of nought": [1, 4, 2.5, 2, 3, 0.5, 5, 0, 6, -1],
        "ten": [2.1, 2.0, 2.4, 2.2, 2.9, 2.8, 3.1, 2.7, 3.3, 3.2],
        "ten with a tie": [2.1, 2.0, 2.4, 2.2, 2.9, 2.9, 3.1, 2.7, 3.3, 3.2],
        "eleven": [2.1, 2.0, 2.4, 2.2, 2.9, 2.8, 3.1, 2.7, 3.3, 3.2, 3.0],
        "mostly equal": [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1],
        "all equal": [4, 4, 4, 4, 4, 4, 4],
        "two values": [1, 0, 1, 0, 0, 1, 0, 0, 0, 0],
        "sixty": [round(float(x), 3) for x in generator.normal(0, 1, 60) + numpy.arange(60) * 0.03],
        "sixty in whole numbers": [int(x) for x in generator.poisson(4, 60)],
    }
    cases = []
    for name, values in rows.items():
        values = [float(value) for value in values]
        result = pymannkendall.original_test(values, alpha=0.01)
        exact = len(values) <= 10 and len(set(values)) == len(values)
        p = stats.kendalltau(range(len(values)), values, method="exact").pvalue if exact else result.p
        cases.append({"name": name, "score": int(result.s), "p": float(p), "slope": float(result.slope),
                      "values": values})
    return cases


# Weeks of remission of patients with leukaemia (Freireich and others, Blood 21, 1963).
TREATED = ([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35])
PLACEBO = ([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], [])


def spans():
    generator = numpy.random.default_rng(1958)
    waltons = load_waltons()
    lasting, watched = generator.exponential(200, 200).round(1), generator.exponential(20, 200).round(1)
    rows = {
        "Freireich, treated": TREATED,
        "Freireich, placebo": PLACEBO,
        "all censored": ([], [3, 5, 5, 8]),
        "one that ended": ([4], []),
        "one that was censored": ([], [4]),
        "all at once": ([7] * 5, []),
        "ended and censored at once": ([7, 7, 9], [7, 7, 9, 9]),
        "at once at the beginning": ([0, 0, 3], [0, 5]),
        "the last was censored": ([1, 2, 3], [10]),
    }
    rows = {name: [(float(day), True) for day in ended] + [(float(day), False) for day in censored]
            for name, (ended, censored) in rows.items()}
    for group in ("miR-137", "control"):
        chosen = waltons[waltons["group"] == group]
        rows[f"Waltons, {group}"] = [(float(t), bool(e)) for t, e in zip(chosen["T"], chosen["E"])]
    rows["heavily censored"] = [(float(min(a, b)), bool(a <= b)) for a, b in zip(lasting, watched)]
    return rows


def survivals():
    cases = []
    for name, row in spans().items():
        days, ended = [day for day, _ in row], [end for _, end in row]
        for level in (0.8, 0.95):
            fitter = KaplanMeierFitter(alpha=1 - level).fit(days, ended)
            table, curve = fitter.event_table, fitter.survival_function_.iloc[:, 0]
            bounds = fitter.confidence_interval_
            steps = []
            for day in table.index:
                if table.loc[day, "removed"] == 0:
                    continue
                survival = float(curve.loc[day])
                # Where survival is 0 or 1 the formula knows no width, and lifelines fills in the ends.
                within = 1e-14 < survival < 1 - 1e-14
                low, high = bounds.loc[day] if within else (math.nan, math.nan)
                counts = [int(table.loc[day, column]) for column in ("at_risk", "observed", "censored")]
                # Days, at risk, ended, censored, survival, low, high.
                steps.append([float(day), *counts, survival, number(low), number(high)])
            agree(name, days, ended, curve)
            cases.append({"spans": name, "level": level, "median": number(fitter.median_survival_time_), "steps": steps})
    return cases


def agree(name, days, ended, curve):
    """Ends the run where statsmodels' estimate is another."""
    if not any(ended):
        return
    other = SurvfuncRight(numpy.array(days), numpy.array(ended, dtype=int))
    for day, survival in zip(other.surv_times, other.surv_prob):
        assert abs(curve.loc[day] - survival) < 1e-12, (name, day)


def main():
    values = {
        "made with": {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}},
        "shares": shares(),
        "share_differences": share_differences(),
        "rows": rows_of_numbers(),
        "means": means(),
        "mean_differences": mean_differences(),
        "correlations": correlations(),
        "tails": tails(),
        "scores": scores(),
        "trends": trends(),
        "spans": spans(),
        "survivals": survivals(),
    }
    parts = [f"{json.dumps(name)}: {lines(part)}" for name, part in values.items()]
    text = "{\n" + ",\n".join(parts) + "\n}\n"
    Path(__file__).with_name("values.json").write_text(text, encoding="ascii")


def lines(part):
    """JSON with a line for each case."""
    if isinstance(part, list):
        return "[\n" + ",\n".join(json.dumps(case, allow_nan=False) for case in part) + "\n]"
    named = (f"{json.dumps(name)}: {json.dumps(value, allow_nan=False)}" for name, value in part.items())
    return "{\n" + ",\n".join(named) + "\n}"


if __name__ == "__main__":
    main()

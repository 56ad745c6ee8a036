"""People and questions that are made up, and what girth finds of them: what tests/simulated.rs is held against.

    python -m venv venv && venv/bin/pip install girth==0.8.0 && venv/bin/python simulate.py

Writes simulated.csv: a line for each question with the parameters that it was made with and those that girth's
`twopl_mml` finds from 800 people, and then a line for each person with their answers, their true ability, and the
ability that girth's `ability_eap` finds at its own parameters.
"""

import numpy
from girth import ability_eap, twopl_mml

PEOPLE, ITEMS = 800, 20
QUADRATURE = {"quadrature_bounds": (-6, 6), "quadrature_n": 121}

dice = numpy.random.default_rng(20261126)
ability = dice.standard_normal(PEOPLE)
discrimination = numpy.exp(dice.normal(0.1, 0.3, ITEMS))
difficulty = dice.normal(0.0, 1.0, ITEMS)
logit = discrimination[:, None] * (ability[None, :] - difficulty[:, None])
answers = (dice.random((ITEMS, PEOPLE)) < 1 / (1 + numpy.exp(-logit))).astype(int)

found = twopl_mml(answers, {**QUADRATURE, "max_iteration": 200})
abilities = ability_eap(answers, found["Difficulty"], found["Discrimination"], QUADRATURE)

with open("simulated.csv", "w") as out:
    for item in range(ITEMS):
        row = [discrimination[item], difficulty[item], found["Discrimination"][item], found["Difficulty"][item]]
        out.write("item," + ",".join(f"{value:.6f}" for value in row) + "\n")
    for person in range(PEOPLE):
        right = "".join(str(value) for value in answers[:, person])
        out.write(f"person,{right},{ability[person]:.6f},{abilities[person]:.6f}\n")

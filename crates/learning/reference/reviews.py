"""Reviews that are made up, and what py-fsrs makes of them: what src/card/rules/tests.rs is held against.

    python -m venv venv && venv/bin/pip install fsrs==6.3.2 && venv/bin/python reviews.py

Writes reviews.csv: a line for each review with the number of its card, the grade (1 again, 2 hard, 3 good), the days since
the review before, the stability and the difficulty after it, the days until it comes back, and the chance with which it is
remembered ten days later. Cards of even number fade as most people's memories do, the others as other weights say.
"""

import random
from datetime import datetime, timedelta, timezone

from fsrs import Card, Rating, Scheduler

OTHER = [0.4, 1.5, 3.1, 9.0, 6.1, 0.9, 2.8, 0.01, 1.6, 0.2, 0.9, 1.4, 0.08, 0.3, 1.5, 0.5, 2.0, 0.5, 0.1, 0.1, 0.3]
CARDS, REVIEWS = 40, 8

dice = random.Random(20261126)
plain = {"learning_steps": (), "relearning_steps": (), "enable_fuzzing": False, "desired_retention": 0.9}
schedulers = [Scheduler(**plain), Scheduler(parameters=OTHER, **plain)]

with open("reviews.csv", "w") as out:
    for number in range(CARDS):
        scheduler, card = schedulers[number % 2], Card()
        at = datetime(2026, 1, 1, tzinfo=timezone.utc)
        for review in range(REVIEWS):
            days = 0 if review == 0 else dice.choice([1, 2, 3, 5, 8, 13, 30, 90])
            at += timedelta(days=days)
            grade = dice.choice([1, 2, 3, 3, 3])
            card, _ = scheduler.review_card(card, Rating(grade), at)
            rest, later = (card.due - at).days, scheduler.get_card_retrievability(card, at + timedelta(days=10))
            out.write(f"{number},{grade},{days},{card.stability:.9f},{card.difficulty:.9f},{rest},{later:.9f}\n")

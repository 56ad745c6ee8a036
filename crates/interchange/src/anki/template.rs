//! The kind of note that questions become, and how its card looks.

use serde_json::{Value, json};

use crate::limits::MOST_OPTIONS;
use crate::question::letter;

/// What the kind is called.
pub(super) const NAME: &str = "Rapport question";

/// Its number: Anki tells kinds by it, and it must stay, or each import would make another kind.
pub(super) const KIND: i64 = 1_767_225_600_001;

const STYLE: &str = ".card { font-family: sans-serif; font-size: 18px; text-align: left; color: black; background: white; }\n\
    .key { font-weight: bold; }\n.source { font-size: 14px; color: #555; }\n.nightMode .source { color: #aaa; }\n";

/// The names of the fields, in their order.
pub(super) fn fields() -> Vec<String> {
    let letters = || (0..MOST_OPTIONS).map(letter);
    let mut fields = vec!["Name".to_owned(), "Question".to_owned()];
    fields.extend(letters().map(|letter| letter.to_string()));
    fields.push("Key".to_owned());
    fields.extend(letters().map(|letter| format!("Why{letter}")));
    fields.extend(["Explanation", "Competency", "Level", "Setting", "Source"].map(str::to_owned));
    fields
}

/// What is shown first: the question with its options.
fn front() -> String {
    let option = |letter: char| format!("{{{{#{letter}}}}}<li>{{{{{letter}}}}}</li>{{{{/{letter}}}}}");
    let options: String = (0..MOST_OPTIONS).map(letter).map(option).collect();
    format!("<div>{{{{Question}}}}</div>\n<ol type=\"A\">{options}</ol>")
}

/// What is shown then: the key, and why each option is right or wrong.
fn back() -> String {
    let reason =
        |letter: char| format!("{{{{#Why{letter}}}}}<p><b>{letter}</b> {{{{Why{letter}}}}}</p>{{{{/Why{letter}}}}}\n");
    let reasons: String = (0..MOST_OPTIONS).map(letter).map(reason).collect();
    let explanation = "{{#Explanation}}<p>{{Explanation}}</p>{{/Explanation}}\n";
    let source = "{{#Source}}<p class=\"source\">{{Source}}</p>{{/Source}}";
    format!("{{{{FrontSide}}}}\n<hr id=answer>\n<p class=\"key\">{{{{Key}}}}</p>\n{reasons}{explanation}{source}")
}

/// The settings of a collection: how it works, its kinds of notes, its decks, and how decks are learned.
pub(super) fn settings(deck: i64, title: &str, seconds: i64) -> [String; 4] {
    let conf = json!({
        "nextPos": 1, "estTimes": true, "activeDecks": [1], "sortType": "noteFld", "timeLim": 0, "sortBackwards": false,
        "addToCur": true, "curDeck": 1, "newBury": true, "newSpread": 0, "dueCounts": true, "curModel": KIND.to_string(),
        "collapseTime": 1200
    });
    let models = json!({ KIND.to_string(): kind(deck, seconds) });
    let decks = json!({ "1": a_deck(1, "Default", seconds), deck.to_string(): a_deck(deck, title, seconds) });
    let learned = json!({ "1": {
        "id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": true, "timer": 0, "replayq": true,
        "dyn": false,
        "new": { "bury": true, "delays": [1, 10], "initialFactor": 2500, "ints": [1, 4, 7], "order": 1, "perDay": 20,
            "separate": true },
        "rev": { "bury": true, "ease4": 1.3, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500, "minSpace": 1, "perDay": 200 },
        "lapse": { "delays": [10], "leechAction": 0, "leechFails": 8, "minInt": 1, "mult": 0 }
    } });
    [conf, models, decks, learned].map(|value| value.to_string())
}

fn kind(deck: i64, seconds: i64) -> Value {
    let field = |(ord, name): (usize, String)| json!({ "name": name, "ord": ord, "sticky": false, "rtl": false, "font": "Arial", "size": 20, "media": [] });
    let fields: Vec<Value> = fields().into_iter().enumerate().map(field).collect();
    json!({
        "id": KIND, "name": NAME, "type": 0, "mod": seconds, "usn": -1, "sortf": 0, "did": deck, "css": STYLE, "tags": [],
        "vers": [], "flds": fields, "latexPre": "", "latexPost": "", "latexsvg": false, "req": [[0, "any", [1]]],
        "tmpls": [{ "name": "Question", "ord": 0, "qfmt": front(), "afmt": back(), "bqfmt": "", "bafmt": "", "did": null }]
    })
}

fn a_deck(id: i64, name: &str, seconds: i64) -> Value {
    json!({
        "id": id, "name": name, "desc": "", "mod": seconds, "usn": -1, "dyn": 0, "conf": 1, "collapsed": false,
        "browserCollapsed": false, "extendNew": 0, "extendRev": 0, "newToday": [0, 0], "revToday": [0, 0],
        "lrnToday": [0, 0], "timeToday": [0, 0]
    })
}

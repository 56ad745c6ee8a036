//! How much each sign weighs: the usual figures, or those of the organization.

use std::collections::BTreeMap;

use ground::fields::Choice;
use ground::{Error, Fields, Refusal, Result};
use serde::Serialize;
use serde_json::{Map, Value};

use super::signals::{Band, Dimension, Signal};

/// What everything can take together.
pub const ALL_POINTS: i64 = 100;
/// The largest limit that can be set.
const MOST: i64 = 1_000;

/// How health is reckoned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Weights {
    /// How many points a sign takes, each time.
    pub points: BTreeMap<Signal, i64>,
    /// From when on a sign counts.
    pub limits: BTreeMap<Signal, i64>,
    /// How many points a dimension takes at most.
    pub caps: BTreeMap<Dimension, i64>,
    /// From how many points on it is steady.
    pub steady: i64,
    /// From how many points on it needs attention; below, it is at risk.
    pub attention: i64,
    /// With data of fewer dimensions than this there is no number.
    pub needed: i64,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            points: Signal::ALL.iter().map(|signal| (*signal, signal.usual_points())).collect(),
            limits: Signal::ALL.iter().filter_map(|signal| Some((*signal, signal.usual_limit()?))).collect(),
            caps: Dimension::ALL.iter().map(|dimension| (*dimension, dimension.usual_cap())).collect(),
            steady: 75,
            attention: 50,
            needed: 3,
        }
    }
}

impl Weights {
    /// How many points a sign takes, each time.
    #[must_use]
    pub fn points(&self, signal: Signal) -> i64 {
        self.points.get(&signal).copied().unwrap_or_else(|| signal.usual_points())
    }

    /// From when on a sign counts; nothing where it counts whenever it is there.
    #[must_use]
    pub fn limit(&self, signal: Signal) -> i64 {
        self.limits.get(&signal).copied().or_else(|| signal.usual_limit()).unwrap_or_default()
    }

    /// How many points a dimension takes at most.
    #[must_use]
    pub fn cap(&self, dimension: Dimension) -> i64 {
        self.caps.get(&dimension).copied().unwrap_or_else(|| dimension.usual_cap())
    }

    /// How so many points look.
    #[must_use]
    pub const fn band(&self, score: i64) -> Band {
        if score >= self.steady {
            Band::Steady
        } else if score >= self.attention {
            Band::Attention
        } else {
            Band::AtRisk
        }
    }

    /// Reads what was typed; what is wrong stands beside its field.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let mut read = Self::default();
        let mut all_there = true;
        for signal in Signal::ALL {
            let points = number(fields, format!("points_{}", signal.word()), ALL_POINTS);
            all_there &= points.is_some_and(|points| read.points.insert(*signal, points).is_some());
            if signal.usual_limit().is_some() {
                let limit = number(fields, format!("limit_{}", signal.word()), MOST);
                all_there &= limit.is_some_and(|limit| read.limits.insert(*signal, limit).is_some());
            }
        }
        for dimension in Dimension::ALL {
            let cap = number(fields, format!("cap_{}", dimension.word()), ALL_POINTS);
            all_there &= cap.is_some_and(|cap| read.caps.insert(*dimension, cap).is_some());
        }
        read.steady = fields.number("steady", 1..=ALL_POINTS)?;
        read.attention = fields.number("attention", 0..=ALL_POINTS)?;
        read.needed = fields.number("needed", 1..=6)?;
        if all_there { read.checked(fields) } else { None }
    }

    fn checked(self, fields: &mut Fields) -> Option<Self> {
        let sum: i64 = self.caps.values().sum();
        if sum != ALL_POINTS {
            fields.refuse("cap_promises", Refusal::new("health-caps").with("sum", sum.to_string()));
            return None;
        }
        if self.attention >= self.steady {
            fields.refuse("attention", Refusal::new("health-bands"));
            return None;
        }
        Some(self)
    }

    /// As they stand in a form.
    #[must_use]
    pub fn typed(&self) -> Fields {
        let mut fields = Fields::default();
        for (signal, points) in &self.points {
            fields.put(&format!("points_{}", signal.word()), points.to_string());
        }
        for (signal, limit) in &self.limits {
            fields.put(&format!("limit_{}", signal.word()), limit.to_string());
        }
        for (dimension, cap) in &self.caps {
            fields.put(&format!("cap_{}", dimension.word()), cap.to_string());
        }
        let rest = [("steady", self.steady), ("attention", self.attention), ("needed", self.needed)];
        rest.into_iter().fold(fields, |fields, (name, value)| fields.set(name, value.to_string()))
    }

    /// As they are kept in a row.
    ///
    /// # Errors
    /// Broken when they cannot be written as JSON.
    pub fn text(&self) -> Result<String> {
        Ok(serde_json::to_string(self)?)
    }

    /// Those of a row. A sign that it does not name weighs as usual.
    ///
    /// # Errors
    /// Broken when the text is none of ours.
    pub fn parse(text: &str) -> Result<Self> {
        let row: Map<String, Value> = serde_json::from_str(text)?;
        let one = |name: &str| row.get(name).and_then(Value::as_i64).ok_or_else(|| unreadable(name));
        let (steady, attention, needed) = (one("steady")?, one("attention")?, one("needed")?);
        let usual = Self::default();
        Ok(Self {
            points: over(usual.points, &row, "points")?,
            limits: over(usual.limits, &row, "limits")?,
            caps: over(usual.caps, &row, "caps")?,
            steady,
            attention,
            needed,
        })
    }
}

/// The usual figures, with those of a row in their place.
fn over<K: Choice + Ord>(
    mut usual: BTreeMap<K, i64>,
    row: &Map<String, Value>,
    name: &str,
) -> Result<BTreeMap<K, i64>> {
    let theirs = row.get(name).and_then(Value::as_object).ok_or_else(|| unreadable(name))?;
    for (word, value) in theirs {
        if let (Some(key), Some(value)) = (K::from_word(word), value.as_i64()) {
            usual.insert(key, value);
        }
    }
    Ok(usual)
}

fn unreadable(name: &str) -> Error {
    Error::broken(format!("weights have no readable {name}"))
}

fn number(fields: &mut Fields, name: String, most: i64) -> Option<i64> {
    let read: Option<i64> = fields.typed(&name).trim().parse().ok().filter(|number| (0..=most).contains(number));
    if read.is_none() {
        let range = Refusal::new("field-number").with("from", "0").with("to", most.to_string());
        fields.refuse(name, range);
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_caps_are_a_hundred_and_no_sign_takes_more_than_its_dimension() {
        let usual = Weights::default();
        assert_eq!(usual.caps.values().sum::<i64>(), ALL_POINTS);
        assert!(Signal::ALL.iter().all(|signal| usual.points(*signal) <= usual.cap(signal.dimension())));
    }

    #[test]
    fn the_bands_begin_where_they_are_said_to() {
        let usual = Weights::default();
        let bands = [100, 75, 74, 50, 49, 0].map(|score| usual.band(score));
        assert_eq!(bands, [Band::Steady, Band::Steady, Band::Attention, Band::Attention, Band::AtRisk, Band::AtRisk]);
    }

    #[test]
    fn what_is_typed_is_what_is_kept() {
        let mut typed = Weights::default().typed().set("steady", "80");
        typed.put("points_silent", "9");
        let typed = Weights::read(&mut only_last(&typed)).unwrap();
        assert_eq!((typed.steady, typed.points(Signal::Silent)), (80, 9));
        assert_eq!(Weights::parse(&typed.text().unwrap()).unwrap(), typed);
        assert!(Weights::parse("{}").is_err() && Weights::parse("no").is_err());
    }

    /// A form sends each field once.
    fn only_last(fields: &Fields) -> Fields {
        let names: std::collections::BTreeSet<String> = fields.names().map(str::to_owned).collect();
        let last = |name: &str| fields.all(name).last().unwrap_or_default().to_owned();
        names.iter().fold(Fields::default(), |all, name| all.set(name, last(name)))
    }

    #[test]
    fn caps_are_a_hundred_together_and_the_bands_are_in_order() {
        for (name, value, problem) in [
            ("cap_voice", "11", "health-caps"),
            ("attention", "75", "health-bands"),
            ("points_silent", "-1", "field-number"),
            ("limit_silent", "soon", "field-number"),
        ] {
            let mut fields = only_last(&{
                let mut fields = Weights::default().typed();
                fields.put(name, value);
                fields
            });
            assert_eq!(Weights::read(&mut fields), None, "{name}");
            assert!(fields.problems().iter().any(|one| one.refusal.key == problem), "{name}");
        }
    }
}

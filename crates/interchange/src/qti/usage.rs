//! What is known of questions from answers, as QTI's usage data has it: few programs write it, and it is how statistics of
//! questions travel.

use std::fmt::Write;

use quick_xml::escape::escape;

/// Where the names of the figures are explained.
const GLOSSARY: &str = "http://www.imsglobal.org/question/qti_v2p1/imsqti_itemstats_glossary";

/// Whoever answers, where nobody says who.
const CONTEXT: &str = "urn:rapport:answers";

/// What is known of a question.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Usage {
    /// The question's name.
    pub name: String,
    /// Of whom it is known, as a URI: figures hold for those who were asked. Where it is empty, it is those who use Rapport.
    pub context: String,
    /// The figures.
    pub statistics: Vec<Statistic>,
}

/// A figure of a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Statistic {
    /// The share of right answers.
    PValue(Figure),
    /// The correlation of being right with the rest of the test, point-biserial.
    PointBiserial(Figure),
    /// How well it tells people apart, the parameter `a`.
    Discrimination(Figure),
    /// How hard it is, the parameter `b`, in logits.
    Difficulty(Figure),
}

/// A number, with what it rests on.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Figure {
    /// The number.
    pub value: f64,
    /// How many answers it was reckoned of.
    pub cases: u64,
    /// Its standard error, where that is known.
    pub standard_error: Option<f64>,
}

impl Statistic {
    /// Its name in the glossary of 1EdTech, and its figure.
    fn parts(self) -> (&'static str, Figure) {
        match self {
            Self::PValue(figure) => ("P-value", figure),
            Self::PointBiserial(figure) => ("PTbis", figure),
            Self::Discrimination(figure) => ("A-Parm", figure),
            Self::Difficulty(figure) => ("B-Parm", figure),
        }
    }
}

/// Makes a file of what is known of questions, in the shape of version 2.1, which those after it kept. A figure
/// that is not finite is not a figure.
#[must_use]
pub fn usage_data(usages: &[Usage]) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    let _ = writeln!(
        xml,
        "<usageData xmlns=\"http://www.imsglobal.org/xsd/imsqti_usagedata_v2p1\" glossary=\"{GLOSSARY}\">"
    );
    for usage in usages {
        let name = super::write::identifier(&usage.name);
        let context = if usage.context.is_empty() { CONTEXT } else { &usage.context };
        let context = escape(context);
        for statistic in &usage.statistics {
            let (kind, figure) = statistic.parts();
            if figure.value.is_finite() {
                add(&mut xml, kind, figure, (&name, &context));
            }
        }
    }
    xml.push_str("</usageData>\n");
    xml
}

fn add(xml: &mut String, kind: &str, figure: Figure, (name, context): (&str, &str)) {
    let cases = figure.cases;
    let _ = write!(xml, "  <ordinaryStatistic name=\"{kind}\" context=\"{context}\" caseCount=\"{cases}\"");
    if let Some(error) = figure.standard_error.filter(|error| error.is_finite()) {
        let _ = write!(xml, " stdError=\"{error}\"");
    }
    let _ = writeln!(xml, ">");
    let _ = writeln!(xml, "    <targetObject identifier=\"{name}\"/>");
    let _ = writeln!(xml, "    <value baseType=\"float\">{}</value>", figure.value);
    let _ = writeln!(xml, "  </ordinaryStatistic>");
}

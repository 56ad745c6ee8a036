//! QTI as it is found.

use super::{options, part, reasons, whats};
use crate::package::pack;
use crate::{Figure, Format, Left, Part, Question, Statistic, Taken, Usage, What, read, usage_data};

const TWO: &str = "xmlns='http://www.imsglobal.org/xsd/imsqti_v2p1'";

/// A question of version 2.1 with a declaration, a body and what comes after it.
fn item(declaration: &str, body: &str, after: &str) -> String {
    format!(
        "<assessmentItem {TWO} identifier='i1' title='Title' adaptive='false' timeDependent='false'>\
         <responseDeclaration identifier='R' cardinality='single' baseType='identifier'>{declaration}</responseDeclaration>\
         <itemBody>{body}</itemBody>{after}</assessmentItem>"
    )
}

const RIGHT: &str = "<correctResponse><value>B</value></correctResponse>";
const CHOICE: &str = "<p>A visitor waits.</p><choiceInteraction responseIdentifier='R' shuffle='true' maxChoices='1'>\
    <prompt>What <strong>now</strong>?</prompt><simpleChoice identifier='A'>Greet</simpleChoice>\
    <simpleChoice identifier='B'><p>Type</p><feedbackInline outcomeIdentifier='F' identifier='B'>Rude.</feedbackInline></simpleChoice>\
    </choiceInteraction>";

fn bare(text: &str) -> Taken {
    read(text.as_bytes(), None, "x.xml").unwrap()
}

fn only(text: &str) -> (Question, Vec<What>) {
    let taken = bare(text);
    (taken.questions[0].clone(), whats(&taken.left))
}

fn reason(text: &str) -> What {
    let taken = bare(text);
    assert!(taken.questions.is_empty());
    taken.left[0].what.clone()
}

#[test]
fn a_question_is_read_without_a_package() {
    let (question, left) = only(&item(RIGHT, CHOICE, ""));
    assert_eq!((question.name.as_str(), question.ask.as_str()), ("Title", "A visitor waits.\nWhat now?"));
    assert_eq!((options(&question), reasons(&question), question.key), (vec!["Greet", "Type"], vec!["", "Rude."], 1));
    assert_eq!(left, [part(Part::OtherName("i1".into())), part(Part::Markup)]);
}

#[test]
fn a_key_may_be_mapped_or_written_as_a_rule() {
    let mapping = "<mapping defaultValue='0'><mapEntry mapKey='A' mappedValue='1'/><mapEntry mapKey='B' mappedValue='0'/></mapping>";
    assert_eq!(only(&item(mapping, CHOICE, "")).0.key, 0);
    let partly = mapping.replace("mappedValue='0'", "mappedValue='0.5'");
    assert_eq!(reason(&item(&partly, CHOICE, "")), What::SeveralKeys);
    assert!(only(&item(&format!("{RIGHT}{partly}"), CHOICE, "")).1.contains(&part(Part::Weights)));
    let rule = "<responseProcessing><responseCondition><responseIf><match><variable identifier='R'/>\
        <baseValue baseType='identifier'>A</baseValue></match><setOutcomeValue identifier='SCORE'>\
        <baseValue baseType='float'>1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>";
    let (question, left) = only(&item("", CHOICE, rule));
    assert_eq!(question.key, 0);
    assert!(!left.contains(&part(Part::Scoring)));
    assert_eq!(reason(&item("", CHOICE, "")), What::NoKey);
    let two = RIGHT.replace("</correct", "<value>A</value></correct");
    assert_eq!(reason(&item(&two, CHOICE, "")), What::SeveralKeys);
    assert_eq!(reason(&item(&RIGHT.replace('B', "C"), CHOICE, "")), What::NoKey);
}

#[test]
fn templates_are_known_by_their_short_and_long_addresses() {
    for template in [
        "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct",
        "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml",
        "match_correct",
    ] {
        let (_, left) = only(&item(RIGHT, CHOICE, &format!("<responseProcessing template='{template}'/>")));
        assert!(!left.contains(&part(Part::Scoring)), "{template}");
    }
    let (_, left) = only(&item(RIGHT, CHOICE, "<responseProcessing template='http://example.org/mine'/>"));
    assert!(left.contains(&part(Part::Scoring)));
    let own = "<responseProcessing><customOperator/></responseProcessing>";
    assert!(only(&item(RIGHT, CHOICE, own)).1.contains(&part(Part::Scoring)));
}

#[test]
fn feedback_is_of_an_option_or_of_the_whole() {
    let feedback = "<modalFeedback outcomeIdentifier='F' identifier='A' showHide='show'>Kind.</modalFeedback>\
        <modalFeedback outcomeIdentifier='F' identifier='right' showHide='show'><p>Good.</p></modalFeedback>\
        <modalFeedback outcomeIdentifier='F' identifier='wrong' showHide='show'><p>Bad.</p></modalFeedback>";
    let (question, left) = only(&item(RIGHT, CHOICE, feedback));
    assert_eq!((reasons(&question), question.explanation.as_str()), (vec!["Kind.", "Rude."], "Good.\nBad."));
    assert!(left.contains(&part(Part::Conditions)));
}

#[test]
fn what_stands_around_a_question_is_said() {
    let body = format!(
        "<rubricBlock view='scorer'><p>Score it.</p></rubricBlock><img src='a.png' alt='x'/><audio src='b.mp3'/>{CHOICE}"
    );
    let (question, left) = only(&item(RIGHT, &body, "<stylesheet href='a.css' type='text/css'/>"));
    assert_eq!(question.ask, "A visitor waits.\nWhat now?");
    for lost in [Part::Rubric, Part::Picture, Part::Media, Part::Style, Part::Markup] {
        assert!(left.contains(&part(lost.clone())), "{lost:?}");
    }
}

#[test]
fn options_that_are_to_stay_in_their_places_are_said() {
    for (from, to) in [("shuffle='true'", "shuffle='false'"), ("<simpleChoice ", "<simpleChoice fixed='true' ")] {
        let (_, left) = only(&item(RIGHT, &CHOICE.replace(from, to), ""));
        assert!(left.contains(&part(Part::Arrangement)), "{to}: {left:?}");
    }
    assert!(!only(&item(RIGHT, CHOICE, "")).1.contains(&part(Part::Arrangement)));
}

#[test]
fn other_interactions_are_left_by_their_name() {
    let order = CHOICE.replace("choiceInteraction", "orderInteraction");
    assert_eq!(reason(&item(RIGHT, &order, "")), What::OtherKind("orderInteraction".into()));
    assert_eq!(reason(&item(RIGHT, &format!("{CHOICE}{CHOICE}"), "")), What::OtherKind("several interactions".into()));
    assert_eq!(reason(&item(RIGHT, "<p>Read.</p>", "")), What::OtherKind("no interaction".into()));
    let template = "<templateDeclaration identifier='N' cardinality='single' baseType='integer'/>";
    assert_eq!(reason(&item(RIGHT, CHOICE, template)), What::OtherKind("template".into()));
    let many: String = (0..9).map(|n| format!("<simpleChoice identifier='C{n}'>{n}</simpleChoice>")).collect();
    let many = CHOICE.replace("</choiceInteraction>", &format!("{many}</choiceInteraction>"));
    assert_eq!(reason(&item(RIGHT, &many, "")), What::TooManyOptions);
}

fn package(manifest: &str, files: &[(&str, &str)]) -> Taken {
    let mut all = vec![("imsmanifest.xml".to_owned(), manifest.as_bytes().to_vec())];
    all.extend(files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())));
    read(&pack(&all).unwrap(), None, "x.zip").unwrap()
}

#[test]
fn a_package_is_read_though_some_of_it_cannot_be() {
    let manifest = "<manifest><metadata><schema>QTI Package</schema><schemaversion>3.0.1</schemaversion>\
        <lom><general><title><string language='en'>Night <b/>work</string><string language='es'>x</string></title></general></lom></metadata><resources>\
        <resource type='imsqti_item_xmlv2p1' href='a%20b.xml'><file href='a%20b.xml'/><file href='x.png'/></resource>\
        <resource type='imsqti_item_xmlv2p1' href='bad.xml'/><resource type='imsqti_item_xmlv2p1' href='gone.xml'/>\
        <resource type='imsqti_test_xmlv2p1' href='test.xml'/><resource type='imsqti_stimulus_xmlv3p0' href='s.xml'/>\
        <resource type='imsqti_xmlv1p2' href='old.xml'/><resource type='webcontent' href='x.css'/></resources></manifest>";
    let good = item(RIGHT, CHOICE, "");
    let files = [("a b.xml", good.as_str()), ("bad.xml", "<assessmentItem>"), ("test.xml", "<t/>"), ("x.png", "")];
    let taken = package(manifest, &files);
    assert_eq!((taken.format, taken.questions.len()), (Format::Qti21, 1));
    let find = |path: &str| -> Vec<What> {
        let at = |left: &&Left| left.place.path == path;
        taken.left.iter().filter(at).map(|left| left.what.clone()).collect()
    };
    assert_eq!(find("")[0], part(Part::Title("Night work".into())));
    assert_eq!(find("bad.xml"), [What::IllFormed]);
    assert_eq!(find("gone.xml"), [What::Missing]);
    assert_eq!(find("test.xml"), [part(Part::Test)]);
    assert_eq!(find("s.xml"), [part(Part::Stimulus)]);
    assert_eq!(find("old.xml"), [What::OtherKind("QTI 1.2".into())]);
    assert_eq!((find("x.css"), find("x.png")), (vec![part(Part::File)], vec![part(Part::File)]));
}

#[test]
fn version_three_is_read_in_its_own_names() {
    let text = "<?xml version='1.0'?><qti-assessment-item xmlns='http://www.imsglobal.org/xsd/imsqtiasi_v3p0' identifier='x' title=''>\
        <qti-response-declaration identifier='RESPONSE' cardinality='single' base-type='identifier'><qti-correct-response>\
        <qti-value>a</qti-value></qti-correct-response></qti-response-declaration><qti-item-body>\
        <qti-choice-interaction response-identifier='RESPONSE' max-choices='1'><qti-prompt>Who?</qti-prompt>\
        <qti-simple-choice identifier='a'>I<qti-feedback-inline identifier='a' outcome-identifier='F'>Yes</qti-feedback-inline></qti-simple-choice>\
        <qti-simple-choice identifier='b'>You</qti-simple-choice></qti-choice-interaction></qti-item-body>\
        <qti-modal-feedback identifier='z' outcome-identifier='F'><qti-content-body><p>One</p><p>two</p></qti-content-body></qti-modal-feedback>\
        </qti-assessment-item>";
    let taken = bare(text);
    let question = &taken.questions[0];
    assert_eq!((taken.format, question.name.as_str(), question.ask.as_str()), (Format::Qti30, "x", "Who?"));
    assert_eq!((reasons(question), question.explanation.as_str()), (vec!["Yes", ""], "One\ntwo"));
    assert_eq!(taken.left, []);
}

#[test]
fn usage_data_has_each_figure_with_what_it_rests_on() {
    let figure = Figure { value: 0.75, cases: 40, standard_error: Some(0.068) };
    let statistics = vec![
        Statistic::PValue(figure),
        Statistic::PointBiserial(Figure { standard_error: None, ..figure }),
        Statistic::Discrimination(figure),
        Statistic::Difficulty(Figure { value: f64::NAN, ..figure }),
    ];
    let xml = usage_data(&[Usage { name: "1 <a>".into(), statistics, ..Usage::default() }]);
    let root = crate::xml::read(&xml).unwrap();
    let of = |name: &str| root.all("ordinaryStatistic").find(|node| node.attribute("name") == Some(name));
    let first = of("P-value").unwrap();
    assert_eq!((first.attribute("caseCount"), first.attribute("stdError")), (Some("40"), Some("0.068")));
    assert_eq!(first.words_of("value"), "0.75");
    assert_eq!(first.child("targetObject").unwrap().attribute("identifier"), Some("Q_1__a_"));
    assert_eq!(of("PTbis").unwrap().attribute("stdError"), None);
    assert!(of("A-Parm").is_some() && of("B-Parm").is_none());
}

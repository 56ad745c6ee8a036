//! What was left, where, and why.

/// Something that a file held and no question does, or that a question holds and the file does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub what: What,
}

/// Where something is, as far as it is known. Without a number it speaks of the whole file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Place {
    /// Which question of the file, counted from 1.
    pub number: Option<usize>,
    /// On which line of the file it begins, counted from 1.
    pub line: Option<usize>,
    /// In which file of a package; empty where there is no package.
    pub path: String,
    /// The question's name, or how it begins.
    pub name: String,
}

/// What was left: a whole question, or a part of what a file or a question says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum What {
    /// The question: none of its options is right.
    NoKey,
    /// The question: more than one of its options is right, in whole or in part.
    SeveralKeys,
    /// The question: it has fewer than two options.
    TooFewOptions,
    /// The question: it has more than eight options.
    TooManyOptions,
    /// The question: it, or one of its options, says nothing in words.
    NoText,
    /// The question: one of its texts is longer than 4 000 characters.
    TooLong,
    /// The question: two of its options say the same.
    RepeatedOption,
    /// The question: it is of another kind, by the format's own word: matching, numerical, essay.
    OtherKind(String),
    /// The question: it breaks the rules of the format.
    IllFormed,
    /// The question: the package names its file and does not hold it.
    Missing,
    /// The question: the format would read one of its lines as something else.
    Mistakable,
    /// A part.
    Part(Part),
}

/// A part of what a file or a question says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Part {
    /// A picture.
    Picture,
    /// A sound, a film, or something else that plays.
    Media,
    /// Form that carries meaning: tables, bold, raised and lowered letters. The words are kept.
    Markup,
    /// Colours and fonts, and programs.
    Style,
    /// Where a link leads. Its words are kept.
    Link,
    /// Feedback for whoever was right, partly right or wrong as a whole.
    CombinedFeedback,
    /// In which cases an explanation is shown: it is kept, and always shown.
    Conditions,
    /// Instructions for whoever scores, or for whoever takes the test.
    Rubric,
    /// A text that several questions share.
    Stimulus,
    /// Aids for some who answer: what is read aloud or signed, words that are explained, a calculator.
    Aids,
    /// Points, and points taken away.
    Weights,
    /// A rule for scoring that is not "the key is right".
    Scoring,
    /// A tag.
    Tag(String),
    /// The category of what follows, or the deck.
    Category(String),
    /// A second name.
    OtherName(String),
    /// A comment of whoever wrote the file.
    Comment,
    /// Hints.
    Hints,
    /// In which order the options stand, or how they are numbered: they are mixed, and have no numbers.
    Arrangement,
    /// What a further try costs.
    Penalty,
    /// What the file is called, by its own words.
    Title(String),
    /// The question was hidden in the program that it is from.
    Hidden,
    /// A text in another language.
    OtherLanguage,
    /// What was answered and when it is asked again.
    Scheduling,
    /// A test: which questions, in which order.
    Test,
    /// A file of the package that is no question.
    File,
    /// A column or a field that nothing is known of, by its name.
    Column(String),
    /// A second column or field for what another one says otherwise, by its name.
    SecondColumn(String),
    /// A level that is no number.
    NotANumber(String),
    /// The file does not say how its letters are written: they were taken for those of Windows-1252.
    Letters,
    /// The question's name.
    Name,
    /// Why each option is right or wrong.
    Reasons,
    /// The explanation.
    Explanation,
    /// The competency.
    Competency,
    /// The level.
    Level,
    /// The setting.
    Setting,
    /// The source.
    Source,
    /// Line breaks: each became a space.
    LineBreaks,
}

impl What {
    /// The key of the sentence that says it.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NoKey => "import-left-no-key",
            Self::SeveralKeys => "import-left-several-keys",
            Self::TooFewOptions => "import-left-too-few-options",
            Self::TooManyOptions => "import-left-too-many-options",
            Self::NoText => "import-left-no-text",
            Self::TooLong => "import-left-too-long",
            Self::RepeatedOption => "import-left-repeated-option",
            Self::OtherKind(_) => "import-left-other-kind",
            Self::IllFormed => "import-left-ill-formed",
            Self::Missing => "import-left-missing",
            Self::Mistakable => "import-left-mistakable",
            Self::Part(part) => part.key(),
        }
    }

    /// Whether the whole question was left, and not a part.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        !matches!(self, Self::Part(_))
    }

    /// The word of the file that the sentence is to name, where there is one.
    #[must_use]
    pub fn word(&self) -> Option<&str> {
        match self {
            Self::OtherKind(word)
            | Self::Part(
                Part::Tag(word)
                | Part::Category(word)
                | Part::Title(word)
                | Part::OtherName(word)
                | Part::Column(word)
                | Part::SecondColumn(word)
                | Part::NotANumber(word),
            ) => Some(word),
            _ => None,
        }
    }
}

impl Part {
    const fn key(&self) -> &'static str {
        match self {
            Self::Picture => "import-left-picture",
            Self::Media => "import-left-media",
            Self::Markup => "import-left-markup",
            Self::Style => "import-left-style",
            Self::Link => "import-left-link",
            Self::CombinedFeedback => "import-left-combined-feedback",
            Self::Conditions => "import-left-conditions",
            Self::Rubric => "import-left-rubric",
            Self::Stimulus => "import-left-stimulus",
            Self::Aids => "import-left-aids",
            Self::Weights => "import-left-weights",
            Self::Scoring => "import-left-scoring",
            Self::Tag(_) => "import-left-tag",
            Self::Category(_) => "import-left-category",
            Self::OtherName(_) => "import-left-other-name",
            Self::Comment => "import-left-comment",
            Self::Hints => "import-left-hints",
            Self::Arrangement => "import-left-arrangement",
            Self::Penalty => "import-left-penalty",
            Self::Title(_) => "import-left-called",
            Self::Hidden => "import-left-hidden",
            Self::OtherLanguage => "import-left-other-language",
            Self::Scheduling => "import-left-scheduling",
            Self::Test => "import-left-test",
            Self::File => "import-left-file",
            Self::Column(_) => "import-left-column",
            Self::SecondColumn(_) => "import-left-second-column",
            Self::NotANumber(_) => "import-left-not-a-number",
            Self::Letters => "import-left-letters",
            Self::Name => "import-left-name",
            Self::Reasons => "import-left-reasons",
            Self::Explanation => "import-left-explanation",
            Self::Competency => "import-left-competency",
            Self::Level => "import-left-level",
            Self::Setting => "import-left-setting",
            Self::Source => "import-left-source",
            Self::LineBreaks => "import-left-line-breaks",
        }
    }
}

impl Left {
    /// A part of the whole file.
    pub(crate) fn of_file(part: Part) -> Self {
        Self { place: Place::default(), what: What::Part(part) }
    }

    /// A file of a package.
    pub(crate) fn at_path(path: &str, what: What) -> Self {
        Self { place: Place { path: path.to_owned(), ..Place::default() }, what }
    }
}

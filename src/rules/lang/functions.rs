//! The functions of the language: one table for the checker and the documentation.

use serde::{Deserialize, Serialize};

/// The functions that the evaluator knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fun {
    /// `size`
    Size,
    /// `orZero`
    OrZero,
    /// `orElse`
    OrElse,
    /// `halfUp` of one number
    HalfUp,
    /// `halfUp` of a quotient
    HalfUpOf,
    /// `hidden`
    Hidden,
    /// `within`
    Within,
    /// `abs`
    Abs,
    /// `string`
    ToText,
    /// `int`
    ToInt,
    /// `dato`
    Dato,
    /// `date`
    DateOf,
    /// `between`
    Between,
    /// `mod11`
    Mod11,
    /// `isEmail`
    IsEmail,
    /// `split`
    Split,
    /// `similar`
    Similar,
    /// `contains`
    Contains,
    /// `startsWith`
    StartsWith,
    /// `endsWith`
    EndsWith,
    /// `matches`
    Matches,
    /// `lower`
    Lower,
    /// `trim`
    Trim,
    /// `normalize`
    Normalize,
    /// `squash`
    Squash,
    /// `digits`
    Digits,
    /// `words`
    Words,
    /// `sentences`
    Sentences,
    /// `replace`
    Replace,
    /// `substring`
    Substring,
    /// `year`
    Year,
    /// `month`
    Month,
    /// `day`
    Day,
    /// `sum`
    Sum,
    /// `min`
    Min,
    /// `max`
    Max,
    /// `median`
    Median,
    /// `stddev`
    Stddev,
    /// `join`
    Join,
    /// `distinct`
    Distinct,
    /// `flatten`
    Flatten,
    /// `first`
    First,
    /// `last`
    Last,
    /// `after`
    After,
    /// `least`
    Least,
    /// `most`
    Most,
    /// `fits`
    Fits,
}

/// What an argument has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pat {
    /// Anything, also null.
    Any,
    /// A text or a list.
    Sized,
    /// A whole number.
    Int,
    /// A whole number or a fraction.
    Number,
    /// A number that may be null.
    NumberOrNull,
    /// A text.
    Text,
    /// A day.
    Date,
    /// A list of anything.
    List,
    /// A list of numbers.
    Numbers,
    /// A list of texts.
    Texts,
    /// A list of things that have an order: numbers, texts or days.
    Ordered,
    /// A list of lists.
    Lists,
    /// A list of parts of the report.
    Nodes,
    /// An item of the list before.
    Item,
    /// A number, a text or a day.
    Comparable,
    /// The same type as the argument before, without null.
    Same,
    /// `'sample'` or `'population'`.
    Deviation,
    /// A text that is known when the file is loaded: a day as `3.9.2025`.
    DateText,
}

/// What a function gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// `true` or `false`.
    Bool,
    /// A whole number.
    Int,
    /// A whole number or null.
    IntOrNull,
    /// A fraction.
    Ratio,
    /// A fraction or null.
    RatioOrNull,
    /// A text.
    Text,
    /// A list of texts.
    Texts,
    /// A day.
    Date,
    /// A day or null.
    DateOrNull,
    /// The type of the first argument, without null and place.
    NotNull,
    /// The type of the first argument's items, without place.
    ItemValue,
    /// The first argument's item, or null.
    ItemOrNull,
    /// The type of the first argument.
    Same,
    /// The type of the first argument's items, which are lists.
    Inner,
}

/// A function.
pub struct Function {
    /// Its name.
    pub name: &'static str,
    /// What it is to the evaluator.
    pub fun: Fun,
    /// Whether it is called on its first argument: `list.sum()`.
    pub method: bool,
    /// What it takes; a method's receiver comes first.
    pub takes: &'static [Pat],
    /// What it gives.
    pub gives: Gives,
    /// What it does, in one line.
    pub doc: &'static str,
    /// An expression that is true.
    pub example: &'static str,
}

const fn call(
    name: &'static str,
    fun: Fun,
    takes: &'static [Pat],
    gives: Gives,
    doc: &'static str,
    example: &'static str,
) -> Function {
    Function {
        name,
        fun,
        method: false,
        takes,
        gives,
        doc,
        example,
    }
}

const fn method(
    name: &'static str,
    fun: Fun,
    takes: &'static [Pat],
    gives: Gives,
    doc: &'static str,
    example: &'static str,
) -> Function {
    Function {
        name,
        fun,
        method: true,
        takes,
        gives,
        doc,
        example,
    }
}

/// All functions, in the order of the documentation.
#[rustfmt::skip]
pub const FUNCTIONS: &[Function] = &[
    call("size", Fun::Size, &[Pat::Sized], Gives::Int, "How many items, or how many characters.", "size('blå') == 3"),
    method("size", Fun::Size, &[Pat::Sized], Gives::Int, "How many items, or how many characters.", "[1, 2].size() == 2"),
    call("orZero", Fun::OrZero, &[Pat::NumberOrNull], Gives::NotNull, "The number, or 0 for null.", "orZero(null) == 0"),
    call("orElse", Fun::OrElse, &[Pat::Any, Pat::Same], Gives::NotNull, "The value, or the other one for null.", "orElse([''].first(), 'x') == ''"),
    call("halfUp", Fun::HalfUp, &[Pat::Number], Gives::Int, "Rounded to a whole number, a half upwards.", "halfUp(5 / 2) == 3"),
    call("halfUp", Fun::HalfUpOf, &[Pat::Number, Pat::Number], Gives::Int, "A quotient rounded to a whole number, a half upwards.", "halfUp(100 * 5, 8) == 63"),
    call("hidden", Fun::Hidden, &[Pat::Number, Pat::Number], Gives::Int, "How much the first number can be off by, as a whole number up or down, and halfUp of the quotient is still the same: what the rounding hides.", "hidden(30, 4) == 3 && halfUp(33, 4) == halfUp(30, 4)"),
    call("within", Fun::Within, &[Pat::Number, Pat::Number, Pat::Number], Gives::Bool, "Whether a value rounded to a unit can stand for an exact one: within(rounded, unit, exact).", "within(3, 1, 5 / 2)"),
    call("abs", Fun::Abs, &[Pat::Number], Gives::NotNull, "The number without its sign.", "abs(-3) == 3"),
    call("least", Fun::Least, &[Pat::Text], Gives::IntOrNull, "The smallest number that a partly read one can be: each letter that is no digit stands for one digit at most, the first also for a minus; null where more than two are such.", "least('1S') == 1"),
    call("most", Fun::Most, &[Pat::Text], Gives::IntOrNull, "The largest number that a partly read one can be; null where more than two of its letters are no digits.", "most('1S') == 19"),
    call("fits", Fun::Fits, &[Pat::Text, Pat::Int], Gives::Bool, "Whether a number can be a partly read one, by the digits that were read of it; true where nothing is known of it.", "fits('1S', 15) && !fits('1S', 25)"),
    call("string", Fun::ToText, &[Pat::Any], Gives::Text, "A number, a text or a day as text.", "string(42) == '42'"),
    call("int", Fun::ToInt, &[Pat::Text], Gives::IntOrNull, "The whole number that a text is, blanks left out; null for other texts.", "int('2 760 491') == 2760491"),
    call("dato", Fun::Dato, &[Pat::DateText], Gives::Date, "A day.", "dato('3.9.2025') < dato('1.1.2026')"),
    call("date", Fun::DateOf, &[Pat::Text], Gives::DateOrNull, "The day that a text is: 3.9.2025, 3/9/2025, 2025-09-03 or 3. september 2025; null for other texts.", "date('3. september 2025') == dato('3.9.2025') && date('i høst') == null"),
    call("between", Fun::Between, &[Pat::Comparable, Pat::Same, Pat::Same], Gives::Bool, "Whether a value lies between two others, or is one of them.", "between(3, 1, 3) && !between(dato('1.1.2026'), dato('1.1.2025'), dato('31.12.2025'))"),
    call("mod11", Fun::Mod11, &[Pat::Text], Gives::Bool, "Whether the last digit of a text is right by modulus 11, as in organisation and account numbers; blanks and full stops do not matter.", "mod11('974 760 673') && !mod11('974 760 674')"),
    call("isEmail", Fun::IsEmail, &[Pat::Text], Gives::Bool, "Whether a text is an e-mail address.", "isEmail('post@bergvik.kommune.no') && !isEmail('bergvik')"),
    call("similar", Fun::Similar, &[Pat::Text, Pat::Text], Gives::Ratio, "How alike two texts are, from 0 to 1, by the words that they share.", "similar('a b c d', 'd a b x') == 3 / 4"),
    method("contains", Fun::Contains, &[Pat::Text, Pat::Text], Gives::Bool, "Whether a text holds another.", "'samarbeid'.contains('arbeid')"),
    method("startsWith", Fun::StartsWith, &[Pat::Text, Pat::Text], Gives::Bool, "Whether a text begins with another.", "'samarbeid'.startsWith('sam')"),
    method("endsWith", Fun::EndsWith, &[Pat::Text, Pat::Text], Gives::Bool, "Whether a text ends with another.", "'samarbeid'.endsWith('beid')"),
    method("matches", Fun::Matches, &[Pat::Text, Pat::Text], Gives::Bool, "Whether a regular expression is found in a text; ^ and $ bind it to the ends, (?i) ignores case.", "'Andre år'.matches('(?i)^andre')"),
    method("lower", Fun::Lower, &[Pat::Text], Gives::Text, "In lower case.", "'Ås'.lower() == 'ås'"),
    method("trim", Fun::Trim, &[Pat::Text], Gives::Text, "Without blanks at the ends.", "' a '.trim() == 'a'"),
    method("normalize", Fun::Normalize, &[Pat::Text], Gives::Text, "In lower case, every run of blanks as one.", "' A  b '.normalize() == 'a b'"),
    method("squash", Fun::Squash, &[Pat::Text], Gives::Text, "Letters and digits alone, in lower case.", "'N/A.'.squash() == 'na'"),
    method("digits", Fun::Digits, &[Pat::Text], Gives::Text, "The digits alone.", "'+47 958'.digits() == '47958'"),
    method("words", Fun::Words, &[Pat::Text], Gives::Texts, "The words, in lower case.", "'Se over.'.words() == ['se', 'over']"),
    method("split", Fun::Split, &[Pat::Text, Pat::Text], Gives::Texts, "The parts between another text, without blanks at their ends; empty ones are left out.", "'Bergvik, Øyvær,'.split(',') == ['Bergvik', 'Øyvær']"),
    method("sentences", Fun::Sentences, &[Pat::Text], Gives::Texts, "The sentences, each as its words in lower case.", "'En. To tre!'.sentences() == ['en', 'to tre']"),
    method("replace", Fun::Replace, &[Pat::Text, Pat::Text, Pat::Text], Gives::Text, "With one text put for another.", "'a-b'.replace('-', '') == 'ab'"),
    method("substring", Fun::Substring, &[Pat::Text, Pat::Int, Pat::Int], Gives::Text, "The characters from a position to before another one, from 0; what lies outside is left out.", "'samarbeid'.substring(3, 99) == 'arbeid'"),
    method("year", Fun::Year, &[Pat::Date], Gives::Int, "The year of a day.", "dato('3.9.2025').year() == 2025"),
    method("month", Fun::Month, &[Pat::Date], Gives::Int, "The month of a day, from 1.", "dato('3.9.2025').month() == 9"),
    method("day", Fun::Day, &[Pat::Date], Gives::Int, "The day of the month, from 1.", "dato('3.9.2025').day() == 3"),
    method("sum", Fun::Sum, &[Pat::Numbers], Gives::ItemValue, "The sum; 0 of an empty list.", "[1, 2, 3].sum() == 6"),
    method("min", Fun::Min, &[Pat::Ordered], Gives::ItemOrNull, "The smallest; null of an empty list.", "[3, 1, 2].min() == 1"),
    method("max", Fun::Max, &[Pat::Ordered], Gives::ItemOrNull, "The largest; null of an empty list.", "[3, 1, 2].max() == 3"),
    method("median", Fun::Median, &[Pat::Numbers], Gives::RatioOrNull, "The middle one, or the mean of the middle two; null of an empty list.", "[1, 2, 3, 4].median() == 5 / 2"),
    method("stddev", Fun::Stddev, &[Pat::Numbers, Pat::Deviation], Gives::IntOrNull, "The standard deviation, rounded to a whole number, of the sample (n − 1) or the population; null of too few.", "[2, 4, 4, 4, 5, 5, 7, 9].stddev('population') == 2"),
    method("join", Fun::Join, &[Pat::Texts, Pat::Text], Gives::Text, "The texts with another between them.", "['a', 'b'].join(', ') == 'a, b'"),
    method("distinct", Fun::Distinct, &[Pat::List], Gives::Same, "Each item once, in the order of their first places.", "[1, 2, 1].distinct() == [1, 2]"),
    method("flatten", Fun::Flatten, &[Pat::Lists], Gives::Inner, "The items of the lists in one list.", "[[1], [2, 3]].flatten() == [1, 2, 3]"),
    method("first", Fun::First, &[Pat::List], Gives::ItemOrNull, "The first item; null of an empty list.", "[1, 2].first() == 1"),
    method("last", Fun::Last, &[Pat::List], Gives::ItemOrNull, "The last item; null of an empty list.", "[1, 2].last() == 2"),
    method("after", Fun::After, &[Pat::Nodes, Pat::Item], Gives::Same, "The items after one of them, so that pairs are met once.", "report.questions.after(report.questions[0]).size() == report.questions.size() - 1"),
];

/// A macro: a function that evaluates an expression for each item of a list.
pub struct MacroDoc {
    /// Its name.
    pub name: &'static str,
    /// What it is to the evaluator.
    pub kind: MacroKind,
    /// What it does, in one line.
    pub doc: &'static str,
    /// An expression that is true.
    pub example: &'static str,
}

/// All macros, in the order of the documentation.
#[rustfmt::skip]
pub const MACROS: &[MacroDoc] = &[
    MacroDoc { name: "map", kind: MacroKind::Map, doc: "The expression's value for each item; with three arguments only for the items that fulfil the second.", example: "[1, 2, 3].map(x, x > 1, 2 * x) == [4, 6]" },
    MacroDoc { name: "filter", kind: MacroKind::Filter, doc: "The items that fulfil the condition.", example: "[1, 2, 3].filter(x, x > 1) == [2, 3]" },
    MacroDoc { name: "exists", kind: MacroKind::Exists, doc: "Whether some item fulfils the condition.", example: "[1, 2].exists(x, x == 2)" },
    MacroDoc { name: "exists_one", kind: MacroKind::ExistsOne, doc: "Whether exactly one item fulfils the condition.", example: "[1, 2, 2].exists_one(x, x == 1)" },
    MacroDoc { name: "all", kind: MacroKind::All, doc: "Whether all items fulfil the condition.", example: "[1, 2].all(x, x > 0)" },
    MacroDoc { name: "groupBy", kind: MacroKind::GroupBy, doc: "The items in lists of those for which the expression is the same.", example: "[1, 2, 3].groupBy(x, x % 2) == [[1, 3], [2]]" },
];

/// A search in a list by a field of its items; the checker knows their types.
pub struct SearchDoc {
    /// Its name.
    pub name: &'static str,
    /// How it is written.
    pub form: &'static str,
    /// What it does, in one line.
    pub doc: &'static str,
    /// An expression that is true.
    pub example: &'static str,
}

/// All searches and the names for questions, in the order of the documentation.
#[rustfmt::skip]
pub const SEARCHES: &[SearchDoc] = &[
    SearchDoc { name: "by", form: "list.by('field', value)", doc: "The items whose field has the value.", example: "report.questions.by('number', 1).size() == 1" },
    SearchDoc { name: "only", form: "list.only('field', value)", doc: "The one item whose field has the value; null where there is none or several.", example: "report.questions.only('number', 0) == null" },
    SearchDoc { name: "near", form: "list.near('field', text, least)", doc: "The items whose text is at least so similar.", example: "report.questions.near('title', report.questions[0].title, 1).size() > 0" },
    SearchDoc { name: "sharing", form: "list.sharing('field', text, least)", doc: "The items with a sentence of the text, of at least so many characters.", example: "report.questions.sharing('title', report.questions[0].title, 1).size() > 0" },
    SearchDoc { name: "question", form: "question('key')", doc: "The question of a pack's key; null where the report lacks it.", example: "question('phone') == null || question('phone').role == 'phone'" },
    SearchDoc { name: "answer", form: "answer('key')", doc: "What the same respondent answered to another question: a number (0 where nothing is printed), a text, the option chosen, the options or the places. Without such an answer the place is not judged. `x.answer('key')` is that of the respondent of another part of the report.", example: "report.respondents.filter(r, r.answered('phone')).all(r, r.answer('phone').size() == 8)" },
    SearchDoc { name: "answered", form: "answered('key')", doc: "Whether the same respondent answered another question at all.", example: "report.respondents.exists(r, r.answered('phone'))" },
    SearchDoc { name: "previous", form: "previous('key')", doc: "What the same respondent answered in the report of the year before (`--previous`), as `answer` has it. Without that report the rule does not apply.", example: "report.respondents.filter(r, r.answered('phone')).all(r, r.previous('phone') == r.answer('phone'))" },
    SearchDoc { name: "known", form: "known('table', key)", doc: "Whether a row of a table has the key; case and the number of blanks do not matter.", example: "known('places', 'BERGVIK') && !known('places', 'Bergen')" },
    SearchDoc { name: "lookup", form: "lookup('table', key, 'column')", doc: "What stands in a column of the row with the key; null where no row has it.", example: "lookup('places', 'Bergvik', 'number') == 1801" },
    SearchDoc { name: "column", form: "column('table', 'column')", doc: "All that stands in a column, without empty cells.", example: "column('places', 'number').sum() == 3603" },
    SearchDoc { name: "nearest", form: "nearest('table', text)", doc: "The key that a text was probably meant to be: itself, or the only one that is nearest with at most one letter in five wrong, or one of fewer than ten; null where there is none.", example: "nearest('places', 'Begrvik') == 'Bergvik'" },
    SearchDoc { name: "questions", form: "questions('key')", doc: "All questions of a pack's key.", example: "questions('phone').all(q, q.role == 'phone')" },
];

/// The macros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MacroKind {
    /// The expression's value for each item.
    Map,
    /// The items for which the condition holds.
    Filter,
    /// Whether it holds for some item.
    Exists,
    /// Whether it holds for exactly one.
    ExistsOne,
    /// Whether it holds for all.
    All,
    /// The items in lists by the expression's value.
    GroupBy,
}

//! A word of what is said about a rule file that does not come from it.

use crate::i18n::Lang;
use crate::rules::lang::types::{Base, Type};

/// A word of what is said about a rule file that does not come from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Term {
    /// A `[[rule]]`.
    Rule,
    /// The whole file.
    RuleFile,
    /// A `[[template]]`.
    Template,
    /// `[pack]`.
    Pack,
    /// A `[[pack.question]]`.
    PackQuestion,
    /// A `[[rule.good]]` or `[[rule.bad]]`.
    Case,
    /// An item of `labels`.
    Label,
    /// `asked`.
    Asked,
    /// The table of names.
    Lets,
    /// A table of texts.
    Languages,
    /// A text of TOML or of an expression.
    Text,
    /// A number.
    Number,
    /// A whole number from 1 on.
    Count,
    /// A truth value of TOML.
    Boolean,
    /// A list.
    List,
    /// A table of TOML.
    Table,
    /// A number that TOML can write and rules can't.
    LargeNumber,
    /// A number that is not exact.
    DecimalNumber,
    /// A date of TOML.
    TomlDay,
    /// A list of texts.
    Texts,
    /// `[[…]]`.
    Tables,
    /// A text in languages.
    TextOrTable,
    /// What a parameter may be.
    Constant,
    /// Any value.
    Anything,
    /// What has a size.
    TextOrList,
    /// What is added up.
    Numbers,
    /// What can be ordered.
    Ordered,
    /// What can be flattened.
    Lists,
    /// What can be searched.
    Parts,
    /// What a list holds.
    Item,
    /// What the argument before it is.
    SameType,
    /// A kind of deviation.
    Deviation,
    /// Of the grammar: a name.
    Name,
    /// Of the grammar: a value.
    Value,
    /// Of the grammar: what follows a value.
    OperatorOrEnd,
    /// Of the grammar: what follows a dot.
    FieldOrFunction,
    /// A `[pack.tables.NAME]`.
    PackTable,
    /// The columns of a table.
    Columns,
    /// What has an order.
    OrderedOne,
    /// An item of `severity_when`.
    SeverityWhen,
    /// A `[[check]]`.
    Check,
    /// A whole number of TOML.
    WholeNumber,
    /// What a rule file has there.
    Quoted { sign: String },
    /// One of two signs.
    Either { first: String, second: String },
    /// A type.
    Type(Type),
    /// One of several types.
    Types(Vec<Type>),
}

impl Term {
    /// The words.
    pub(crate) fn words(&self, lang: Lang) -> String {
        let said = lang.terms();
        match self {
            Self::Rule => said.rule().to_owned(),
            Self::RuleFile => said.rule_file().to_owned(),
            Self::Template => said.template().to_owned(),
            Self::Pack => said.pack().to_owned(),
            Self::PackQuestion => said.pack_question().to_owned(),
            Self::Case => said.case().to_owned(),
            Self::Asked => said.asked().to_owned(),
            Self::Label => said.label().to_owned(),
            Self::Lets => said.lets().to_owned(),
            Self::Languages => said.languages().to_owned(),
            Self::Text => said.text().to_owned(),
            Self::Number => said.number().to_owned(),
            Self::Count => said.count().to_owned(),
            Self::Boolean => said.boolean().to_owned(),
            Self::List => said.list().to_owned(),
            Self::Table => said.table().to_owned(),
            Self::LargeNumber => said.large_number().to_owned(),
            Self::DecimalNumber => said.decimal_number().to_owned(),
            Self::TomlDay => said.toml_day().to_owned(),
            Self::Texts => said.texts().to_owned(),
            Self::Tables => said.tables().to_owned(),
            Self::TextOrTable => said.text_or_table().to_owned(),
            Self::Constant => said.constant().to_owned(),
            Self::Anything => said.anything().to_owned(),
            Self::TextOrList => said.text_or_list().to_owned(),
            Self::Numbers => said.numbers().to_owned(),
            Self::Ordered => said.ordered().to_owned(),
            Self::Lists => said.lists().to_owned(),
            Self::Parts => said.parts().to_owned(),
            Self::Item => said.item().to_owned(),
            Self::SameType => said.same_type().to_owned(),
            Self::Deviation => said.deviation().to_owned(),
            Self::Name => said.name().to_owned(),
            Self::Value => said.value().to_owned(),
            Self::OperatorOrEnd => said.operator_or_end().to_owned(),
            Self::FieldOrFunction => said.field_or_function().to_owned(),
            Self::PackTable => said.pack_table().to_owned(),
            Self::Columns => said.columns().to_owned(),
            Self::OrderedOne => said.ordered_one().to_owned(),
            Self::SeverityWhen => said.severity_when().to_owned(),
            Self::Check => said.check().to_owned(),
            Self::WholeNumber => said.whole_number().to_owned(),
            Self::Quoted { sign } => said.quoted(sign),
            Self::Either { first, second } => said.either(first, second),
            Self::Type(ty) => type_in(ty, lang),
            Self::Types(types) => {
                let words = types.iter().map(|ty| type_in(ty, lang));
                words
                    .reduce(|first, second| said.or(&first, &second))
                    .unwrap_or_default()
            }
        }
    }
}

/// A type as people are told it: `text?` in English, `tekst eller null` in bokmål. A part of the
/// report keeps its name.
pub(super) fn type_in(ty: &Type, lang: Lang) -> String {
    let said = lang.terms();
    let base = match &ty.base {
        Base::Null => return "null".to_owned(),
        Base::Unknown => said.anything().to_owned(),
        Base::Bool => said.bool().to_owned(),
        Base::Int => said.int().to_owned(),
        Base::Ratio => said.ratio().to_owned(),
        Base::Text => said.string().to_owned(),
        Base::Date => said.date().to_owned(),
        Base::Node(kind) => kind.name().to_owned(),
        Base::List(item) => said.list_of(&type_in(item, lang)),
    };
    if ty.nullable {
        said.or_null(&base)
    } else {
        base
    }
}

//! The wordings of mistakes in rule files, in English as they are found and in bokmål.

/// What stands for `{}` in the wordings and is not from the rule file.
pub(super) const WORDS: &[(&str, &str)] = &[
    ("a rule", "en regel"),
    ("a rule file", "en regelfil"),
    ("a template", "en mal"),
    ("a pack", "en pakke"),
    ("a pack's question", "et spørsmål i pakken"),
    ("a case", "et eksempel"),
    ("a label", "en merkelapp"),
    ("a text in languages", "en tekst på flere språk"),
    ("a text", "en tekst"),
    ("a number", "et tall"),
    ("a whole number", "et helt tall"),
    ("a whole number from 1 on", "et helt tall fra 1 og oppover"),
    ("a list", "en liste"),
    ("a table", "en tabell"),
    ("a day", "en dag"),
    ("a list of texts", "en liste av tekster"),
    ("a list of tables", "en liste av tabeller"),
    ("a list of numbers", "en liste av tall"),
    ("a list of lists", "en liste av lister"),
    ("a text or a list", "en tekst eller en liste"),
    (
        "a list of numbers, texts or days",
        "en liste av tall, tekster eller dager",
    ),
    (
        "a list of parts of the report",
        "en liste av deler av rapporten",
    ),
    ("an item of the list", "et element i listen"),
    ("the same type", "samme type"),
    ("anything", "hva som helst"),
    ("true or false", "true eller false"),
    (
        "a text, a whole number, true or false, or a list of one of them",
        "en tekst, et helt tall, true eller false, eller en liste av ett av dem",
    ),
    ("a number that is too large", "et tall som er for stort"),
    ("a number with decimals", "et tall med desimaler"),
    ("a day of TOML", "en TOML-dato"),
    ("the expression ends", "uttrykket slutter"),
    ("a name", "et navn"),
    ("a value", "en verdi"),
    ("an operator or the end", "en operator eller slutten"),
    ("a field or a function", "et felt eller en funksjon"),
    (
        "a text, or a table of texts with nb, nn and en",
        "en tekst, eller en tabell av tekster med nb, nn og en",
    ),
];

/// The types, as they are told where no name is meant.
pub(super) const TYPES: &[(&str, &str)] = &[
    ("bool", "sann/usann"),
    ("int", "heltall"),
    ("ratio", "brøk"),
    ("text", "tekst"),
    ("date", "dato"),
    ("anything", "hva som helst"),
];

/// The wordings; the first that fits is taken.
pub(super) const LIST: &[(&str, &str)] = &[
    // Advice that names what there is.
    ("did you mean `{}`?", "mente du `{}`?"),
    ("there is `{}", "det finnes `{}"),
    ("for example: {}", "for eksempel: {}"),
    // Names.
    ("`{}` is taken", "navnet `{}` er opptatt"),
    ("choose another name", "velg et annet navn"),
    ("nothing is called `{}`", "ingenting heter `{}`"),
    ("{} has no key `{}`", "{} har ikke nøkkelen `{}`"),
    ("{} lacks `{}`", "{} mangler `{}`"),
    ("{} has no field `{}`", "{} har ikke feltet `{}`"),
    ("{} has no fields", "{} har ingen felt"),
    (
        "functions are called with brackets: `{}()`",
        "funksjoner kalles med parenteser: `{}()`",
    ),
    (
        "the pack has no parameter `{}`",
        "pakken har ikke parameteren `{}`",
    ),
    (
        "there is no function `{}`",
        "det finnes ingen funksjon `{}`",
    ),
    ("`{}` is not called this way", "`{}` kalles ikke slik"),
    // Types.
    ("`{}` has to be {}, not {}", "`{}` må være {}, ikke {}"),
    (
        "this is {}, but {} is needed",
        "dette er {}, men her trengs {}",
    ),
    (
        "compare it with something, for example with `==` or `!= null`",
        "sammenlign det med noe, for eksempel med `==` eller `!= null`",
    ),
    ("this is {} in a list of {}", "dette er {} i en liste av {}"),
    (
        "this is {}, which is not printed anywhere",
        "dette er {}, som ikke er trykt noe sted",
    ),
    (
        "point at a printed value, such as `q.title` or `q.stats.sum`",
        "pek på en trykt verdi, slik som `q.title` eller `q.stats.sum`",
    ),
    (
        "one branch is {}, the other {}",
        "den ene grenen er {}, den andre {}",
    ),
    (
        "only a list has items, this is {}",
        "bare en liste har elementer, dette er {}",
    ),
    (
        "only lists are walked over, this is {}",
        "bare lister gås gjennom, dette er {}",
    ),
    (
        "`{}` cannot join {} and {}",
        "`{}` kan ikke forene {} og {}",
    ),
    ("`{}` is never '{}'", "`{}` er aldri '{}'"),
    ("`{}` is not a text", "`{}` er ikke en tekst"),
    ("{} has no text of its own", "{} har ingen egen tekst"),
    (
        "take a field of it, or `join` a list",
        "ta et felt av det, eller sett sammen en liste med `join`",
    ),
    (
        "{} cannot stand in a message",
        "{} kan ikke stå i en melding",
    ),
    (
        "take a field of it, or map a list to texts or numbers",
        "ta et felt av det, eller gjør en liste om til tekster eller tall med `map`",
    ),
    // Null.
    ("this is null", "dette er null"),
    ("this may be null here", "dette kan være null her"),
    (
        "put `{} != null` before it, in `where` or with `&&`",
        "sett `{} != null` foran, i `where` eller med `&&`",
    ),
    (
        "name it with a `let` and test that for null, or use `orZero` or `orElse`",
        "gi det et navn med `let` og prøv det mot null, eller bruk `orZero` eller `orElse`",
    ),
    (
        "an item of this list may be null",
        "et element i denne listen kan være null",
    ),
    (
        "map with `orZero(…)`, or leave the nulls out: {}",
        "bruk `map` med `orZero(…)`, eller utelat dem som er null: {}",
    ),
    // Calls.
    (
        "`{}` takes a name and an expression",
        "`{}` tar et navn og et uttrykk",
    ),
    (
        "`{}` takes the key of a question",
        "`{}` tar nøkkelen til et spørsmål",
    ),
    (
        "`{}` takes 1 argument, not {}",
        "`{}` tar 1 argument, ikke {}",
    ),
    (
        "`{}` takes {} arguments, not {}",
        "`{}` tar {} argumenter, ikke {}",
    ),
    ("`{}` takes {} arguments", "`{}` tar {} argumenter"),
    (
        "`{}` needs a list, this is {}",
        "`{}` trenger en liste, dette er {}",
    ),
    (
        "`{}` searches parts of the report, this is {}",
        "`{}` leter i deler av rapporten, dette er {}",
    ),
    (
        "a name for the item is needed here",
        "her trengs et navn på elementet",
    ),
    (
        "the name of a field is needed here",
        "her trengs navnet på et felt",
    ),
    (
        "no pack knows a question '{}'",
        "ingen pakke kjenner et spørsmål '{}'",
    ),
    (
        "add a [[pack.question]] with this key",
        "legg til et [[pack.question]] med denne nøkkelen",
    ),
    ("this is not a day", "dette er ikke en dag"),
    (
        "write day, month and year: dato('3.9.2025')",
        "skriv dag, måned og år: dato('3.9.2025')",
    ),
    ("'{}' is no deviation", "'{}' er ikke et standardavvik"),
    (
        "'sample' or 'population' is needed here, or a parameter that is one",
        "her trengs 'sample' eller 'population', eller en parameter som er en av dem",
    ),
    (
        "the regular expression is broken: {}",
        "det regulære uttrykket har en feil: {}",
    ),
    (
        "a bracket or a dot that is meant as itself has a backslash before it: {}",
        "en parentes eller et punktum som er ment som seg selv, har en omvendt skråstrek foran: {}",
    ),
    // How expressions are written.
    ("`{}` means nothing here", "`{}` betyr ingenting her"),
    (
        "`{}` is a reserved word of the language",
        "`{}` er et reservert ord i språket",
    ),
    (
        "the name `{}` holds a letter outside a to z",
        "navnet `{}` har en bokstav utenom a til z",
    ),
    ("the number is too large", "tallet er for stort"),
    (
        "a number cannot be followed by `{}`",
        "et tall kan ikke følges av `{}`",
    ),
    ("the text is not closed", "teksten er ikke avsluttet"),
    (
        "end it with {}; a {} inside it is written {}",
        "avslutt den med {}; en {} inni den skrives {}",
    ),
    (
        "`{}` is not an escape",
        "`{}` er ikke en skrivemåte for et tegn",
    ),
    (
        "a backslash itself is written {}, so a pattern has {}; or write {}",
        "en omvendt skråstrek skrives {}, så et mønster har {}; eller skriv {}",
    ),
    (
        "the escape names no character",
        "skrivemåten står ikke for noe tegn",
    ),
    ("compare with `==`", "sammenlign med `==`"),
    ("join conditions with `&&`", "forén vilkår med `&&`"),
    ("join alternatives with `||`", "forén alternativer med `||`"),
    (
        "quote texts with ' or \"",
        "skriv tekster mellom ' eller \"",
    ),
    (
        "the expression is longer than {} bytes",
        "uttrykket er lengre enn {} byte",
    ),
    (
        "the expression is nested deeper than {}",
        "uttrykket er nøstet dypere enn {}",
    ),
    (
        "the expression has more than {} operators",
        "uttrykket har mer enn {} operatorer",
    ),
    (
        "write `name in list`, e.g. `q in report.questions`",
        "skriv `navn in liste`, f.eks. `q in report.questions`",
    ),
    ("{} where {} should be", "{} der {} skulle stå"),
    // Messages.
    ("the brace is not closed", "klammen er ikke lukket"),
    ("no brace is open here", "ingen klamme er åpen her"),
    (
        "a brace that is meant as itself is written twice: {}",
        "en klamme som er ment som seg selv, skrives to ganger: {}",
    ),
    // Tables.
    ("this is no TOML: {}", "dette er ikke TOML: {}"),
    (
        "bokmål stands in for the languages that are left out",
        "bokmål brukes for språkene som er utelatt",
    ),
    (
        "what has to hold, else it is found",
        "det som skal stemme; ellers er det et funn",
    ),
    (
        "the printed value at fault: {}",
        "den trykte verdien som er gal: {}",
    ),
    ("the printed value: {}", "den trykte verdien: {}"),
    ("what is wrong: {}", "hva som er galt: {}"),
    (
        "in what an error can be hidden: {}",
        "hva en feil kan skjules i: {}",
    ),
    (
        "how much the rounding hides: {}",
        "hvor mye avrundingen skjuler: {}",
    ),
    (
        "error, warning or note",
        "error (feil), warning (advarsel) eller note (merknad)",
    ),
    (
        "there is no severity '{}'",
        "det finnes ingen alvorlighet '{}'",
    ),
    ("there is no role '{}'", "det finnes ingen rolle '{}'"),
    (
        "there is no kind of question '{}'",
        "det finnes ingen spørsmålstype '{}'",
    ),
    ("there is no rule `{}`", "det finnes ingen regel `{}`"),
    (
        "what a finding and its cause have in common: {}",
        "det et funn og årsaken har felles: {}",
    ),
    (
        "name it after the defect: {}",
        "gi den navn etter feilen: {}",
    ),
    (
        "the rule `{}` is written twice",
        "regelen `{}` er skrevet to ganger",
    ),
    (
        "there is a rule `{}` already, in {}",
        "det er allerede en regel `{}`, i {}",
    ),
    (
        "the rule `{}` has a part `{}` already, in {}",
        "regelen `{}` har allerede en del `{}`, i {}",
    ),
    (
        "give it another name, or say that it stands for the other one where its pack applies: replaces = true",
        "gi den et annet navn, eller si at den står for den andre der pakken gjelder: replaces = true",
    ),
    (
        "there is no earlier rule `{}` that it could replace",
        "det er ingen tidligere regel `{}` som den kan erstatte",
    ),
    (
        "the rule `{}` has no part `{}` that it could replace",
        "regelen `{}` har ingen del `{}` som den kan erstatte",
    ),
    (
        "give it another id, or, if it is another part of the rule, a `part` of its own",
        "gi den en annen id, eller, hvis den er en annen del av regelen, en egen `part`",
    ),
    (
        "`{}` cannot be used as an id",
        "`{}` kan ikke brukes som id",
    ),
    (
        "use small letters, digits and hyphens: {}",
        "bruk små bokstaver, sifre og bindestreker: {}",
    ),
    (
        "give it a short name in lower case: {}",
        "gi den et kort navn med små bokstaver: {}",
    ),
    (
        "a regular expression on the title, or `options`: several on the options",
        "et regulært uttrykk for tittelen, eller `options`: flere for svaralternativene",
    ),
    (
        "rules call it by this name: {}",
        "regler bruker dette navnet: {}",
    ),
    ("rules use it by its name", "regler bruker den ved navn"),
    (
        "`with` gives the arguments of a template",
        "`with` gir argumentene til en mal",
    ),
    ("there is no template '{}'", "det finnes ingen mal '{}'"),
    (
        "the template '{}' takes no `{}`",
        "malen '{}' tar ingen `{}`",
    ),
    ("the template '{}' needs `{}`", "malen '{}' trenger `{}`"),
    ("give it in `with`", "gi den i `with`"),
    (
        "there is no built-in report `{}`",
        "det finnes ingen innebygd rapport `{}`",
    ),
    (
        "give the report's text, or the built-in one that it is an edit of: {}",
        "gi rapportens tekst, eller den innebygde som den er en endring av: {}",
    ),
    (
        "this text does not stand in the case's report",
        "denne teksten står ikke i rapporten til eksempelet",
    ),
    (
        "`edit` has to be a list of pairs: {}",
        "`edit` må være en liste av par: {}",
    ),
    ("`{}` has to be {}", "`{}` må være {}"),
];

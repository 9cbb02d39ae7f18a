//! In nynorsk: what became of the digits of a report, and why places could not be judged.

use super::Nn;
use crate::i18n::catalogue::Coverage;
use std::fmt::Display;

impl Coverage for Nn {
    fn page_number(&self) -> &'static str {
        "sidetal"
    }

    fn running_line(&self) -> &'static str {
        "linje på kvar side"
    }

    fn line_number(&self) -> &'static str {
        "linjenummer"
    }

    fn date(&self) -> &'static str {
        "dato"
    }

    fn title(&self) -> &'static str {
        "tittel"
    }

    fn name(&self) -> &'static str {
        "namn"
    }

    fn option(&self) -> &'static str {
        "svaralternativ"
    }

    fn telephone(&self) -> &'static str {
        "telefonnummer"
    }

    fn prose(&self) -> &'static str {
        "fritekst"
    }

    fn repeated_page(&self) -> &'static str {
        "side som står to gonger"
    }

    fn switched_off(&self) -> &'static str {
        "berre for reglar som er slått av"
    }

    fn not_judged(&self, count: usize) -> &'static str {
        if count == 1 {
            "stad kunne ikkje vurderast"
        } else {
            "stader kunne ikkje vurderast"
        }
    }

    fn because(&self, places: &dyn Display, why: &dyn Display) -> String {
        format!("{places}: {why}")
    }

    fn unread_value(&self) -> &'static str {
        "eit tal vart ikkje lese sikkert"
    }

    fn uncertain_answer(&self) -> &'static str {
        "eit svar vart ikkje lese sikkert"
    }

    fn needs(&self) -> &'static str {
        "det regelen treng, er ikkje heilt"
    }

    fn no_such_question(&self) -> &'static str {
        "rapporten har ikkje spørsmålet"
    }

    fn no_answer(&self) -> &'static str {
        "respondenten har ikkje svara på det andre spørsmålet"
    }

    fn ambiguous(&self) -> &'static str {
        "fleire svar kan vere meint"
    }

    fn no_previous(&self) -> &'static str {
        "rapporten frå i fjor er ikkje oppgjeven"
    }

    fn no_table(&self) -> &'static str {
        "fila til tabellen er ikkje oppgjeven"
    }

    fn no_such_item(&self) -> &'static str {
        "ei liste er for kort"
    }

    fn undefined(&self) -> &'static str {
        "deling på null eller eit for stort tal"
    }

    fn not_printed(&self) -> &'static str {
        "det som er gale, er ikkje skrive ut"
    }

    fn reasons(&self) -> &'static str {
        "Kvifor ein stad ikkje blir vurdert"
    }
}

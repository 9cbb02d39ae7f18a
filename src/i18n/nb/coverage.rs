//! In bokmål: what became of the digits of a report, and why places could not be judged.

use super::Nb;
use crate::i18n::catalogue::Coverage;
use std::fmt::Display;

impl Coverage for Nb {
    fn page_number(&self) -> &'static str {
        "sidetall"
    }

    fn running_line(&self) -> &'static str {
        "linje på hver side"
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
        "navn"
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
        "side som står to ganger"
    }

    fn switched_off(&self) -> &'static str {
        "bare for regler som er slått av"
    }

    fn not_judged(&self, count: usize) -> &'static str {
        if count == 1 {
            "sted kunne ikke vurderes"
        } else {
            "steder kunne ikke vurderes"
        }
    }

    fn because(&self, places: &dyn Display, why: &dyn Display) -> String {
        format!("{places}: {why}")
    }

    fn unread_value(&self) -> &'static str {
        "et tall ble ikke lest sikkert"
    }

    fn uncertain_answer(&self) -> &'static str {
        "et svar ble ikke lest sikkert"
    }

    fn needs(&self) -> &'static str {
        "det regelen trenger, er ikke helt"
    }

    fn no_such_question(&self) -> &'static str {
        "rapporten har ikke spørsmålet"
    }

    fn no_answer(&self) -> &'static str {
        "respondenten har ikke svart på det andre spørsmålet"
    }

    fn ambiguous(&self) -> &'static str {
        "flere svar kan være ment"
    }

    fn no_previous(&self) -> &'static str {
        "fjorårets rapport er ikke oppgitt"
    }

    fn no_table(&self) -> &'static str {
        "tabellens fil er ikke oppgitt"
    }

    fn no_such_item(&self) -> &'static str {
        "en liste er for kort"
    }

    fn undefined(&self) -> &'static str {
        "deling på null eller et for stort tall"
    }

    fn not_printed(&self) -> &'static str {
        "det som er galt, er ikke skrevet ut"
    }

    fn reasons(&self) -> &'static str {
        "Hvorfor et sted ikke blir vurdert"
    }
}

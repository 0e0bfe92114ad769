package samdata.catalog.identity;

import java.util.List;

/** What the invented publishers write, in English and Swedish; a phrase and its translation stand in one place. */
final class Phrases {
    record Said(String en, String sv, String de) {
        String in(String lang) {
            return lang.equals("sv") ? sv : lang.equals("de") ? de : en;
        }
    }

    static final List<Said> THINGS = List.of(
            new Said("bird observations", "fågelobservationer", "Vogelbeobachtungen"),
            new Said("road surface images", "bilder av vägytor", "Bilder von Fahrbahnen"),
            new Said("wind turbine vibrations", "vibrationer från vindkraftverk", "Schwingungen von Windrädern"),
            new Said("parking spaces", "parkeringsplatser", "Parkplätze"),
            new Said("air quality measurements", "luftkvalitetsmätningar", "Messungen der Luftqualität"),
            new Said("court decisions", "domslut", "Gerichtsurteile"),
            new Said("timber log scans", "skanningar av timmerstockar", "Scans von Baumstämmen"),
            new Said("bus arrivals", "bussankomster", "Busankünfte"),
            new Said("soil samples", "jordprover", "Bodenproben"),
            new Said("library loans", "bibliotekslån", "Ausleihen der Bibliotheken"),
            new Said("tree inventory", "trädinventering", "Baumkataster"),
            new Said("speech recordings", "talinspelningar", "Sprachaufnahmen"),
            new Said("water levels", "vattenstånd", "Wasserstände"),
            new Said("energy use of buildings", "byggnaders energianvändning", "Energieverbrauch von Gebäuden"),
            new Said("cycle counts", "cykelräkningar", "Zählungen von Fahrrädern"),
            new Said("school results", "skolresultat", "Ergebnisse der Schulen"));

    static final List<String> PLACES = List.of(
            "Malmö",
            "Lund",
            "Kiruna",
            "Umeå",
            "Göteborg",
            "Visby",
            "Örebro",
            "Luleå",
            "Växjö",
            "Uppsala",
            "Tromsø",
            "Bergen",
            "Aarhus",
            "Odense",
            "Turku",
            "Tampere",
            "Kiel",
            "Lübeck",
            "Gdańsk",
            "Tartu");

    static final List<String> BODIES = List.of(
            "Nordsikt AB",
            "Institute of Applied Sensing",
            "Fjällkraft",
            "Ministry of Open Records",
            "Skogsdata",
            "Talverket",
            "Harbour Authority",
            "Centre for Soil Research");

    /** {0} a place, {1} and {2} numbers, {3} an organisation, {4} the thing. */
    static final List<Said> SENTENCES = List.of(
            new Said(
                    "The data were collected by {3} at {1} fixed stations in {0}.",
                    "Data samlades in av {3} vid {1} fasta stationer i {0}.",
                    "Die Daten wurden von {3} an {1} festen Stationen in {0} erhoben."),
            new Said(
                    "Each record holds a time stamp, a position and {2} derived values.",
                    "Varje post har en tidpunkt, en position och {2} härledda värden.",
                    "Jeder Eintrag enthält Zeit, Ort und {2} abgeleitete Werte."),
            new Said(
                    "About {1} of the records were checked by two trained annotators.",
                    "Omkring {1} av posterna granskades av två utbildade annoterare.",
                    "Etwa {1} der Einträge wurden von zwei Fachleuten geprüft."),
            new Said(
                    "Missing values are marked with -{2} and were not filled in.",
                    "Saknade värden är märkta med -{2} och har inte fyllts i.",
                    "Fehlende Werte sind mit -{2} markiert und nicht ergänzt."),
            new Said(
                    "The sensors were calibrated against a reference every {1} hours.",
                    "Sensorerna kalibrerades mot en referens var {1} timme.",
                    "Die Sensoren wurden alle {1} Stunden gegen eine Referenz geeicht."),
            new Said(
                    "Personal data have been removed before the release by {3}.",
                    "Personuppgifter har tagits bort av {3} före publiceringen.",
                    "Personenbezogene Daten hat {3} vor der Freigabe entfernt."),
            new Said(
                    "The area measures {1} square kilometres around {0} and its suburbs.",
                    "Området omfattar {1} kvadratkilometer kring {0} och dess förorter.",
                    "Das Gebiet umfasst {1} Quadratkilometer um {0} und die Vororte."),
            new Said(
                    "A description of the instruments is found in report {2}.",
                    "En beskrivning av instrumenten finns i rapport {2}.",
                    "Eine Beschreibung der Geräte steht in Bericht {2}."),
            new Said(
                    "Researchers use the set to train models that recognise {4} under poor light.",
                    "Forskare använder mängden för att träna modeller som känner igen {4} i dåligt ljus.",
                    "Forscher trainieren damit Modelle, die {4} bei schlechtem Licht erkennen."),
            new Said(
                    "The resolution is {1} centimetres and the error below {2} millimetres.",
                    "Upplösningen är {1} centimeter och felet under {2} millimeter.",
                    "Die Auflösung beträgt {1} Zentimeter, der Fehler unter {2} Millimetern."),
            new Said(
                    "Volunteers of {3} reported what they saw during morning walks.",
                    "Frivilliga från {3} rapporterade vad de såg under morgonpromenader.",
                    "Freiwillige von {3} meldeten, was sie morgens sahen."),
            new Said(
                    "The files are split by municipality and packed as one archive.",
                    "Filerna är delade per kommun och packade i ett arkiv.",
                    "Die Dateien sind nach Gemeinden geteilt und in einem Archiv verpackt."),
            new Said(
                    "A further {2} samples were kept apart for tests.",
                    "Ytterligare {2} prov hölls undan för tester.", "Weitere {2} Proben blieben Tests vorbehalten."),
            new Said(
                    "Updates come when {3} has finished its yearly audit.",
                    "Uppdateringar kommer när {3} har gjort sin årliga granskning.",
                    "Neues kommt, wenn {3} die jährliche Prüfung beendet hat."));

    /** What stands below every description of a portal. */
    static final Said BOILERPLATE = new Said(
            "This dataset is part of the open data programme of the city of {0}. Use it freely and tell us what you build with it.",
            "Datamängden ingår i programmet för öppna data i {0} stad. Använd den fritt och berätta vad du bygger.",
            "Der Datensatz gehört zum Programm für offene Daten der Stadt {0}. Nutzen Sie ihn frei und schreiben Sie uns.");

    private Phrases() {}
}

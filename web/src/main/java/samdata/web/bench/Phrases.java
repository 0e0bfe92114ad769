package samdata.web.bench;

import java.util.List;

/** The words of the invented datasets; a thing and a manner have the same place in both languages. */
final class Phrases {
    static final List<String> THINGS_EN = List.of(
            "wind turbines",
            "road signs",
            "timber logs",
            "hospital letters",
            "dialect recordings",
            "bearing vibrations",
            "satellite images",
            "customer questions",
            "power prices",
            "snow depth",
            "harbour cranes",
            "field weeds",
            "bus arrivals",
            "court decisions",
            "milk yields",
            "heat meters",
            "forest stands",
            "parcel labels",
            "ice roads",
            "welding seams",
            "speech commands",
            "invoice lines",
            "bird songs",
            "pump failures");
    static final List<String> THINGS_SV = List.of(
            "vindkraftverk",
            "vägskyltar",
            "timmerstockar",
            "sjukhusbrev",
            "dialektinspelningar",
            "lagervibrationer",
            "satellitbilder",
            "kundfrågor",
            "elpriser",
            "snödjup",
            "hamnkranar",
            "ogräs i fält",
            "bussankomster",
            "domslut",
            "mjölkavkastning",
            "värmemätare",
            "skogsbestånd",
            "paketetiketter",
            "isvägar",
            "svetsfogar",
            "talkommandon",
            "fakturarader",
            "fågelsång",
            "pumphaverier");
    static final List<String> PLACES = List.of(
            "Kiruna", "Umeå", "Göteborg", "Skellefteå", "Malmö", "Östersund", "Visby", "Örebro", "Luleå", "Växjö");
    static final List<String> MANNERS_EN = List.of(
            "collected by sensors and checked by hand",
            "labelled by two annotators with a measured agreement",
            "gathered from operations over several winters",
            "sampled evenly over the year and split by site");
    static final List<String> MANNERS_SV = List.of(
            "insamlade av sensorer och kontrollerade för hand",
            "märkta av två personer med uppmätt samstämmighet",
            "samlade från drift under flera vintrar",
            "jämnt fördelade över året och delade efter plats");

    private Phrases() {}

    static String titleEn(int thing, int place, int number) {
        return capital(THINGS_EN.get(thing)) + " around " + PLACES.get(place) + ", series " + number;
    }

    static String titleSv(int thing, int place, int number) {
        return capital(THINGS_SV.get(thing)) + " kring " + PLACES.get(place) + ", serie " + number;
    }

    static String descriptionEn(int thing, int place, int manner) {
        return "Observations of " + THINGS_EN.get(thing) + " in the area of " + PLACES.get(place) + ", "
                + MANNERS_EN.get(manner) + ". Missing values are marked, and the train and test parts share no site.";
    }

    static String descriptionSv(int thing, int place, int manner) {
        return "Observationer av " + THINGS_SV.get(thing) + " i trakten av " + PLACES.get(place) + ", "
                + MANNERS_SV.get(manner)
                + ". Saknade värden är markerade, och tränings- och testdelarna delar ingen plats.";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}

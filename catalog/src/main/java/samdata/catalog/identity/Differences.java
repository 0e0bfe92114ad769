package samdata.catalog.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tells two descriptions apart, as those of a series are told apart: a year, a number, a place, a name. */
final class Differences {
    private final Fingerprint a;
    private final Fingerprint b;
    private final Set<String> saidOfA = new HashSet<>();
    private final Set<String> saidOfB = new HashSet<>();

    Differences(Fingerprint a, Fingerprint b) {
        this.a = a;
        this.b = b;
    }

    Set<Kind> all() {
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        if (disjoint(in(a.titles(), Prose::years), in(b.titles(), Prose::years))) found.add(Kind.OTHER_YEAR);
        if (disjoint(in(a.titles(), Differences::marks), in(b.titles(), Differences::marks)))
            found.add(Kind.OTHER_NUMBER);
        if (disjoint(begins(a), begins(b))) found.add(Kind.OTHER_PERIOD);
        if (disjoint(comparable(a.places(), b.places()), comparable(b.places(), a.places())))
            found.add(Kind.OTHER_PLACE);
        if (disjoint(dois(a), dois(b))) found.add(Kind.OTHER_IDENTIFIER);
        if (titlesOfSiblings()) found.add(Kind.OTHER_NAME);
        return found;
    }

    /** Whether one text is the other with another name, number or word of the title in its place. */
    boolean substituted(Prose one, Prose other) {
        Set<String> here = one.without(other);
        Set<String> there = other.without(one);
        here.removeAll(saidOfB());
        there.removeAll(saidOfA());
        return tells(here, one, a) && tells(there, other, b);
    }

    private boolean titlesOfSiblings() {
        for (Prose one : a.titles())
            for (Prose other : b.titles()) {
                Set<String> here = one.without(other);
                Set<String> there = other.without(one);
                int shared = Set.copyOf(one.words()).size() - here.size();
                if (shared < 2 || shared < Math.min(here.size(), there.size())) continue;
                here.removeAll(saidOfB());
                there.removeAll(saidOfA());
                if (named(here, one) && named(there, other)) return true;
            }
        return false;
    }

    private Set<String> saidOfA() {
        if (saidOfA.isEmpty()) saidOfA.addAll(said(a));
        return saidOfA;
    }

    private Set<String> saidOfB() {
        if (saidOfB.isEmpty()) saidOfB.addAll(said(b));
        return saidOfB;
    }

    /** A name that the other mentions anywhere does not tell the two apart. */
    private static Set<String> said(Fingerprint of) {
        Set<String> words = new HashSet<>();
        of.titles().forEach(title -> words.addAll(title.words()));
        of.descriptions().forEach(description -> words.addAll(description.words()));
        Stream.of(of.keywords(), of.publishers(), of.places())
                .flatMap(Set::stream)
                .forEach(text -> words.addAll(List.of(text.split(" ", -1))));
        return words;
    }

    private static boolean tells(Set<String> words, Prose prose, Fingerprint of) {
        return named(words, prose)
                || of.titles().stream()
                        .anyMatch(title -> words.stream()
                                .anyMatch(word ->
                                        word.length() > 3 && title.words().contains(word)));
    }

    private static boolean named(Set<String> words, Prose prose) {
        return words.stream().anyMatch(prose.names()::contains);
    }

    private static Set<String> in(List<Prose> texts, Function<Prose, Set<String>> read) {
        return texts.stream().flatMap(text -> read.apply(text).stream()).collect(Collectors.toSet());
    }

    /** Numbers of any size and names that hold one, years left out. */
    private static Set<String> marks(Prose title) {
        return title.words().stream()
                .filter(word -> Prose.holdsDigit(word) && !Prose.isYear(word))
                .collect(Collectors.toSet());
    }

    /** In which months the stated periods begin. */
    private static Set<String> begins(Fingerprint of) {
        return of.periods().stream()
                .filter(period -> period.matches("\\d{4}(-\\d{2})?.*"))
                .map(period -> period.substring(0, Math.min(7, period.length())).replaceFirst("/.*$", ""))
                .collect(Collectors.toSet());
    }

    /** Those places that are named from a list which the other side names places from, too. */
    private static Set<String> comparable(Set<String> places, Set<String> others) {
        Set<String> lists = others.stream().map(Differences::list).collect(Collectors.toSet());
        return places.stream()
                .filter(place -> place.startsWith("http") && lists.contains(list(place)))
                .collect(Collectors.toSet());
    }

    private static String list(String place) {
        int end = place.length() - (place.endsWith("/") || place.endsWith("#") ? 1 : 0);
        return place.substring(0, 1 + Math.max(place.lastIndexOf('/', end - 1), place.lastIndexOf('#', end - 1)));
    }

    private static Set<String> dois(Fingerprint of) {
        return of.keys().entrySet().stream()
                .filter(key -> Identifiers.isDoi(key.getKey()) && key.getValue().kind() == Kind.IDENTIFIER)
                .map(key -> key.getKey().value())
                .collect(Collectors.toSet());
    }

    private static boolean disjoint(Set<String> one, Set<String> other) {
        return !one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other);
    }
}

package dev.winnow.model.internal.history;

import dev.winnow.model.result.Citation;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The statements about one subject that count on a day, with what is unknown about it.
 *
 * @param kind what the subject is: {@code project}, {@code city}, {@code link}, {@code chain}, {@code firm}, {@code fund} or
 *     another row of a city, {@code other} for what has facts alone
 * @param id its id; for a row of a city, its key
 * @param name its display name
 * @param city whose row it is; null if it is none
 * @param stated what is said of it that counts on the day, by component, then by date; each value, not the latest alone
 * @param unknown components of which nothing is known on the day, {@code presences.LINK} for a link that a city may hold
 * @param open lists of a city that may hold more than is written
 * @param conflicts where sources disagree about it, on any day
 */
public record Dossier(
        String kind,
        String id,
        String name,
        @Nullable String city,
        List<Citation> stated,
        List<String> unknown,
        List<String> open,
        List<Problem> conflicts) {

    public Dossier {
        stated = List.copyOf(stated);
        unknown = List.copyOf(unknown);
        open = List.copyOf(open);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * The same without what is unknown or may hold more and nobody asks for: a universe is read with the vocabularies of
     * several policies, and what one of them asks for is no gap of a universe that another is to judge.
     *
     * @param known the vocabulary that the universe was read with
     * @param asked what is asked for
     */
    public Dossier asking(Vocabulary known, Vocabulary asked) {
        Predicate<String> isAsked = name -> !known.declares(kind, name) || asked.declares(kind, name);
        return new Dossier(
                kind,
                id,
                name,
                city,
                stated,
                unknown.stream().filter(isAsked).toList(),
                open.stream().filter(isAsked).toList(),
                conflicts);
    }

    /**
     * {@return the kind of the rows of a type: {@code lead user} for {@code LeadUser}}
     *
     * @param type the name of the type in rules
     */
    public static String kind(String type) {
        return LocalName.inWords(type);
    }
}

package dev.winnow.model.internal.history;

import dev.winnow.model.result.Citation;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The statements about one subject that count on a day, and its unknown facts.
 *
 * @param kind the kind of subject: {@code project}, {@code city}, {@code link}, {@code chain}, {@code firm}, {@code
 *     fund} or another row of a city, {@code other} for a subject that only stated facts mention
 * @param id its id; for a row of a city, its key
 * @param name its display name
 * @param city the city of a row; null for other subjects
 * @param stated all statements that count on the day, not only the latest, by component, then by date
 * @param unknown components without a known value on the day, {@code presences.LINK} for a link that a city may hold
 * @param open lists of a city that may be incomplete
 * @param conflicts disagreements between sources about it, on any day
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
     * Returns this dossier without unknown and incomplete components that a policy does not ask for. A universe is read
     * with the vocabularies of several policies, and a fact that only one of them uses is no gap for the others.
     *
     * @param known the vocabulary that the universe was read with
     * @param asked the vocabulary of the policy
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

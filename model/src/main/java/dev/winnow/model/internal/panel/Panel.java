package dev.winnow.model.internal.panel;

import dev.winnow.model.source.Place;
import dev.winnow.model.vocabulary.FactName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A panel of assessors who judge facts of projects and cities in one or more rounds.
 *
 * @param id its id, in small letters with hyphens
 * @param title its title; null if none is given
 * @param projects the ids of the projects that it judges, sorted
 * @param cities the ids of the cities that it judges, sorted
 * @param assessors its members, by id
 * @param recusals who does not judge which project or city, in the order stated, with the conflicts of interest that
 *     assessors declared
 * @param rounds its rounds, in their order
 * @param place the place of its id
 */
public record Panel(
        String id,
        @Nullable String title,
        List<String> projects,
        List<String> cities,
        List<Assessor> assessors,
        List<Recusal> recusals,
        List<Round> rounds,
        Place place) {

    public Panel {
        projects = projects.stream().sorted().distinct().toList();
        cities = cities.stream().sorted().distinct().toList();
        assessors = List.copyOf(assessors);
        recusals = List.copyOf(recusals);
        rounds = List.copyOf(rounds);
    }

    /** Returns an assessor; null if the panel has none of this id. */
    public @Nullable Assessor assessor(String assessor) {
        return assessors.stream()
                .filter(one -> one.id().equals(assessor))
                .findFirst()
                .orElse(null);
    }

    /** Returns the recusal of an assessor from a project or city; null if the assessor may judge it. */
    public @Nullable Recusal recusal(String assessor, String subject) {
        return recusal(recusals, assessor, subject);
    }

    static @Nullable Recusal recusal(Collection<Recusal> recusals, String assessor, String subject) {
        return recusals.stream()
                .filter(one -> one.assessor().equals(assessor) && one.subject().equals(subject))
                .findFirst()
                .orElse(null);
    }

    /** Returns the ids of the subjects of a fact that it judges: projects or cities. */
    public List<String> subjects(String fact) {
        return FactName.of(fact).isOfProject() ? projects : cities;
    }

    /** Whether an assessor is asked to judge a fact of a project or city. */
    public boolean asks(Assessor assessor, String subject, String fact) {
        return assessor.judges().contains(fact)
                && subjects(fact).contains(subject)
                && recusal(assessor.id(), subject) == null;
    }

    /** Returns the number of the round that is open: the first without judgements, else the last; 1 without rounds. */
    public int openRound() {
        return rounds.stream()
                .filter(round -> round.judgements().isEmpty())
                .findFirst()
                .map(Round::number)
                .orElse(rounds.isEmpty() ? 1 : rounds.get(rounds.size() - 1).number());
    }

    /** Returns this panel with other rounds. */
    Panel with(List<Round> others) {
        return new Panel(id, title, projects, cities, assessors, recusals, others, place);
    }

    /** Returns this panel as it stands before a round: without the judgements of that round and later ones. */
    public Panel before(int round) {
        return new Panel(
                id,
                title,
                projects,
                cities,
                assessors,
                recusals.stream().filter(one -> one.round() < round).toList(),
                rounds.stream()
                        .map(one -> one.number() < round ? one : one.with(List.of()))
                        .toList(),
                place);
    }

    /** Returns this panel with another value of one of its judgements. */
    public Panel with(Judgement judgement, @Nullable Object value) {
        return with(rounds.stream()
                .map(round -> round.with(round.judgements().stream()
                        .map(one -> one.equals(judgement) ? one.with(value) : one)
                        .toList()))
                .toList());
    }

    /**
     * Returns the judgements that stand after a round, by assessor: the latest of each assessor about a fact, since a
     * judgement of a later round replaces the assessor's earlier one.
     *
     * @param subject the id of the project or city
     * @param fact the name of the fact
     * @param round the number of the last round that counts
     */
    public Map<String, Judgement> standing(String subject, String fact, int round) {
        Map<String, Judgement> standing = new TreeMap<>();
        for (Round each : rounds) {
            if (each.number() <= round) {
                each.about(subject, fact).forEach(one -> standing.put(one.assessor(), one));
            }
        }
        return standing;
    }

    /** Returns all judgements about a fact, by round and assessor, including those that later ones replace. */
    public List<Judgement> given(String subject, String fact) {
        return rounds.stream()
                .flatMap(round -> round.about(subject, fact).stream())
                .toList();
    }

    /** Returns the judgements that stand after all rounds, by assessor. */
    public Map<String, Judgement> standing(String subject, String fact) {
        return standing(subject, fact, Integer.MAX_VALUE);
    }
}

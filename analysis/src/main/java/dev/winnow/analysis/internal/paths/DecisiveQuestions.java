package dev.winnow.analysis.internal.paths;

import dev.winnow.analysis.internal.questions.OpenQuestion;
import dev.winnow.analysis.internal.questions.QuestionList;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Effect.Bearing;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.LocalName;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The questions to one addressee whose answers decide the most. */
public final class DecisiveQuestions {

    private DecisiveQuestions() {}

    /**
     * Returns the open questions to an addressee that decide a knock-out or a red flag of a pair whose verdict is open, or
     * are part of a way to a decision, those of the shortest ways first. If there are none, returns all of the addressee's open questions, by
     * importance.
     *
     * @param pairs the explanations of the pairs in question
     * @param who the addressee
     */
    public static List<OpenQuestion> of(ScreeningSession session, Collection<Explanation> pairs, LocalName who) {
        Universe universe = session.universe();
        List<OpenQuestion> open = QuestionList.of(pairs.stream(), universe.vocabulary(), universe.answers())
                .only(one -> one.how().who().equals(who), null)
                .inOrder();
        if (open.isEmpty()) {
            return open;
        }
        Map<String, Integer> ways = new HashMap<>();
        pairs.stream()
                .filter(pair -> !pair.assessment().isSettled())
                .forEach(pair -> add(ways, pair.assessment(), DecisionPaths.of(session, pair)));
        List<OpenQuestion> decisive = open.stream()
                .filter(one -> ways.containsKey(key(one.id(), one.fact()))
                        || (one.candidates().stream().anyMatch(pair -> !pair.isSettled())
                                && one.stake().decides().stream()
                                        .anyMatch(effect -> effect.bearing() == Bearing.VERDICT)))
                .sorted(Comparator.comparing(one -> ways.getOrDefault(key(one.id(), one.fact()), Integer.MAX_VALUE)))
                .toList();
        return decisive.isEmpty() ? open : decisive;
    }

    private static void add(Map<String, Integer> ways, Assessment pair, DecisionPaths paths) {
        paths.clearings().forEach(clearing -> add(ways, pair, clearing.answers(), 1));
        paths.known()
                .forEach(path -> add(ways, pair, path.answers(), path.answers().size()));
        paths.all()
                .forEach(path -> add(ways, pair, path.answers(), path.answers().size()));
    }

    private static void add(
            Map<String, Integer> ways, Assessment pair, List<DecisionPath.SupposedAnswer> answers, int length) {
        for (DecisionPath.SupposedAnswer answer : answers) {
            String id = FactName.of(answer.fact()).isOfProject() ? pair.project() : pair.city();
            ways.merge(key(id, answer.fact()), length, Math::min);
        }
    }

    private static String key(String id, String fact) {
        return id + " " + fact;
    }
}

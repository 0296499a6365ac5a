package dev.winnow.analysis.internal.paths;

import dev.winnow.analysis.internal.questions.OpenQuestion;
import dev.winnow.engine.Answering;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Effect.Bearing;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.Figure;
import dev.winnow.model.vocabulary.FactName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far the answer to a question reaches. Each class but the last is shown by an example, found by judging again. Only
 * rows that a list of the city may lack are not tried: such a list counts if a rule that would change the verdict waits
 * for it.
 */
public enum AnswerReach {
    /** With other answers of the same addressee at most, the verdict differs with and without the answer. */
    ALONE,
    /** Only with answers of other addressees does the verdict differ. */
    WITH_OTHERS,
    /** No such example was found. */
    NONE;

    /** Number of random sets of answers that are tried; a count, so that every machine finds the same. */
    private static final int DRAWS = 100;

    private static final int SEED = 1;

    /**
     * Returns the reach of questions to one addressee, each a list of facts that are asked together.
     *
     * @param pairs the explanations of the pairs in question
     */
    public static List<AnswerReach> of(
            ScreeningSession session, Collection<Explanation> pairs, List<List<OpenQuestion>> asked) {
        List<AnswerReach> reach = new ArrayList<>(Collections.nCopies(asked.size(), NONE));
        for (Explanation pair : pairs) {
            if (!pair.assessment().isSettled()) {
                Search search = new Search(session, pair, asked);
                search.examples(reach, false);
                search.lists(reach);
                search.examples(reach, true);
            }
        }
        return reach;
    }

    /** The search for examples of one pair. */
    private static final class Search {

        private final Explanation pair;
        private final Answering answering;
        private final DecisionPaths paths;
        private final List<Set<String>> asked = new ArrayList<>();
        private final Set<String> own = new TreeSet<>();
        private final Set<String> all = new TreeSet<>();
        private final Map<String, List<Object>> values = new HashMap<>();

        Search(ScreeningSession session, Explanation pair, List<List<OpenQuestion>> asked) {
            this.pair = pair;
            answering = session.answering(pair.assessment());
            paths = DecisionPaths.of(session, pair);
            for (Undetermined open : pair.undetermined()) {
                if (open.effect().bearing() != Bearing.NOTHING) {
                    all.addAll(answering.missing(answering.number(open.rule())));
                }
            }
            for (List<OpenQuestion> question : asked) {
                Set<String> facts = new TreeSet<>();
                question.stream()
                        .filter(one -> isAbout(one, pair.assessment()))
                        .map(OpenQuestion::fact)
                        .filter(all::contains)
                        .forEach(facts::add);
                this.asked.add(facts);
                own.addAll(facts);
            }
        }

        private static boolean isAbout(OpenQuestion one, Assessment pair) {
            return one.id().equals(FactName.of(one.fact()).isOfProject() ? pair.project() : pair.city());
        }

        /** Raises the reach of the questions for which answers of the addressee, or of others too, give an example. */
        void examples(List<AnswerReach> reach, boolean others) {
            AnswerReach found = others ? WITH_OTHERS : ALONE;
            for (Map<String, Object> answers : answers(others ? all : own)) {
                for (int i = 0; i < asked.size(); i++) {
                    if (found.compareTo(reach.get(i)) < 0 && isExample(answers, asked.get(i))) {
                        reach.set(i, found);
                    }
                }
            }
        }

        /** Raises the reach of lists that may lack a row with which a rule stops the project. */
        void lists(List<AnswerReach> reach) {
            Verdict now = pair.assessment().verdict();
            for (Undetermined open : pair.undetermined()) {
                if ((open.effect() == Effect.KNOCK_OUT && now != Verdict.DECLINE)
                        || (open.effect() == Effect.RED_FLAG && now == Verdict.RECOMMEND)) {
                    Set<String> missing = answering.missing(answering.number(open.rule()));
                    AnswerReach found = own.containsAll(missing) ? ALONE : WITH_OTHERS;
                    for (int i = 0; i < asked.size(); i++) {
                        if (found.compareTo(reach.get(i)) < 0
                                && asked.get(i).stream()
                                        .anyMatch(fact -> missing.contains(fact)
                                                && answering.answers(fact).equals(List.of(true)))) {
                            reach.set(i, found);
                        }
                    }
                }
            }
        }

        /** Whether the verdict differs with and without the answers to some facts. */
        private boolean isExample(Map<String, Object> answers, Set<String> facts) {
            Map<String, Object> without = new TreeMap<>(answers);
            return without.keySet().removeAll(facts)
                    && answering.allows(answers)
                    && answering.judge(answers).verdict()
                            != answering.judge(without).verdict();
        }

        /** The answers to try for a fact; of a figure also the usual values. */
        private List<Object> values(String fact) {
            return values.computeIfAbsent(fact, any -> {
                List<Object> values = new ArrayList<>(answering.answers(fact));
                if (!values.isEmpty() && values.get(0) instanceof Figure one) {
                    answering.usual(fact).forEach(usual -> values.add(Figure.exactly(usual, one.unit())));
                }
                return values;
            });
        }

        /** Sets of answers to try: each answer alone, those of the ways to a decision, and random ones. */
        private List<Map<String, Object>> answers(Set<String> facts) {
            List<Map<String, Object>> sets = new ArrayList<>();
            for (String fact : facts) {
                values(fact).forEach(answer -> sets.add(Map.of(fact, answer)));
            }
            for (List<DecisionPath> some : List.of(paths.known(), paths.all())) {
                for (DecisionPath path : some) {
                    Map<String, Object> answers = new TreeMap<>();
                    path.answers().forEach(one -> answers.put(one.fact(), one.value()));
                    answers.keySet().retainAll(facts);
                    sets.add(answers);
                }
            }
            SplittableRandom random = new SplittableRandom(SEED);
            for (int i = 0; i < DRAWS; i++) {
                Map<String, Object> answers = new TreeMap<>();
                for (String fact : facts) {
                    List<Object> possible = values(fact);
                    if (!possible.isEmpty()) {
                        answers.put(fact, possible.get(random.nextInt(possible.size())));
                    }
                }
                sets.add(answers);
            }
            return sets;
        }
    }
}

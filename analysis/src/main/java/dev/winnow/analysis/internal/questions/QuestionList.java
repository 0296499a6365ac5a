package dev.winnow.analysis.internal.questions;

import dev.winnow.model.internal.history.Answer;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Question;
import dev.winnow.model.value.Fraction;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.FactQuestion;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.model.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be found out of candidates whose verdict may still change, by who knows. What decides knock-outs and red flags comes
 * first, then what moves most points for each day that an answer takes. Whoever knows the first question comes first.
 *
 * @param groups questions of the same who, in their order
 * @param answered how many questions are left out because they were answered, with a value or without
 */
public record QuestionList(List<List<OpenQuestion>> groups, int answered) {

    public QuestionList {
        groups = groups.stream().map(List::copyOf).toList();
    }

    /** Questions while they are collected. */
    private record Collected(
            String id, String fact, FactQuestion how, List<Question> asked, List<Assessment> candidates) {

        boolean stops() {
            return asked.stream()
                    .flatMap(one -> one.decides().stream())
                    .anyMatch(effect -> effect.bearing() == Effect.Bearing.VERDICT);
        }

        Fraction worth() {
            BigDecimal points = asked.stream().map(Question::points).reduce(BigDecimal.ZERO, BigDecimal::add);
            return Fraction.of(points).over(Fraction.of(BigDecimal.valueOf(Math.max(1, how.days()))));
        }

        OpenQuestion question() {
            Set<Effect> decides = EnumSet.noneOf(Effect.class);
            asked.forEach(one -> decides.addAll(one.decides()));
            BigDecimal points = asked.stream().map(Question::points).reduce(BigDecimal.ZERO, BigDecimal::max);
            return new OpenQuestion(id, how, new Question(fact, points, decides), candidates);
        }
    }

    /**
     * The questions of pairs.
     *
     * @param pairs what explains them, which is not kept
     * @param vocabulary which facts there are, and how they are found out
     * @param answers answers that are there already: what they are of is not asked again
     */
    public static QuestionList of(Stream<Explanation> pairs, Vocabulary vocabulary, Collection<Answer> answers) {
        Set<String> given = new HashSet<>();
        answers.forEach(answer -> given.add(answer.id() + " " + answer.fact()));
        Set<String> left = new HashSet<>();
        Map<String, Collected> byKey = new LinkedHashMap<>();
        for (Explanation pair : (Iterable<Explanation>) pairs::iterator) {
            Assessment one = pair.assessment();
            if (one.isSettled()) {
                continue;
            }
            for (Question question : pair.questions()) {
                FactName name = FactName.of(question.fact());
                if (!name.isOfProject() && !name.isOfCity()) {
                    continue; // a limit is the policy's to say
                }
                String id = name.isOfProject() ? one.project() : one.city();
                String key = id + " " + question.fact();
                if (given.contains(key)) {
                    left.add(key);
                    continue;
                }
                Collected collected = byKey.computeIfAbsent(
                        key,
                        any -> new Collected(
                                id, question.fact(), vocabulary.question(name), new ArrayList<>(), new ArrayList<>()));
                collected.asked.add(question);
                collected.candidates.add(one);
            }
        }
        Map<LocalName, List<OpenQuestion>> groups = new LinkedHashMap<>();
        byKey.values().stream()
                .sorted(Comparator.comparing((Collected one) -> !one.stops())
                        .thenComparing(Collected::worth, Comparator.reverseOrder())
                        .thenComparing(one -> one.how.days())
                        .thenComparing(one -> -one.candidates.size())
                        .thenComparing(one -> one.id)
                        .thenComparing(one -> one.fact))
                .forEach(one -> groups.computeIfAbsent(one.how.who(), any -> new ArrayList<>())
                        .add(one.question()));
        return new QuestionList(List.copyOf(groups.values()), left.size());
    }

    /** {@return all questions, group after group} */
    public List<OpenQuestion> all() {
        return groups.stream().flatMap(List::stream).toList();
    }
}

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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Questions about candidates whose verdict may still change. Questions that decide knock-outs come first, then those
 * that decide red flags; within each kind by points per day that an answer takes, as in the explanation of a candidate.
 *
 * @param inOrder all questions, by importance
 * @param answered number of questions left out because they were answered, with or without a value
 */
public record QuestionList(List<OpenQuestion> inOrder, int answered) {

    public QuestionList {
        inOrder = List.copyOf(inOrder);
    }

    /** {@return the questions by respondent, in their order; the respondent of the first question comes first} */
    public List<List<OpenQuestion>> groups() {
        Map<LocalName, List<OpenQuestion>> groups = new LinkedHashMap<>();
        inOrder.forEach(one -> groups.computeIfAbsent(one.how().who(), any -> new ArrayList<>())
                .add(one));
        return groups.values().stream().map(List::copyOf).toList();
    }

    /**
     * {@return some of the questions, in their order}
     *
     * @param which selects questions
     * @param most the maximum number; null for all
     */
    public QuestionList only(Predicate<OpenQuestion> which, @Nullable Integer most) {
        return new QuestionList(
                inOrder.stream()
                        .filter(which)
                        .limit(most == null ? Long.MAX_VALUE : most)
                        .toList(),
                answered);
    }

    /** {@return these questions, and after them the further ones of another list} */
    public QuestionList and(QuestionList other) {
        return new QuestionList(
                Stream.concat(inOrder.stream(), other.without(this).inOrder.stream())
                        .toList(),
                answered);
    }

    /** {@return the questions that another list does not contain} */
    public QuestionList without(QuestionList other) {
        Set<List<String>> others = new HashSet<>();
        other.inOrder.forEach(one -> others.add(List.of(one.fact(), one.id())));
        return only(one -> !others.contains(List.of(one.fact(), one.id())), null);
    }

    /** {@return the addressees, in the order of their first questions} */
    public List<LocalName> addressees() {
        return inOrder.stream().map(one -> one.how().who()).distinct().toList();
    }

    /** Questions while they are collected. */
    private record Collected(
            String id, String fact, FactQuestion how, List<Question> asked, List<Assessment> candidates) {

        /** Knock-outs come before red flags, and red flags before scores. */
        int place() {
            return decides(Effect.KNOCK_OUT) ? 0 : decides(Effect.RED_FLAG) ? 1 : 2;
        }

        private boolean decides(Effect effect) {
            return asked.stream().anyMatch(one -> one.decides(effect));
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
     * Collects the questions of pairs.
     *
     * @param pairs explanations of the pairs; they are not kept
     * @param vocabulary the facts, and how they are found out
     * @param answers existing answers, which are not asked for again
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
                    continue; // limits are set by the policy
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
        List<OpenQuestion> inOrder = byKey.values().stream()
                .sorted(Comparator.comparing(Collected::place)
                        .thenComparing(Collected::worth, Comparator.reverseOrder())
                        .thenComparing(one -> one.how.days())
                        .thenComparing(one -> -one.candidates.size())
                        .thenComparing(one -> one.fact)
                        .thenComparing(one -> one.id))
                .map(Collected::question)
                .toList();
        return new QuestionList(inOrder, left.size());
    }

    /** {@return all questions, by respondent} */
    public List<OpenQuestion> all() {
        return groups().stream().flatMap(List::stream).toList();
    }
}

package dev.winnow.report.internal.sentences;

import dev.winnow.analysis.internal.paths.DecisionPath;
import dev.winnow.analysis.internal.paths.DecisionPath.SupposedAnswer;
import dev.winnow.analysis.internal.paths.DecisionPaths;
import dev.winnow.analysis.internal.paths.DecisionPaths.Clearing;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.layout.Columns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Describes the answers that settle a verdict, as questions with their answers. */
public final class WaysText {

    /** A lower bound that means no more than "some". */
    private static final Amount TINY = Amount.of("0.000001");

    private final Wording wording;
    private final Names names;
    private final QuestionWords asked;

    public WaysText(Wording wording, Names names) {
        this.wording = wording;
        this.names = names;
        this.asked = new QuestionWords(wording, names);
    }

    /**
     * Returns the ways to each verdict and the answers that clear each knock-out, with the answers as sub-items; empty
     * if the verdict is settled.
     */
    public List<Item> parts(Assessment one, DecisionPaths ways) {
        List<Item> parts = new ArrayList<>();
        if (one.isSettled()) {
            return parts;
        }
        List<DecisionPath> certain = ways.all();
        parts.addAll(announced("ways.base", one, ways.base(), certain));
        parts.addAll(announced("ways.known", one, ways.known(), certain));
        parts.addAll(announced("ways", one, certain, List.of()));
        for (Verdict verdict : List.of(Verdict.RECOMMEND, Verdict.DECLINE)) {
            boolean found = ways.all().stream().anyMatch(way -> way.to() == verdict);
            if (one.possible().contains(verdict) && !found) {
                parts.add(new Item(wording.say("ways.none", wording.say("verdict." + verdict)), List.of()));
            }
        }
        for (Clearing clearing : ways.clearings()) {
            String title = Columns.withoutFullStop(clearing.title());
            parts.add(new Item(
                    wording.say(clearing.answers().isEmpty() ? "ways.clears.none" : "ways.clears", title),
                    answers(one, clearing.answers())));
        }
        return parts;
    }

    /**
     * Returns ways with their answers as sub-items.
     *
     * @param key the key of the sentences that introduce them
     * @param stronger ways that imply the same verdict, which are not repeated
     */
    private List<Item> announced(String key, Assessment one, List<DecisionPath> some, List<DecisionPath> stronger) {
        return some.stream()
                .filter(way -> stronger.stream()
                        .noneMatch(other -> other.to() == way.to()
                                && other.answers().size() == way.answers().size()))
                .map(way -> new Item(announced(key, way), answers(one, way.answers())))
                .toList();
    }

    private String announced(String key, DecisionPath way) {
        String verdict = wording.say("verdict." + way.to());
        int number = way.answers().size();
        return number == 1
                ? wording.say(key + ".one", verdict)
                : wording.say(key + (way.fewest() ? ".fewest" : ".most"), verdict, number);
    }

    private List<String> answers(Assessment one, List<SupposedAnswer> answers) {
        return answers.stream().map(answer -> answer(one, answer)).toList();
    }

    /** Returns an answer with its question: {@code Is all the money that SiEn needs committed? – yes}. */
    public String answer(Assessment one, SupposedAnswer answer) {
        return wording.say("ways.answer", asked.ask(answer.fact(), one.project(), one.city()), value(answer));
    }

    private String value(SupposedAnswer answer) {
        FactName fact = FactName.of(answer.fact());
        Object value = answer.value();
        if (value instanceof Figure figure) {
            return figure(figure);
        }
        if (value instanceof Boolean yes) {
            boolean list = fact.list().equals(Vocabulary.CITY)
                    && names.vocabulary().rows().containsKey(fact.property());
            return wording.say(list ? "ways.nothing" : yes ? "ways.yes" : "ways.no");
        }
        if (value instanceof LocalDate day) {
            return wording.day(day);
        }
        if (value instanceof Collection<?> list) {
            return list.isEmpty()
                    ? wording.say("ways.nothing")
                    : wording.list(list.stream()
                            .map(one -> named(fact, String.valueOf(one)))
                            .toList());
        }
        return named(fact, String.valueOf(value));
    }

    private String named(FactName fact, String one) {
        if (one.equals(SupposedAnswer.SOMEBODY)) {
            return wording.say("ways.somebody");
        }
        String refers = names.vocabulary().refers(fact.list(), fact.property());
        return refers != null
                ? names.within(refers, one, wording.language())
                : names.vocabulary().word(fact.list(), fact.property(), one, wording.language());
    }

    private String figure(Figure figure) {
        String low = figure.unit().write(figure.low(), wording.language());
        if (figure.isExact()) {
            return low;
        }
        RatingLevels levels = figure.unit().levels();
        boolean all = levels != null
                ? figure.high().equals(Amount.of(levels.highest()))
                : figure.unit().equals(Unit.SHARE) && figure.high().equals(Amount.ONE);
        if (all || figure.high().isUnbounded()) {
            return wording.say("ways.least", low);
        }
        String high = figure.unit().write(figure.high(), wording.language());
        boolean lowest = levels != null && figure.low().equals(Amount.of(levels.lowest()));
        return lowest || figure.bound() == Bound.AT_MOST || figure.low().compareTo(TINY) <= 0
                ? wording.say("ways.atMost", high)
                : levels != null ? figure.write(wording.language()) : wording.say("ways.between", low, high);
    }
}

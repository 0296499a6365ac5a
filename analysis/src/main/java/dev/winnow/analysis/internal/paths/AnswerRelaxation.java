package dev.winnow.analysis.internal.paths;

import dev.winnow.engine.Answering;
import dev.winnow.engine.internal.walk.SearchGrid;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.FactName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Weakens answers as far as they still suffice: figures become at least the smallest sufficient number or at most the
 * largest, in few digits, and within the values that the figure has elsewhere if these suffice; dates become the latest
 * sufficient day; lists lose unnecessary members.
 */
final class AnswerRelaxation {

    /** Largest number that is tried. */
    private static final Amount LARGEST = Amount.of("1e12");

    /** Numbers of significant digits that people write, fewest first. */
    private static final int[] DIGITS = {2, 3, 6};

    /** Numbers closer than this factor are not searched further. */
    private static final Amount NEAR = Amount.of("1.0001");

    /** Lower bound of plausible thresholds; below it, any number suffices. */
    private static final Amount TINY = Amount.of("0.0001");

    private static final Amount HUGE = Amount.of("1e11");

    private final Answering answering;
    private final Predicate<Map<String, Object>> suffices;

    /**
     * @param answering returns the known value of a fact, and the values that it has elsewhere
     * @param suffices whether answers suffice
     */
    AnswerRelaxation(Answering answering, Predicate<Map<String, Object>> suffices) {
        this.answering = answering;
        this.suffices = suffices;
    }

    /**
     * Weakens each figure as far as the answers still suffice. Equal figures of one kind, such as the amounts of
     * several funds, are weakened together; otherwise the first would carry nearly everything and the last nearly
     * nothing.
     */
    Map<String, Object> relaxed(Map<String, Object> answers) {
        Map<String, Object> all = new TreeMap<>(answers);
        List<Set<String>> figures = alike(answers);
        // Values of other projects and cities come first: a way should ask for a figure that occurs in practice.
        figures.forEach(facts -> set(all, facts, usualEnd(facts, all)));
        figures.forEach(facts -> set(
                all,
                facts,
                relaxed(facts.iterator().next(), (Figure) value(all, facts), other -> isEnough(all, facts, other))));
        answers.forEach((fact, answer) -> {
            if (answer instanceof LocalDate day) {
                all.put(fact, latest(day, other -> isEnough(all, Set.of(fact), other)));
            } else if (answer instanceof List<?> list) {
                all.put(fact, fewest(fact, list, other -> isEnough(all, Set.of(fact), other)));
            }
        });
        return all;
    }

    /** Groups the facts answered with figures; unknown facts of one kind with equal answers form one group. */
    private List<Set<String>> alike(Map<String, Object> answers) {
        Map<List<Object>, Set<String>> alike = new LinkedHashMap<>();
        answers.forEach((fact, answer) -> {
            if (answer instanceof Figure figure) {
                FactName name = FactName.of(fact);
                List<Object> kind = answering.now(fact) == null
                        ? List.of(name.list(), name.property(), figure)
                        : List.<Object>of(fact);
                alike.computeIfAbsent(kind, any -> new TreeSet<>()).add(fact);
            }
        });
        return List.copyOf(alike.values());
    }

    private static Object value(Map<String, Object> all, Set<String> facts) {
        return Objects.requireNonNull(all.get(facts.iterator().next()));
    }

    private static void set(Map<String, Object> all, Set<String> facts, Object value) {
        facts.forEach(fact -> all.put(fact, value));
    }

    private boolean isEnough(Map<String, Object> all, Set<String> facts, Object value) {
        Map<String, Object> tried = new TreeMap<>(all);
        set(tried, facts, value);
        return suffices.test(tried);
    }

    /**
     * Replaces a figure by at least the largest, or at most the smallest, value that it has elsewhere, if that
     * suffices.
     */
    private Figure usualEnd(Set<String> facts, Map<String, Object> all) {
        Figure given = (Figure) value(all, facts);
        String fact = facts.iterator().next();
        List<Amount> elsewhere = answering.elsewhere(fact).stream()
                .filter(amount -> !amount.isZero())
                .toList();
        if (elsewhere.isEmpty() || answering.now(fact) != null) {
            return given;
        }
        Amount largest = elsewhere.get(elsewhere.size() - 1);
        Amount smallest = elsewhere.get(0);
        Figure usual = given;
        if (given.low().compareTo(largest) > 0) {
            usual = Figure.between(largest, given.high(), given.unit());
        } else if (given.low().isZero() && given.high().compareTo(smallest) < 0) {
            usual = Figure.between(given.low(), smallest, given.unit());
        }
        return isEnough(all, facts, usual) ? usual : given;
    }

    /** Drops unnecessary members from a list, last first, and keeps its known members. */
    private List<?> fewest(String fact, List<?> list, Predicate<List<?>> enough) {
        List<?> known = answering.now(fact) instanceof List<?> begun ? begun : List.of();
        List<?> fewest = list;
        for (int i = list.size() - 1; i >= 0; i--) {
            if (!known.contains(list.get(i))) {
                List<Object> fewer = new ArrayList<>(fewest);
                fewer.remove(list.get(i));
                fewest = enough.test(fewer) ? List.copyOf(fewer) : fewest;
            }
        }
        return fewest;
    }

    /** The latest day that suffices, up to today. */
    private LocalDate latest(LocalDate does, Predicate<LocalDate> enough) {
        LocalDate today = answering.day();
        if (!does.isBefore(today) || enough.test(today)) {
            return does.isBefore(today) ? today : does;
        }
        long inside = does.toEpochDay();
        long outside = today.toEpochDay();
        while (outside - inside > 1) {
            long middle = (inside + outside) / 2;
            if (enough.test(LocalDate.ofEpochDay(middle))) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return LocalDate.ofEpochDay(inside);
    }

    private Figure relaxed(String fact, Figure given, Predicate<Figure> enough) {
        Figure known = (Figure) answering.now(fact);
        Unit unit = given.unit();
        RatingLevels levels = unit.levels();
        Amount least = known != null ? known.low() : levels == null ? Amount.ZERO : Amount.of(levels.lowest());
        Amount most = known != null
                ? known.high()
                : levels != null
                        ? Amount.of(levels.highest())
                        : unit.equals(Unit.SHARE) ? Amount.ONE : Amount.UNBOUNDED;
        Figure answer = wider(given, least, most, enough);
        if (levels != null) {
            return level(answer, least, most, enough);
        }
        boolean raises = answer.high().equals(most) && answer.low().compareTo(least) > 0;
        boolean lowers = answer.low().equals(least) && answer.high().compareTo(most) < 0;
        if (!raises && !lowers) {
            return answer;
        }
        Function<Amount, Figure> figure =
                value -> raises ? Figure.between(value, most, unit) : Figure.between(least, value, unit);
        Amount end = Amount.min(most, LARGEST);
        Figure relaxed = raises
                ? nearest(answer.low(), least, RoundingMode.UP, figure, enough)
                : nearest(answer.high(), end, RoundingMode.DOWN, figure, enough);
        Amount threshold = raises ? relaxed.low() : relaxed.high();
        // A threshold beyond these limits shows that another answer decides; a usual number is then printed.
        boolean any = threshold.compareTo(TINY) < 0 || threshold.compareTo(HUGE) > 0;
        Figure shown = any ? usual(fact, figure, least, end, enough, relaxed) : relaxed;
        return seen(answering.elsewhere(fact), raises, raises ? shown.low() : shown.high(), figure, enough, shown);
    }

    /** Moves the inner end of an answer by whole levels towards the levels that do not suffice. */
    private static Figure level(Figure answer, Amount least, Amount most, Predicate<Figure> enough) {
        Figure relaxed = answer;
        boolean raises = answer.high().equals(most);
        boolean lowers = answer.low().equals(least);
        while (raises != lowers) {
            Figure wider = raises
                    ? Figure.between(relaxed.low().minus(Amount.ONE), most, answer.unit())
                    : Figure.between(least, relaxed.high().plus(Amount.ONE), answer.unit());
            boolean whole = wider.low().compareTo(least) <= 0 && wider.high().compareTo(most) >= 0;
            if (whole || !enough.test(wider)) {
                break;
            }
            relaxed = wider;
        }
        return relaxed;
    }

    /** Drops one end of an answer between two numbers, if the other suffices. */
    private static Figure wider(Figure answer, Amount least, Amount most, Predicate<Figure> enough) {
        if (answer.high().equals(most) || answer.low().equals(least)) {
            return answer;
        }
        Figure lower = Figure.between(least, answer.high(), answer.unit());
        Figure higher = Figure.between(answer.low(), most, answer.unit());
        return enough.test(lower) ? lower : enough.test(higher) ? higher : answer;
    }

    /** A threshold beyond all values elsewhere is replaced by the outermost of them, if that suffices. */
    private static Figure seen(
            List<Amount> elsewhere,
            boolean raises,
            Amount threshold,
            Function<Amount, Figure> figure,
            Predicate<Figure> enough,
            Figure otherwise) {
        if (elsewhere.isEmpty()) {
            return otherwise;
        }
        Amount outermost = raises ? elsewhere.get(0) : elsewhere.get(elsewhere.size() - 1);
        boolean beyond = raises ? threshold.compareTo(outermost) < 0 : threshold.compareTo(outermost) > 0;
        Figure tried = figure.apply(outermost);
        return beyond && !outermost.isZero() && enough.test(tried) ? tried : otherwise;
    }

    private Figure usual(
            String fact,
            Function<Amount, Figure> figure,
            Amount least,
            Amount end,
            Predicate<Figure> enough,
            Figure otherwise) {
        List<Amount> usual = answering.usual(fact).stream()
                .filter(value -> value.compareTo(least) > 0 && value.compareTo(end) < 0)
                .toList();
        Amount middle =
                usual.isEmpty() ? Amount.of(end.equals(Amount.ONE) ? "0.5" : "10") : usual.get(usual.size() / 2);
        Figure tried = figure.apply(middle);
        return middle.compareTo(least) > 0 && middle.compareTo(end) < 0 && enough.test(tried) ? tried : otherwise;
    }

    /**
     * Finds the sufficient number nearest to an insufficient one, as at least or at most. Does not search to the last
     * digit, since each judgement is expensive.
     *
     * @param inwards rounds towards sufficient numbers
     */
    private static Figure nearest(
            Amount does,
            Amount not,
            RoundingMode inwards,
            Function<Amount, Figure> figure,
            Predicate<Figure> suffices) {
        long inside = SearchGrid.place(does);
        long outside = SearchGrid.place(not);
        while (isWide(Math.min(inside, outside), Math.max(inside, outside))) {
            long middle = Math.min(inside, outside) + Math.abs(inside - outside) / 2;
            if (suffices.test(figure.apply(SearchGrid.at(middle)))) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return written(SearchGrid.at(inside), inwards, does, not, figure, suffices);
    }

    /** Rounds a number to as few digits as possible, within the two numbers that enclose it. */
    private static Figure written(
            Amount exact,
            RoundingMode towards,
            Amount does,
            Amount not,
            Function<Amount, Figure> figure,
            Predicate<Figure> suffices) {
        BigDecimal number = exact.decimal();
        for (int i = 0; i < 2 * DIGITS.length; i++) {
            // The nearest number comes first, because it is often the limit itself.
            RoundingMode rounding = i % 2 == 0 ? RoundingMode.HALF_EVEN : towards;
            BigDecimal rounded = number.round(new MathContext(DIGITS[i / 2], rounding));
            boolean near =
                    rounded.subtract(number).abs().multiply(BigDecimal.TEN).compareTo(number) <= 0;
            boolean inside = rounded.compareTo(Amount.min(does, not).decimal()) >= 0
                    && rounded.compareTo(Amount.max(does, not).decimal()) <= 0;
            if (near && inside && suffices.test(figure.apply(Amount.of(rounded)))) {
                return figure.apply(Amount.of(rounded));
            }
        }
        return figure.apply(does);
    }

    /** Whether two positions are too far apart for a number in few digits. */
    private static boolean isWide(long low, long high) {
        return high - low > 1
                && SearchGrid.at(high).compareTo(SearchGrid.at(low).times(NEAR)) > 0;
    }
}

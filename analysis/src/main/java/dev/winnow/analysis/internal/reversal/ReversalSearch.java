package dev.winnow.analysis.internal.reversal;

import dev.winnow.analysis.internal.reversal.Reversal.Step;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.engine.WhatIf;
import dev.winnow.engine.internal.walk.SearchGrid;
import dev.winnow.language.internal.pack.Changeable;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Computes {@link Reversal#of}: moves one figure, then two, until the verdict changes. */
final class ReversalSearch {

    /** Maximum number of pairs reported for a verdict. */
    private static final int PAIRS = 5;

    private static final int REFINEMENTS = 24;
    private static final Amount GOLDEN = Amount.of("0.618033988749895");
    private static final Amount TINY = Amount.of("1e-9");
    private static final Amount CLEARLY_LESS = Amount.ONE.minus(TINY);
    private static final int HALVINGS = 60;

    private static final Comparator<Reversal> BY_SIZE = Comparator.comparing(
                    (Reversal one) -> one.steps().size())
            .thenComparing(one -> one.size() == null ? BigDecimal.valueOf(Long.MAX_VALUE) : one.size());

    private static final Comparator<Reversal> ORDER = Comparator.comparing(Reversal::to)
            .thenComparing(BY_SIZE)
            .thenComparing(one -> one.steps().get(0).figure().figure())
            .thenComparing(
                    one -> one.steps().get(one.steps().size() - 1).figure().figure());

    /**
     * A value from which on some rule has another outcome.
     *
     * @param value the value
     * @param before the last value examined before it
     */
    private record State(Amount value, Amount before) {}

    /** A figure moved in a direction, and the value that it is moved to. */
    private record Move(FigureDirection direction, Amount value) {
        Amount size() {
            return direction.size(value);
        }
    }

    private final WhatIf whatIf;
    private final Verdict from;
    private final List<FigureDirection> directions = new ArrayList<>();
    private final Map<FigureDirection, List<State>> states = new HashMap<>();

    private ReversalSearch(ScreeningSession session, Assessment assessment) {
        this.whatIf = session.whatIf(assessment);
        this.from = assessment.verdict();
        for (Changeable figure : session.pack().changeable()) {
            directions.addAll(FigureDirection.of(figure, whatIf));
        }
        directions.forEach(direction -> states.put(direction, states(direction, Map.of())));
    }

    static List<Reversal> of(ScreeningSession session, Assessment assessment) {
        ReversalSearch search = new ReversalSearch(session, assessment);
        List<Reversal> all = new ArrayList<>();
        for (Verdict to : Verdict.values()) {
            if (to != search.from) {
                all.addAll(search.towards(to));
            }
        }
        return all.stream()
                .filter(one -> all.stream().noneMatch(better -> outdoes(better, one)))
                .sorted(ORDER)
                .toList();
    }

    /** Whether a change raises the verdict more than another one and is not larger. */
    private static boolean outdoes(Reversal better, Reversal less) {
        boolean raises = less.to().compareTo(less.from()) < 0;
        boolean smaller = BY_SIZE.compare(better, less) <= 0;
        return raises && better.to().compareTo(less.to()) < 0 && smaller;
    }

    private List<Reversal> towards(Verdict to) {
        List<Reversal> found = new ArrayList<>();
        Set<String> enough = new HashSet<>();
        for (boolean exact : new boolean[] {false, true}) {
            List<FigureDirection> tried = directions.stream()
                    .filter(direction -> direction.exact() == exact && !enough.contains(direction.name()))
                    .toList();
            for (FigureDirection direction : tried) {
                Amount value = least(direction, states.getOrDefault(direction, List.of()), Map.of(), to);
                if (value != null && add(found, List.of(new Move(direction, value)), to)) {
                    enough.add(direction.name());
                }
            }
        }
        List<Reversal> pairs = pairs(enough, to);
        pairs.sort(ORDER);
        found.addAll(pairs.subList(0, Math.min(PAIRS, pairs.size())));
        return found;
    }

    /**
     * Changes of two figures in which none suffices alone; figures become exactly known only where bounds do not
     * suffice.
     */
    private List<Reversal> pairs(Set<String> enough, Verdict to) {
        List<Reversal> pairs = new ArrayList<>();
        Set<Set<String>> done = new HashSet<>();
        for (boolean exact : new boolean[] {false, true}) {
            Set<Set<String>> before = Set.copyOf(done);
            for (int i = 0; i < directions.size(); i++) {
                for (int j = i + 1; j < directions.size(); j++) {
                    FigureDirection one = directions.get(i);
                    FigureDirection other = directions.get(j);
                    Set<String> names = new HashSet<>(List.of(one.name(), other.name()));
                    boolean tried =
                            enough.contains(one.name()) || enough.contains(other.name()) || before.contains(names);
                    if (names.size() == 2 && !tried && (one.exact() || other.exact()) == exact) {
                        List<Move> pair = pair(one, other, to);
                        if (pair != null && add(pairs, pair, to)) {
                            done.add(names);
                        }
                    }
                }
            }
        }
        return pairs;
    }

    /** The values of a figure from which on some rule has another outcome, nearest first. */
    private List<State> states(FigureDirection direction, Map<String, @Nullable Figure> others) {
        List<State> found = new ArrayList<>();
        Amount before = direction.start();
        Map<String, @Nullable Figure> last = others;
        for (Amount value : direction.path(whatIf.turns(direction.name(), direction::stated, others))) {
            Map<String, @Nullable Figure> here = with(others, direction, value);
            if (!whatIf.alike(last, here)) {
                found.add(new State(value, before));
                last = here;
            }
            before = value;
        }
        return found;
    }

    private static Map<String, @Nullable Figure> with(
            Map<String, @Nullable Figure> others, FigureDirection direction, Amount value) {
        Map<String, @Nullable Figure> all = new TreeMap<>(others);
        all.put(direction.name(), direction.stated(value));
        return all;
    }

    private boolean reaches(Verdict to, Map<String, @Nullable Figure> figures) {
        return whatIf.judge(figures).verdict() == to;
    }

    /** The nearest value of a figure that brings a verdict; null if none does. */
    private @Nullable Amount least(
            FigureDirection direction, List<State> ofDirection, Map<String, @Nullable Figure> others, Verdict to) {
        Predicate<Amount> suffices = value -> reaches(to, with(others, direction, value));
        for (State state : ofDirection) {
            if (suffices.test(state.value())) {
                Amount nearest =
                        direction.isStepwise() ? state.value() : nearest(state.before(), state.value(), suffices);
                return direction.saysNothing(nearest) ? null : nearest;
            }
        }
        return null;
    }

    /** The smallest sufficient number between an insufficient and a sufficient one, exact to the last digit. */
    private static Amount nearest(Amount not, Amount does, Predicate<Amount> suffices) {
        Amount neighbour = FigureDirection.neighbour(does, not);
        boolean between =
                neighbour.compareTo(Amount.min(not, does)) > 0 && neighbour.compareTo(Amount.max(not, does)) < 0;
        if (!between || !suffices.test(neighbour)) {
            return does;
        }
        return SearchGrid.first(not, neighbour, suffices);
    }

    /** The smallest change of two figures that brings a verdict; null if none does. */
    private @Nullable List<Move> pair(FigureDirection one, FigureDirection other, Verdict to) {
        boolean together = whatIf.readTogether(one.name(), other.name());
        List<State> ofOne = states.getOrDefault(one, List.of());
        List<Move> best = null;
        int bestAt = -1;
        for (int i = 0; i < ofOne.size(); i++) {
            Amount value = ofOne.get(i).value();
            if (best != null && one.size(value).compareTo(size(best)) >= 0) {
                break;
            }
            List<Move> found = completed(one, value, other, together, to);
            if (found != null && (best == null || size(found).compareTo(size(best)) < 0)) {
                best = found;
                bestAt = i;
            }
        }
        if (best == null) {
            return null;
        }
        Amount from = ofOne.get(bestAt).before();
        Amount end = bestAt + 1 < ofOne.size()
                ? ofOne.get(bestAt + 1).value()
                : ofOne.get(bestAt).value();
        return one.now() == null || other.now() == null || one.isStepwise() || other.isStepwise()
                ? best
                : refined(
                        best,
                        from,
                        end,
                        value -> {
                            List<Move> found = completed(one, value, other, together, to);
                            return found == null ? Amount.UNBOUNDED : size(found);
                        },
                        value -> Objects.requireNonNull(completed(one, value, other, together, to)));
    }

    private interface Completing {
        List<Move> at(Amount value);
    }

    /** Moves one figure to a value, and the other as far as needed; null if that does not suffice. */
    private @Nullable List<Move> completed(
            FigureDirection one, Amount value, FigureDirection other, boolean together, Verdict to) {
        Map<String, @Nullable Figure> moved = with(Map.of(), one, value);
        List<State> ofOther = together ? states(other, moved) : states.getOrDefault(other, List.of());
        Amount rest = least(other, ofOther, moved, to);
        return rest == null ? null : List.of(new Move(one, value), new Move(other, rest));
    }

    /**
     * Searches for a smaller change nearby, by golden-section search: where both figures move scores evenly, the
     * smallest lies between.
     */
    private static List<Move> refined(
            List<Move> best, Amount from, Amount end, UnaryOperator<Amount> sizes, Completing completing) {
        Amount low = from;
        Amount high = end;
        List<Move> least = best;
        for (int i = 0; i < REFINEMENTS && isWide(low, high); i++) {
            Amount left = SearchGrid.near(FigureDirection.between(high, low, GOLDEN));
            Amount right = SearchGrid.near(FigureDirection.between(low, high, GOLDEN));
            Amount atLeft = sizes.apply(left);
            Amount atRight = sizes.apply(right);
            boolean goesLeft = atLeft.compareTo(atRight) <= 0 && !atLeft.isUnbounded();
            Amount better = goesLeft ? left : right;
            if (Amount.min(atLeft, atRight).compareTo(size(least).times(CLEARLY_LESS)) < 0) {
                least = completing.at(better);
            }
            if (goesLeft) {
                high = right;
            } else {
                low = left;
            }
        }
        return least;
    }

    private static boolean isWide(Amount from, Amount end) {
        return Amount.max(from.minus(end), end.minus(from)).compareTo(end.times(TINY)) > 0;
    }

    private static Amount size(List<Move> moves) {
        return moves.stream().map(Move::size).reduce(Amount.ZERO, Amount::plus);
    }

    /**
     * Rounds a change to numbers that people write, screens it and half of it as printed, and adds it if it is valid.
     */
    private boolean add(List<Reversal> to, List<Move> exact, Verdict verdict) {
        List<Move> least = exact;
        Assessment halfway = whatIf.judge(figures(halves(least)));
        for (int i = 0; i < HALVINGS && halfway.verdict() == verdict; i++) {
            least = halves(least);
            halfway = whatIf.judge(figures(halves(least)));
        }
        List<Move> moves = halfway.verdict() == verdict ? null : printed(least, verdict);
        return moves != null && to.add(reversal(moves, least, whatIf.judge(figures(moves)), halfway.verdict()));
    }

    /** Half of each move, counted to the limit if the move ends just beyond one. */
    private static List<Move> halves(List<Move> moves) {
        return moves.stream()
                .map(move -> new Move(
                        move.direction(),
                        FigureDirection.shown(
                                move.direction().half(move.direction().limit(move.value())))))
                .toList();
    }

    /** Moves slightly further, to numbers that people write and that bring the verdict as printed; null if none do. */
    private @Nullable List<Move> printed(List<Move> exact, Verdict to) {
        Move first = exact.get(0);
        if (exact.size() == 1) {
            return printed(List.of(), first, to);
        }
        List<Move> pair = printedPair(first, exact.get(1), to);
        return pair == null ? printedPair(exact.get(1), first, to) : pair;
    }

    /** Rounds the last move in the same way; the other moves are rounded already. */
    private @Nullable List<Move> printed(List<Move> others, Move last, Verdict to) {
        for (Amount value : last.direction().rounded(last.value())) {
            List<Move> tried = new ArrayList<>(others);
            tried.add(new Move(last.direction(), value));
            if (last.direction().printed(value) != null && reaches(to, figures(tried))) {
                return tried;
            }
        }
        return null;
    }

    /** Rounds one figure, then the other: as far as it was moved, otherwise as far as now needed. */
    private @Nullable List<Move> printedPair(Move one, Move other, Verdict to) {
        boolean together =
                whatIf.readTogether(one.direction().name(), other.direction().name());
        for (Amount value : one.direction().rounded(one.value())) {
            if (one.direction().printed(value) == null) {
                continue;
            }
            List<Move> first = List.of(new Move(one.direction(), value));
            List<Move> pair = printed(first, other, to);
            if (pair == null) {
                List<Move> adjusted = completed(one.direction(), value, other.direction(), together, to);
                pair = adjusted == null ? null : printed(first, adjusted.get(1), to);
            }
            if (pair != null) {
                return pair;
            }
        }
        return null;
    }

    /** Whether a limit does not suffice and the move ends just beyond it. */
    private static boolean isStrict(Move move) {
        return !move.direction().limit(move.value()).equals(move.value());
    }

    private static Map<String, @Nullable Figure> figures(List<Move> moves) {
        Map<String, @Nullable Figure> figures = new TreeMap<>();
        moves.forEach(
                move -> figures.put(move.direction().name(), move.direction().stated(move.value())));
        return figures;
    }

    private Reversal reversal(List<Move> moves, List<Move> exact, Assessment after, Verdict halfway) {
        Map<FigureDirection, Move> least = new HashMap<>();
        exact.forEach(move -> least.put(move.direction(), move));
        List<Move> halves = halves(moves.stream()
                .map(move -> least.getOrDefault(move.direction(), move))
                .toList());
        List<Step> steps = new ArrayList<>();
        BigDecimal size = BigDecimal.ZERO;
        for (int i = 0; i < moves.size(); i++) {
            FigureDirection direction = moves.get(i).direction();
            Amount value = moves.get(i).value();
            BigDecimal change = direction.change(value);
            size = size == null || change == null ? null : size.add(change);
            steps.add(new Step(
                    direction.figure(),
                    direction.now(),
                    Objects.requireNonNull(direction.stated(value)),
                    direction.stated(halves.get(i).value()),
                    direction.now() == null ? null : change,
                    isStrict(least.getOrDefault(direction, moves.get(i)))));
        }
        steps.sort(Comparator.comparing(step -> step.figure().figure()));
        return new Reversal(from, after.verdict(), steps, size, after, halfway);
    }
}

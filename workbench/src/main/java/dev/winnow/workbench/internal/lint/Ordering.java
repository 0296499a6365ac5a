package dev.winnow.workbench.internal.lint;

import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.vocabulary.FactType.Kind;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import dev.winnow.workbench.internal.lint.Atom.Compared;
import dev.winnow.workbench.internal.lint.Term.Form;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds contradictions among comparisons of figures and days: cycles in their order. */
final class Ordering {

    private static final byte NONE = 0;
    private static final byte AT_MOST = 1;
    private static final byte LESS = 2;

    private record Step(int from, int to, byte how) {}

    private final Map<String, Amount> limits;
    private final Map<String, Integer> index = new LinkedHashMap<>();
    private final List<Term> terms = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<int[]> different = new ArrayList<>();

    /** @param limits the values of limits by id */
    Ordering(Map<String, Amount> limits) {
        this.limits = limits;
    }

    void add(Compared atom) {
        int left = node(atom.left());
        int right = node(atom.right());
        switch (atom.sign()) {
            case AT_MOST -> steps.add(new Step(left, right, AT_MOST));
            case LESS_THAN -> steps.add(new Step(left, right, LESS));
            case AT_LEAST -> steps.add(new Step(right, left, AT_MOST));
            case MORE_THAN -> steps.add(new Step(right, left, LESS));
            case SAME -> {
                steps.add(new Step(left, right, AT_MOST));
                steps.add(new Step(right, left, AT_MOST));
            }
            case DIFFERENT -> different.add(new int[] {left, right});
        }
    }

    /** Returns the node of a value; when it is created, the conditions that hold for every such value are added. */
    private int node(Term term) {
        Amount number = term.number(limits);
        String key = number == null ? term.key() : "number " + number;
        Integer known = index.get(key);
        if (known != null) {
            return known;
        }
        int node = terms.size();
        index.put(key, node);
        terms.add(term);
        if (term.kind() == Kind.FIGURE && number == null) {
            add(new Compared(term, Comparison.AT_LEAST, Term.number("0")));
            RatingLevels levels = term.levels();
            if (levels != null) {
                add(new Compared(term, Comparison.AT_LEAST, Term.number(String.valueOf(levels.lowest()))));
                add(new Compared(term, Comparison.AT_MOST, Term.number(String.valueOf(levels.highest()))));
            }
            if (Unit.SHARE.equals(term.unit()) && term.form() == Form.COMPONENT) {
                add(new Compared(term, Comparison.AT_MOST, Term.number("1")));
            }
        }
        if (term.key().equals("AsOf.startOfYear")) {
            Term date = new Term("AsOf.date", Kind.DATE, Form.COMPONENT, null, null, List.of());
            add(new Compared(term, Comparison.AT_MOST, date));
        }
        return node;
    }

    /** Whether the added conditions contradict each other. */
    boolean isImpossible() {
        byte[][] reach = closed();
        for (int i = 0; i < reach.length; i++) {
            if (reach[i][i] == LESS || isBetweenWholeNumbers(i, reach)) {
                return true;
            }
        }
        return different.stream()
                .anyMatch(pair ->
                        pair[0] == pair[1] || (reach[pair[0]][pair[1]] != NONE && reach[pair[1]][pair[0]] != NONE));
    }

    private byte[][] closed() {
        int size = terms.size();
        byte[][] reach = new byte[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                Amount one = terms.get(i).number(limits);
                Amount other = terms.get(j).number(limits);
                if (one != null && other != null && one.compareTo(other) < 0) {
                    reach[i][j] = LESS;
                }
            }
        }
        steps.forEach(step -> reach[step.from()][step.to()] = larger(reach[step.from()][step.to()], step.how()));
        for (int middle = 0; middle < size; middle++) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; reach[i][middle] != NONE && j < size; j++) {
                    if (reach[middle][j] != NONE) {
                        byte how = larger(reach[i][middle], reach[middle][j]);
                        reach[i][j] = larger(reach[i][j], how);
                    }
                }
            }
        }
        return reach;
    }

    private static byte larger(byte one, byte other) {
        return one > other ? one : other;
    }

    /** Whether a count or rating is restricted to an interval without a whole number. */
    private boolean isBetweenWholeNumbers(int node, byte[][] reach) {
        if (terms.get(node).form() != Form.COUNT && terms.get(node).levels() == null) {
            return false;
        }
        BigInteger low = BigInteger.ZERO;
        BigInteger high = null;
        for (int other = 0; other < reach.length; other++) {
            Amount number = terms.get(other).number(limits);
            if (number == null) {
                continue;
            }
            BigInteger floor = number.floor();
            if (reach[other][node] != NONE) {
                low = low.max(reach[other][node] == LESS || !number.isWhole() ? floor.add(BigInteger.ONE) : floor);
            }
            if (reach[node][other] != NONE) {
                boolean below = reach[node][other] == LESS && number.isWhole();
                BigInteger most = below ? floor.subtract(BigInteger.ONE) : floor;
                high = high == null ? most : high.min(most);
            }
        }
        return high != null && low.compareTo(high) > 0;
    }
}

package dev.winnow.past.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.value.Fraction;
import dev.winnow.past.weights.WeightRegion.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Ranges with a kept separation equal those of all corners of the region, which are computed apart from the product:
 * every choice of alternatives, and of equations among the inequalities.
 */
class KeptSeparationTest {

    private static final int LISTS = Boolean.getBoolean("winnow.thorough") ? 200 : 12;

    /** A decision about a project with two criteria of each side, by the lower of two sides. */
    private record Case(int[] values, boolean approved) {}

    /** The sum of the variables, each times its coefficient, is at most a bound. */
    private record Row(Fraction[] coefficients, Fraction most) {}

    /** The variables: the first weight of each side (the second is the rest), the threshold, the separation. */
    private static final int VARIABLES = 4;

    private static final WeightSpace SPACE =
            new WeightSpace(Fraction.HUNDRED, new int[] {0, 0, 1, 1}, new ArrayList<>(Arrays.asList((Fraction) null)));

    @Test
    void rangesEqualThoseOfAllCorners() {
        int open = 0;
        int narrower = 0;
        for (int seed = 1; seed <= LISTS; seed++) {
            List<Case> cases = cases(new Random(seed));
            List<Fraction[]> all = corners(cases, Fraction.of(-100));
            Fraction largest = end(all, 3, 1);
            if (largest.signum() <= 0) {
                assertThat(WeightRegion.of(SPACE, requirements(cases), null).isEmpty())
                        .isTrue();
                continue;
            }
            for (int tenths : new int[] {0, 5, 10}) {
                Fraction kept = largest.times(Fraction.of(tenths)).over(Fraction.of(10));
                WeightRegion region = WeightRegion.of(SPACE, requirements(cases), tenths == 5 ? null : kept);
                assertThat(region.separation()).isEqualTo(largest);
                assertThat(region.apart()).isEqualTo(kept);
                List<Fraction[]> corners = corners(cases, kept);
                int[] variables = {0, 2, 4}; // the second weight of each side is the rest
                for (int i = 0; i < variables.length; i++) {
                    Range range = region.ranges().get(variables[i]);
                    assertThat(range.low()).isEqualTo(end(corners, i, -1));
                    assertThat(range.high()).isEqualTo(end(corners, i, 1));
                    assertThat(range.openBelow()).isEqualTo(!isApart(corners, i, range.low()));
                    assertThat(range.openAbove()).isEqualTo(!isApart(corners, i, range.high()));
                    open += range.openBelow() || range.openAbove() ? 1 : 0;
                    narrower += tenths > 0 && !range.low().equals(end(all, i, -1)) ? 1 : 0;
                }
            }
        }
        assertThat(open).isPositive();
        assertThat(narrower).isPositive();
    }

    /** The smallest or largest value of a variable. */
    private static Fraction end(List<Fraction[]> corners, int variable, int sign) {
        return corners.stream()
                .map(corner -> corner[variable])
                .max((one, other) -> sign * one.compareTo(other))
                .orElseThrow();
    }

    /** Whether a variable has a value with a separation above 0. */
    private static boolean isApart(List<Fraction[]> corners, int variable, Fraction value) {
        return corners.stream().anyMatch(corner -> corner[variable].equals(value) && corner[3].signum() > 0);
    }

    private static List<Case> cases(Random random) {
        List<Case> cases = new ArrayList<>();
        int planted = 20 + random.nextInt(60);
        for (int i = 0; i < 5; i++) {
            int[] values = random.ints(4, 0, 11).map(one -> one * 10).toArray();
            int city = planted * values[0] + (100 - planted) * values[1];
            int project = planted * values[2] + (100 - planted) * values[3];
            cases.add(new Case(values, Math.min(city, project) >= 4000 + 100 * random.nextInt(11)));
        }
        return cases;
    }

    private static List<Requirement> requirements(List<Case> cases) {
        List<Requirement> requirements = new ArrayList<>();
        for (Case one : cases) {
            int owner = requirements.size();
            Fraction[] city = score(one, 0);
            Fraction[] project = score(one, 2);
            Fraction[] level = SPACE.level(0);
            requirements.add(new Requirement(
                    one.approved()
                            ? List.of(List.of(SPACE.reaches(city, level, owner), SPACE.reaches(project, level, owner)))
                            : List.of(
                                    List.of(SPACE.below(city, level, owner)),
                                    List.of(SPACE.below(project, level, owner)))));
        }
        return requirements;
    }

    private static Fraction[] score(Case one, int from) {
        Fraction[] values = ExactSimplex.zeros(4);
        for (int i = from; i < from + 2; i++) {
            values[i] = Fraction.of(one.values()[i]).over(Fraction.HUNDRED);
        }
        return SPACE.score(values);
    }

    /** All corners of the region of all choices of alternatives. */
    private static List<Fraction[]> corners(List<Case> cases, Fraction kept) {
        List<Fraction[]> corners = new ArrayList<>();
        long declined = cases.stream().filter(one -> !one.approved()).count();
        for (int choice = 0; choice < 1 << declined; choice++) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < VARIABLES; i++) {
                bounds(rows, i, i == 3 ? kept : Fraction.ZERO);
            }
            int alternatives = choice;
            for (Case one : cases) {
                if (one.approved()) {
                    rows.add(row(one, 0, -1));
                    rows.add(row(one, 1, -1));
                } else {
                    rows.add(row(one, alternatives & 1, 1));
                    alternatives >>= 1;
                }
            }
            addCorners(rows, 0, List.of(), corners);
        }
        return corners;
    }

    private static void bounds(List<Row> rows, int variable, Fraction low) {
        for (int sign : new int[] {-1, 1}) {
            Fraction[] one = zeros();
            one[variable] = Fraction.of(sign);
            rows.add(new Row(one, sign < 0 ? negated(low) : Fraction.HUNDRED));
        }
    }

    /** With sign 1, the score of a side and the separation are at most the threshold; with -1, the score is at least it. */
    private static Row row(Case one, int side, int sign) {
        int first = one.values()[2 * side];
        int second = one.values()[2 * side + 1];
        Fraction[] row = zeros();
        row[side] = Fraction.of((long) sign * (first - second)).over(Fraction.HUNDRED);
        row[2] = Fraction.of(-sign);
        row[3] = Fraction.of(sign > 0 ? 1 : 0);
        return new Row(row, Fraction.of((long) -sign * second));
    }

    private static void addCorners(List<Row> rows, int from, List<Row> equations, List<Fraction[]> corners) {
        if (equations.size() == VARIABLES) {
            Fraction[] point = solved(equations);
            if (point != null && rows.stream().allMatch(row -> holds(row, point))) {
                corners.add(point);
            }
            return;
        }
        for (int i = from; i < rows.size(); i++) {
            List<Row> more = new ArrayList<>(equations);
            more.add(rows.get(i));
            addCorners(rows, i + 1, more, corners);
        }
    }

    private static boolean holds(Row row, Fraction... point) {
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < VARIABLES; i++) {
            sum = sum.plus(row.coefficients()[i].times(point[i]));
        }
        return sum.compareTo(row.most()) <= 0;
    }

    /** Elimination with division of every row; null if the equations have no single solution. */
    private static Fraction @Nullable [] solved(List<Row> equations) {
        List<Fraction[]> left = new ArrayList<>();
        for (Row one : equations) {
            Fraction[] row = Arrays.copyOf(one.coefficients(), VARIABLES + 1);
            row[VARIABLES] = one.most();
            left.add(row);
        }
        Fraction[] point = zeros();
        for (int column = 0; column < VARIABLES; column++) {
            int variable = column;
            int pivot = column;
            while (pivot < VARIABLES && left.get(pivot)[variable].signum() == 0) {
                pivot++;
            }
            if (pivot == VARIABLES) {
                return null;
            }
            Collections.swap(left, column, pivot);
            Fraction[] first = left.get(column);
            left.set(
                    column,
                    Arrays.stream(first).map(one -> one.over(first[variable])).toArray(Fraction[]::new));
            for (int i = 0; i < VARIABLES; i++) {
                Fraction factor = left.get(i)[variable];
                if (i != column && factor.signum() != 0) {
                    Fraction[] row = left.get(i).clone();
                    for (int j = 0; j <= VARIABLES; j++) {
                        row[j] = row[j].minus(factor.times(left.get(column)[j]));
                    }
                    left.set(i, row);
                }
            }
        }
        for (int i = 0; i < VARIABLES; i++) {
            point[i] = left.get(i)[VARIABLES];
        }
        return point;
    }

    private static Fraction negated(Fraction value) {
        return Fraction.ZERO.minus(value);
    }

    private static Fraction[] zeros() {
        return ExactSimplex.zeros(VARIABLES);
    }
}
